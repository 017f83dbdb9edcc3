import matter from 'gray-matter'
import {safeParse, z} from 'zod'
import {type Diagnostic, error, type Outcome, type Place} from '../diagnostic.js'
import {baseMeta, kinds, type KindSpec} from '../kinds/index.js'
import {bareValue, closest, type Excerpt, excerptOf, inside, readShape, readYaml, type Written, type WrittenMap, writtenText} from '../shapes/index.js'
import {once} from '../once.js'
import {offsetOfLine, placeAt, type Source} from '../source.js'
import {type Filling, fillWords, fillWritten} from '../rows/index.js'
import type {BriefingMeta} from './briefing.js'
import {notATemplate, strayUses, withCell} from './unfilled.js'

/** The front matter's text, and the offset at which the body begins. */
export interface Split {
  yaml: Excerpt
  bodyStart: number
}

const OPENING = 'A briefing begins with `---` in line 1, then its keys, then `---` again'

/** Parts front matter and body. Only `---` in a line of its own opens and closes it, and only YAML stands in it. */
export function splitFrontMatter(source: Source): Outcome<Split> {
  const lines = source.text.split(/\r\n|\n|\r/)
  const first = (lines[0] ?? '').replace(/^\uFEFF/, '')
  const refuse = (what: string, line: number, message: string, hint: string): Outcome<Split> => {
    const start = offsetOfLine(source, line)
    return {diagnostics: [error(`briefing/${what}`, placeAt(source, start, start + (lines[line - 1] ?? '').length), message, hint)]}
  }
  if (source.text.replace(/^\uFEFF/, '').trim() === '') return refuse('empty', 1, 'The file is empty', OPENING)
  if (!first.startsWith('---')) {
    const later = lines.findIndex((line) => /^\s*-{3,}\s*$/.test(line))
    if (later > 0 && lines.slice(0, later).every((line) => line.trim().replace(/^\uFEFF/, '') === '')) {
      return refuse('front-matter-start', later + 1, 'The front matter begins in line 1, and not below an empty line', 'Delete the lines above it')
    }
    const what = /^\s+-{3}/.test(first) ? 'The `---` of the front matter must stand at the very start of its line' : 'Expected `---` in line 1'
    return refuse('front-matter-start', 1, what, OPENING)
  }
  if (/^-{4,}\s*$/.test(first)) {
    return refuse('front-matter-start', 1, `Expected \`---\` in line 1, found ${first.trim().length} hyphens`, 'Write three hyphens')
  }
  if (first.trim() !== '---') {
    return refuse('front-matter-language', 1, `Expected \`---\` alone in line 1, found \`${first.trim().slice(0, 40)}\``, 'Front matter is YAML: write `---`')
  }
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.[ \t]*$)/.test(line))
  if (end < 0) return refuse('front-matter-end', 1, 'The front matter is never closed', 'Put `---` in a line of its own below its last key')
  if (!/^---[ \t]*$/.test(lines[end] ?? '')) {
    const found = (lines[end] ?? '').trim().slice(0, 40)
    const refused = refuse('front-matter-end', end + 1, `The front matter ends with \`---\`, found \`${found}\``, 'Write `---` alone in that line')
    // Where it was meant to end is plain: what else is wrong is told with it.
    return {...refused, value: {yaml: yamlOf(source, end), bodyStart: offsetOfLine(source, end + 2)}}
  }
  return {value: split(source, end), diagnostics: []}
}

/** gray-matter cuts; what it would run is refused, and its cache, which hands out what others changed, is not used. */
function split(source: Source, end: number): Split {
  const refuse = () => {
    throw new Error('front matter that is not YAML reached gray-matter')
  }
  const {content} = matter(source.text.replace(/\r(?!\n)/g, '\n'), {
    language: 'yaml',
    delimiters: '---',
    engines: {yaml: {parse: () => ({})}, json: {parse: refuse}, javascript: {parse: refuse}, coffee: {parse: refuse}, toml: {parse: refuse}},
  })
  return {yaml: yamlOf(source, end), bodyStart: source.text.length - content.length}
}

const yamlOf = (source: Source, end: number): Excerpt => excerptOf(source, offsetOfLine(source, 2), offsetOfLine(source, end + 1))

/** What the paper says of itself. */
export interface FrontMatter {
  kind: string
  meta: BriefingMeta
  places: Record<string, Place>
}

/** `meant`: what is read on where there is no value, to find what else is wrong. Something stands in for what could not be read. */
export interface Meant<T> extends Outcome<T> {
  meant?: T
}

/** The keys and values as they were written. */
export const readFrontYaml = (yaml: Excerpt): Outcome<Written> => readYaml(yaml, 'briefing')

