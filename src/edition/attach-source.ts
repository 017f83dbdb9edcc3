import {readBriefing} from '../briefing/index.js'
import type {Briefing} from '../briefing/index.js'
import type {Assets, Attachment} from '../content.js'
import {error, hasErrors, type Outcome} from '../diagnostic.js'
import {cutRegister, EMPTY_REGISTER, loadRegister, type Register} from '../facts/index.js'
import type {Files} from '../files.js'
import {type Input, sha256Of} from '../inputs.js'
import type {Source} from '../source.js'
import {mimeOf} from './attached.js'
import {composeEdition, type Composed, type ComposeOptions} from './compose-edition.js'
import type {Edition} from './edition.js'
import {RECIPE_NAME, type Recipe} from './recipe.js'
import {sourceAsPrinted} from './source-as-printed.js'
import {VERSION} from '../version.js'

interface Carrying {
  edition: Edition
  assets: Assets
}

interface AttachSourceOptions extends ComposeOptions {
  /** Every file that the paper is made from but its register's, the briefing first. */
  inputs: readonly Input[]
  /** Of its register, with its series. */
  ofRegister: readonly Input[]
}

/**
 * The edition with the briefing that it was made from: as it prints for this audience, with its pictures, the part of the
 * register that it stands on, and a recipe that says how to make the paper again. It is an error where what is left would
 * make another paper.
 */
export async function attachSource(
  briefing: Briefing,
  {edition, assets, usesRegister, taken}: Composed,
  {inputs: own, ofRegister, ...options}: AttachSourceOptions,
): Promise<Outcome<Carrying>> {
  if (edition.meta.anonymous) {
    const message = `A \`${edition.meta.kind}\` cannot carry its briefing: that names its brand`
    return {diagnostics: [error('edition/attach-source', {path: edition.path}, message, 'Leave `--attach-source` out')]}
  }
  const registerPath = usesRegister ? options.register?.files[0] : undefined
  // An author who attaches the register itself means the whole of it.
  const isWhole = edition.attached?.some(({path}) => options.register?.files.includes(path)) === true
  const cut = options.register && registerPath !== undefined && !isWhole ? {path: registerPath, text: cutRegister(options.register, taken)} : undefined
  const inputs = [...own, ...(usesRegister && !cut ? ofRegister : [])]
  const printed = await textOfPaper(briefing, edition, cut ? {...options, register: await registerIn(cut)} : options)
  if (!printed) {
    const message = 'The briefing cannot be attached: without its internal passages and comments it would print another paper'
    const hint = 'Put the passages for our own people between paragraphs, and not within lists, and give their headings names of their own'
    return {diagnostics: [error('edition/attach-source', edition.leftOut[0]?.place ?? {path: edition.path}, message, hint)]}
  }
  const carried = new Map(assets)
  const attached = [...(edition.attached ?? [])]
  const carry = (path: string, bytes: Uint8Array, about: Pick<Attachment, 'relationship' | 'description' | 'type'>): void => {
    const sha256 = sha256Of(bytes)
    carried.set(sha256, bytes)
    attached.push({name: freeName(path, attached), path, sha256, ...about})
  }
  const text = new TextEncoder().encode(printed.text)
  const {title} = edition.meta
  carry(edition.path, text, {relationship: 'Source', type: mimeOf('.md'), description: `Briefing that "${title}" is printed from`})
  if (cut) carry(cut.path, new TextEncoder().encode(cut.text), {relationship: 'Source', type: mimeOf('.yml'), description: `Facts of "${title}"`})
  for (const input of inputs.slice(1)) {
    const isOwn = !input.package && !input.path.startsWith('styles/') && !attached.some(({path}) => path === input.path)
    const {bytes} = isOwn && !/\.(?:md|markdown)$/i.test(input.path) ? await options.files.read(input.path) : {}
    if (bytes) carry(input.path, bytes, {relationship: 'Source', type: mimeOf(input.path), description: `${isRegister(input.path) ? 'Facts' : 'Picture'} of "${title}"`})
  }
  const recipe: Recipe = {
    demarche: VERSION,
    briefing: edition.path,
    brand: edition.brand.name,
    paper: edition.meta.paper,
    audience: edition.meta.audience,
    inputs: Object.fromEntries([[edition.path, sha256Of(text)], ...(cut ? [[cut.path, sha256Of(cut.text)]] : []), ...inputs.slice(1).map(({path, sha256}) => [path, sha256])]),
    attached: Object.fromEntries(attached.map(({path, name}) => [path, name])),
  }
  const written = new TextEncoder().encode(`${JSON.stringify(recipe, null, 2)}\n`)
  carry(RECIPE_NAME, written, {relationship: 'Supplement', type: mimeOf('.json'), description: `How "${title}" was made`})
  return {value: {edition: {...edition, attached}, assets: carried}, diagnostics: []}
}

const isRegister = (path: string): boolean => /\.(?:ya?ml|csv)$/i.test(path)

/** The text that is left, where it makes the same paper. */
async function textOfPaper(briefing: Briefing, edition: Edition, options: ComposeOptions): Promise<Source | undefined> {
  for (const parted of [false, true]) {
    const source = sourceAsPrinted(briefing, edition.meta.audience, {parted})
    const {value: read} = readBriefing(source)
    const {value} = read ? await composeEdition(read, options) : {}
    if (value && withoutPlaces(value.edition) === withoutPlaces(edition)) return source
  }
  return undefined
}

const withoutPlaces = (edition: Edition): string =>
  JSON.stringify(edition, (key, value) => (key === 'leftOut' || isPlace(value) ? undefined : value))

const isPlace = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'path' in value && Object.keys(value).every((key) => ['path', 'start', 'end'].includes(key))

/** A register as whoever receives the paper reads it; what cannot be read is empty, and makes another paper. */
async function registerIn({path, text}: Source): Promise<Register> {
  const files: Files = {
    read: async (asked) => (asked === path ? {bytes: new TextEncoder().encode(text)} : {trouble: 'missing'}),
    readPackage: async () => ({trouble: 'missing'}),
  }
  const {value, diagnostics} = await loadRegister(path, {files})
  return value && !hasErrors(diagnostics) ? value : EMPTY_REGISTER
}

/** Files of different folders may have one name, and the PDF has no folders. */
function freeName(path: string, attached: readonly Attachment[]): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const taken = new Set(attached.map((other) => other.name.normalize('NFC').toLowerCase()))
  const numbered = (count: number) => (count === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${count}$1`))
  let count = 1
  while (taken.has(numbered(count).normalize('NFC').toLowerCase())) count++
  return numbered(count)
}
