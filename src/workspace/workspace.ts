import path from 'node:path'
import {z} from 'zod'
import {ownBrands} from '../brand/index.js'
import {SEVERITY_CHOICES, unknownRule} from '../checks/index.js'
import {error, hasErrors, type Outcome, type Place} from '../diagnostic.js'
import {type Files, type FileTrouble, lies, type Notice, workspaceFiles} from '../files.js'
import {EXPECTED_OUTPUT, OUTPUTS} from '../shapes/fields.js'
import {closest, readShape, readYaml} from '../shapes/index.js'
import type {Source} from '../source.js'

/** A folder of briefings with their brands: the nearest one upward that has a `demarche.yml` or a folder `briefings/`. */
export interface Workspace {
  /** Absolute. */
  root: string
  settings: Settings
  /** The brand of briefings that name none: of `demarche.yml`, else the only one in `styles/`, else `house`. */
  defaultBrand: string
  files: Files
  /** Told of all that is looked at on the disk. */
  notice?: Notice
}

const settingsFile = z.strictObject({
  brand: z.string().min(1).optional(),
  paper: z.enum(['A4', 'Letter'], 'Expected `A4` or `Letter`').optional(),
  outputs: z.array(z.enum(OUTPUTS, EXPECTED_OUTPUT)).min(1, 'Expected at least one output').optional(),
  out: z.string().min(1).optional(),
  cache: z.string().min(1).optional(),
  severity: z.record(z.string(), z.enum(SEVERITY_CHOICES, 'Expected `error`, `warning` or `off`')).optional(),
})

/** What `demarche.yml` may say: the brand and paper of briefings that name none, the folder that papers are written to, what is made of warnings. */
export type Settings = z.output<typeof settingsFile>

/** Opens the workspace that a folder lies in; a folder in none is one of its own. `brandsFrom` lends it its brands. */
export async function openWorkspace(folder: string, brandsFrom?: Workspace, notice = brandsFrom?.notice): Promise<Outcome<Workspace>> {
  const root = (await rootAbove(folder, notice)) ?? folder
  const files = workspaceFiles(root, brandsFrom?.root, notice)
  const {value: settings, diagnostics} = await readSettings(
    files,
    slashed(path.relative(brandsFrom?.root ?? root, path.join(root, 'demarche.yml'))),
  )
  if (!settings) return {diagnostics}
  const [only, ...more] = (await files.folders?.('styles')) ?? []
  const defaultBrand = settings.brand ?? (only !== undefined && more.length === 0 ? only : (brandsFrom?.defaultBrand ?? 'house'))
  return {value: {root, settings, defaultBrand, files, ...(notice ? {notice} : {})}, diagnostics}
}

async function rootAbove(folder: string, notice?: Notice): Promise<string | undefined> {
  for (const name of ['demarche.yml', 'briefings']) notice?.('lies', path.join(folder, name))
  if ((await lies(path.join(folder, 'demarche.yml'))) === 'file') return folder
  if ((await lies(path.join(folder, 'briefings'))) === 'folder') return folder
  const above = path.dirname(folder)
  return above === folder ? undefined : rootAbove(above, notice)
}

/** Every brand that a briefing of the workspace may name. */
export const brandNames = async ({files}: Pick<Workspace, 'files'>): Promise<string[]> =>
  [...new Set([...((await files.folders?.('styles')) ?? []), ...ownBrands])].sort()

async function readSettings(files: Files, shownAs: string): Promise<Outcome<Settings>> {
  const place: Place = {path: shownAs}
  const read = await files.read('demarche.yml')
  if (read.trouble === 'missing') return {value: {}, diagnostics: []}
  const {value: source, diagnostics: about} = asSource(place, read)
  if (!source) return {diagnostics: about}
  if (!/^\s*[^#\s]/m.test(source.text)) return {value: {}, diagnostics: []}
  const written = readYaml(source, 'workspace')
  if (!written.value) return {diagnostics: written.diagnostics}
  const shaped = readShape(written.value, settingsFile, {room: 'workspace', name: '`demarche.yml`'})
  const diagnostics = [...written.diagnostics, ...shaped.diagnostics]
  const entries = written.value.type === 'map' ? written.value.entries : undefined
  const at = (key: string) => entries?.get(key)?.value.place ?? place
  const {brand} = shaped.value ?? {}
  const brands = await brandNames({files})
  if (brand !== undefined && !brands.includes(brand)) {
    const near = closest(brand, brands)
    const list = `The brands are ${brands.map((name) => `\`${name}\``).join(', ')}`
    diagnostics.push(
      error('workspace/brand', at('brand'), `There is no brand \`${brand}\``, near ? `Did you mean \`${near}\`? ${list}` : list),
    )
  }
  const {out, cache} = shaped.value ?? {}
  if (leadsOut(out)) diagnostics.push(error('workspace/out', at('out'), '`out` must lie inside the workspace', 'Name a folder such as `output`, or use `--out`'))
  if (leadsOut(cache)) diagnostics.push(error('workspace/cache', at('cache'), '`cache` must lie inside the workspace', 'Name a folder such as `.demarche-cache`, or use `--cache`'))
  const severity = entries?.get('severity')?.value
  for (const [rule, {key}] of severity?.type === 'map' ? severity.entries : []) {
    const unknown = unknownRule(rule)
    if (unknown) diagnostics.push(error('workspace/unknown-rule', key, unknown.message, unknown.hint))
  }
  return !shaped.value || hasErrors(diagnostics) ? {diagnostics} : {value: shaped.value, diagnostics}
}

const leadsOut = (folder: string | undefined): boolean => folder !== undefined && (path.isAbsolute(folder) || /(^|[\\/])\.\.([\\/]|$)/.test(folder))

/** The text of a file, or why it cannot be read. */
export function asSource(place: Place, {bytes, trouble}: {bytes?: Uint8Array; trouble?: FileTrouble}): Outcome<Source> {
  if (!bytes) {
    const why: Record<FileTrouble, string> = {
      missing: 'There is no such file',
      outside: 'The file is a link to one outside the workspace',
      'not-a-file': 'This is not a file',
      'too-large': 'The file is larger than 20 MB',
      unreadable: 'The file cannot be read: its permissions do not allow it',
    }
    return {diagnostics: [error('workspace/unreadable', place, why[trouble ?? 'unreadable'])]}
  }
  try {
    return {value: {path: place.path, text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)}, diagnostics: []}
  } catch {
    return {diagnostics: [error('workspace/encoding', place, 'The file is not UTF-8 text', 'Save it with the encoding UTF-8')]}
  }
}

/** A path with `/`, as places have it. */
export const slashed = (file: string): string => file.split(path.sep).join('/')