/** Reads the keys after the schema of the paper's kind; those of a template for a row. */
export function readFrontMatter(source: Source, {value: typed, diagnostics: found}: Outcome<Written>, filling?: Filling): Meant<FrontMatter> {
  const diagnostics = [...found]
  const filled: Place[] = []
  const written = typed && filling ? fillWritten(typed, filling, filled) : typed
  if (!written) return {diagnostics}
  const output = inside(written, 'output')
  if (!filling) diagnostics.push(...[...strayUses(written), ...(output ? [output.place] : [])].map(notATemplate))
  const opening = placeAt(source, offsetOfLine(source, 1), offsetOfLine(source, 1) + 3)
  if (written.type === 'map' && written.entries.size === 0 && diagnostics.length > 0) return {diagnostics}
  const named = written.type === 'map' ? written.entries.get('kind')?.value : undefined
  const kind = named?.type === 'text' ? kinds.find(({name}) => name === named.text) : undefined
  if (!kind) diagnostics.push(...noKind(written, opening))
  const schema = ((kind && SCHEMAS.get(kind.name)) ?? anyKind)()
  const about = {room: kind?.name ?? 'briefing', name: 'the front matter'}
  const shaped = readShape(written, schema, about)
  diagnostics.push(...shaped.diagnostics.map((one) => (filling ? withCell(one, filled, filling.row) : one)))
  if (kind && written.type === 'map') diagnostics.push(...refusedKeys(kind, written))
  if (!kind || found.length > 0) return {diagnostics}
  const understood = (read: Written, value = readShape(read, schema, about).value): FrontMatter | undefined => {
    if (!value) return undefined
    // The schema is put together at run time, so its output is known as what all kinds share and what each adds.
    const meta = (filling ? fillWords(value, read, filling) : value) as BriefingMeta
    return {kind: kind.name, meta, places: {'': opening, ...placesOf(read)}}
  }
  // A mistyped key, or a value that is none, hides nothing else that is wrong: the paper is not printed, but it is read on.
  const known = shaped.value || written.type !== 'map' ? written : asMeant(written, Object.keys(schema.shape))
  const value = understood(known, shaped.value)
  if (value) return {value, diagnostics}
  const meant = known.type === 'map' ? understood(withStandIns(known, schema.shape, opening)) : undefined
  return {...(meant ? {meant} : {}), diagnostics}
}

/** Front matter as it may have been meant: an unknown key is the known one that it is nearest to, where that is not there; else it is none. */
function asMeant({entries, ...map}: WrittenMap, known: readonly string[]): WrittenMap {
  const meant = new Map([...entries].filter(([key]) => known.includes(key)))
  for (const [key, entry] of entries) {
    const near = meant.has(key) ? undefined : closest(key, known)
    if (near !== undefined && !meant.has(near)) meant.set(near, entry)
  }
  return {...map, entries: meant}
}

/** What a paper says all over follows from these: where one cannot be read, nothing is said of what does. */
const DECIDING = ['kind', 'language', 'brand', 'facts', 'rows', 'output']

/** In place of what every paper has to have. The day is later than that of any fact: each of them has a value by then. */
const STAND_INS = {title: 'Untitled', date: '9999-12-31'}

/** Front matter without the values that cannot be read. */
function withStandIns({entries, ...map}: WrittenMap, shape: Record<string, z.ZodType>, place: Place): WrittenMap {
  const isRead = (key: string, value: Written) => DECIDING.includes(key) || (shape[key] !== undefined && safeParse(shape[key], bareValue(value), {jitless: true}).success)
  const left = new Map([...entries].filter(([key, {value}]) => isRead(key, value)))
  for (const [key, text] of Object.entries(STAND_INS)) if (!left.has(key)) left.set(key, {key: place, value: writtenText(text, place)})
  return {...map, entries: left}
}

/** Put together once: a schema is costly to make, and a template is read for each of its rows. */
const SCHEMAS = new Map(kinds.map(({name, schema}) => [name, once(() => z.strictObject({...baseMeta().shape, ...schema().shape}))]))
const anyKind = once(() => baseMeta().loose().partial({kind: true}))

/** Keys of other papers that would say what this kind of paper does not. */
const refusedKeys = ({name, refuses = {}}: KindSpec, {entries}: WrittenMap): Diagnostic[] =>
  Object.entries(refuses).flatMap(([key, why]) => {
    const entry = entries.get(key)
    return entry ? [error(`${name}/refused-key`, entry.key, `\`${key}\` has no place in ${/^[aeiou]/.test(name) ? 'an' : 'a'} \`${name}\`: ${why}`, 'Delete the key with its value')] : []
  })

function noKind(written: Written, opening: Place): Diagnostic[] {
  const names = kinds.map(({name}) => name)
  const all = names.map((name) => `\`kind: ${name}\``).join(', ')
  const entry = written.type === 'map' ? written.entries.get('kind') : undefined
  if (!entry) {
    const near = written.type === 'map' ? [...written.entries].find(([key]) => closest(key, ['kind'])) : undefined
    if (near) return [error('briefing/unknown-key', near[1].key, `\`${near[0]}\` is not a key of the front matter`, 'Did you mean `kind`?')]
    return [error('briefing/kind', opening, 'The front matter does not say what `kind` of paper this is', `Add one of ${all}`)]
  }
  const {value} = entry
  if (value.type === 'text' && value.told) return []
  const text = value.type === 'text' ? value.text : ''
  const near = closest(text, names)
  return [error('briefing/kind', value.place, `\`${text}\` is not a kind of paper`, near ? `Did you mean \`${near}\`?` : `Write one of ${all}`)]
}

/** Places of the values, by dotted path. */
function placesOf(written: Written, path = ''): Record<string, Place> {
  const children: [string, Written][] =
    written.type === 'map'
      ? [...written.entries].map(([key, {value}]) => [key, value])
      : written.type === 'list'
        ? written.items.map((item, index) => [String(index), item])
        : []
  const inner = children.map(([key, child]) => placesOf(child, path === '' ? key : `${path}.${key}`))
  return Object.assign(path === '' ? {} : {[path]: written.place}, ...inner)
}
