import path from 'node:path'
import {glob} from 'tinyglobby'
import {isBriefing, readBriefing, readMeta, readTemplate} from '../briefing/index.js'
import {type Diagnostic, error, type Outcome, type Place} from '../diagnostic.js'
import {addressesOf, type OtherPaper, symbolOf} from '../edition/index.js'
import {sha256Of} from '../inputs.js'
import {foldersIn, lies, namesIn, type Notice, settled} from '../files.js'
import {closest} from '../shapes/index.js'
import type {Source} from '../source.js'
import {rowPapers} from './row-papers.js'
import {asSource, openWorkspace, slashed, type Workspace} from './workspace.js'

/** A briefing, and the workspace it belongs to: as a rule the one at hand. */
export interface Found {
  source: Source
  workspace: Workspace
}

const PATTERN = /[*?[\]{}]/
const MARKDOWN = /\.(md|markdown)$/i

/**
 * The briefings meant: files, folders and patterns, relative to `cwd`; without any, all of `briefings/`. In folders and
 * patterns Markdown that is no briefing is skipped and counted; a file that is named is always read. Places are relative
 * to `workspace`, also where they lie outside it.
 */
export async function findBriefings(
  workspace: Workspace,
  paths: readonly string[],
  cwd: string,
): Promise<{found: Found[]; skipped: number; diagnostics: Diagnostic[]}> {
  const result = {found: [] as Found[], skipped: 0, diagnostics: [] as Diagnostic[]}
  const homeOf = workspaces(workspace)
  const seen = new Map<string, 'taken' | 'skipped'>()

  /** Takes a briefing once; what was skipped in a folder is taken where it is also named. */
  const take = async (file: string, base: string, named: boolean) => {
    const known = seen.get(file)
    if (known === 'taken' || (known === 'skipped' && !named)) return
    const {value: home, diagnostics} = await homeOf(file, base)
    result.diagnostics.push(...diagnostics)
    if (!home) return
    const relative = slashed(path.relative(home.root, file))
    const {value: source, diagnostics: about} = asSource(placeIn(workspace, file), await home.files.read(relative))
    const skip = source !== undefined && !named && !isBriefing(source)
    seen.set(file, skip ? 'skipped' : 'taken')
    if (known === 'skipped') result.skipped--
    if (skip) result.skipped++
    else if (source) result.found.push({source: {...source, path: relative}, workspace: home})
    else result.diagnostics.push(...about)
  }

  const {notice} = workspace
  for (const typed of paths.length > 0 ? paths : [path.join(workspace.root, 'briefings')]) {
    const absolute = await settled(path.resolve(cwd, typed))
    notice?.('lies', absolute)
    if (notice) await noticeBelow(PATTERN.test(typed) ? path.resolve(cwd, fixedPartOf(typed)) : absolute, notice)
    const what = await lies(absolute)
    if (what === 'file') {
      const other = noMarkdown(placeIn(workspace, absolute), typed)
      if (other) result.diagnostics.push(other)
      else await take(absolute, path.dirname(absolute), true)
      continue
    }
    const files = what === 'folder' ? await markdownBelow(absolute) : await matching(typed, cwd)
    for (const file of files) await take(file, what === 'folder' ? absolute : path.dirname(file), false)
    if (files.some((file) => seen.get(file) !== 'skipped')) continue
    if (what === 'folder' || files.length > 0) result.diagnostics.push(noBriefingIn(placeIn(workspace, absolute)))
    else if (paths.length === 0) result.diagnostics.push(nothingThere(workspace))
    else
      result.diagnostics.push(
        PATTERN.test(typed) ? noMatch(placeIn(workspace, absolute), typed) : await noSuchFile(workspace, typed, absolute, cwd),
      )
  }
  return result
}

/** Tells of a folder and of all below it where briefings are looked for. */
async function noticeBelow(folder: string, notice: Notice): Promise<void> {
  if ((await lies(folder)) !== 'folder') return
  notice('list', folder)
  for (const below of await foldersIn(folder)) await noticeBelow(below, notice)
}

/** The folder that everything a pattern matches lies in. */
const fixedPartOf = (pattern: string): string => {
  const steps = slashed(pattern).split('/')
  return steps.slice(0, steps.findIndex((step) => PATTERN.test(step))).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

/** The workspace of a file: the one at hand for what lies in it, else that of the folder it was found through, opened once. */
function workspaces(atHand: Workspace): (file: string, base: string) => Promise<Outcome<Workspace>> {
  const opened = new Map<string, Outcome<Workspace>>()
  return async (file, base) => {
    if (file.startsWith(atHand.root + path.sep)) return {value: atHand, diagnostics: []}
    const known = opened.get(base)
    if (known) return {...known, diagnostics: []}
    const fresh = await openWorkspace(base, atHand)
    opened.set(base, fresh)
    return fresh
  }
}

/** An absolute path as places have it. */
const placeIn = (workspace: Workspace, file: string): Place => ({path: slashed(path.relative(workspace.root, file)) || '.'})

const globbed = {
  absolute: true,
  expandDirectories: false,
  caseSensitiveMatch: false,
  followSymbolicLinks: false,
  ignore: ['**/node_modules/**'],
}

const markdownBelow = async (folder: string): Promise<string[]> =>
  (await glob(['**/*.{md,markdown}'], {...globbed, cwd: folder})).map(path.normalize).sort()

const matching = async (pattern: string, cwd: string): Promise<string[]> =>
  !PATTERN.test(pattern)
    ? []
    : (await glob([slashed(pattern)], {...globbed, cwd}))
        .map(path.normalize)
        .filter((file) => MARKDOWN.test(file))
        .sort()

function nothingThere({root}: Workspace): Diagnostic {
  const message = `There is no folder \`briefings\` in \`${path.basename(root)}\` nor in any folder above it`
  return error('workspace/no-briefings', {path: '.'}, message, 'Make a folder `briefings`, or name the files to read')
}

function noBriefingIn(place: Place): Diagnostic {
  const message = `There is no briefing in \`${place.path}\`: expected Markdown that begins with \`---\` and a \`kind\``
  return error('workspace/no-briefings', place, message)
}

/** Files of other kinds, and what is done with them. */
const OTHERS: readonly [RegExp, (typed: string) => string][] = [
  [/\.pdf$/i, (typed) => `\`demarche verify ${typed}\` tells what a finished paper is; to print one, name its Markdown`],
  [/\.ya?ml$/i, (typed) => `\`demarche pack ${typed}\` prints a pack; a register or a brand is read with the papers that call for it`],
  [/\.(?:csv|json|xlsx?|ods)$/i, () => 'It is read with the papers that call for it: name one of those'],
  [/\.(?:docx?|odt|rtf|pages|html?)$/i, () => 'Save its text as Markdown, and begin it with `---`, then its keys, then `---` again'],
]

function noMarkdown(place: Place, typed: string): Diagnostic | undefined {
  const [, hint] = OTHERS.find(([ending]) => ending.test(typed)) ?? []
  return hint && error('workspace/no-markdown', place, `\`${typed}\` is no Markdown`, hint(typed))
}

const noMatch = (place: Place, pattern: string): Diagnostic =>
  error('workspace/no-such-file', place, `No Markdown file matches \`${pattern}\``)

/** The nearest name at the step of the path that fails, else a briefing of that name elsewhere. */
async function noSuchFile(workspace: Workspace, typed: string, absolute: string, cwd: string): Promise<Diagnostic> {
  const place = placeIn(workspace, absolute)
  let folder = path.dirname(absolute)
  let missing = path.basename(absolute)
  while (!(await lies(folder))) [folder, missing] = [path.dirname(folder), path.basename(folder)]
  const rest = path.relative(path.join(folder, missing), absolute)
  const names = await namesIn(folder)
  const stem = (file: string) => path.basename(file).replace(MARKDOWN, '')
  const near =
    names.find((name) => stem(name) === stem(missing)) ?? closest(missing, names) ?? names.find((name) => closest(missing, [stem(name)]))
  const elsewhere = await markdownBelow(path.join(workspace.root, 'briefings'))
  // As another system writes a path.
  const turned = path.resolve(cwd, typed.replaceAll('\\', '/'))
  const meant = (await lies(turned)) ? turned : near !== undefined ? path.join(folder, near, rest) : elsewhere.find((file) => closest(stem(absolute), [stem(file)]))
  const hint = meant !== undefined && (await lies(meant)) ? `Did you mean \`${slashed(path.relative(cwd, meant))}\`?` : undefined
  return error('workspace/no-such-file', place, `There is no file or folder \`${slashed(path.relative(cwd, absolute))}\``, hint)
}

/** What a link to another briefing can lead to: every briefing of the workspace, the papers of a template's rows, and those found outside `briefings/`. */
export async function otherPapers(workspace: Workspace, found: readonly Found[]): Promise<OtherPaper[]> {
  const own = found.filter((one) => one.workspace === workspace).map(({source}) => source)
  const leads = own.some(({text}) => /doc:|\.md\b/i.test(text))
  if (!leads) return []
  const {found: all} = await findBriefings(workspace, [], workspace.root)
  const sources = new Map([...all.map(({source}) => source), ...own].map((source) => [source.path, source]))
  const isLedInto = headingsLedTo(own)
  const papers = [...sources.values()].flatMap((source): OtherPaper[] => {
    const body = isLedInto(source.path) ? readBriefing(source).value : undefined
    const meta = body?.meta ?? readMeta(source)
    if (!meta) return readTemplate(source) ? [] : [{path: source.path, title: '', unread: true, ids: []}]
    const {title, symbol} = meta
    return [{path: source.path, title, ...(symbol === undefined ? {} : {symbol: symbolOf(symbol, meta)}), ids: body ? [...addressesOf(body.body).values()] : [], sha256: sha256Of(source.text)}]
  })
  const ofRows = await Promise.all([...sources.values()].map((source) => rowPapers(source, {files: workspace.files, leading: own})))
  return [...papers, ...ofRows.flat()]
}

/** Papers whose headings links may lead to: few, and only these are read whole. Whatever stands before a `#` is taken for a name; between `<` and `>` it may have spaces. */
function headingsLedTo(sources: readonly Source[]): (file: string) => boolean {
  const stemOf = (name: string) => path.posix.basename(name).replace(MARKDOWN, '')
  const stems = new Set(sources.flatMap(({text}) => [...text.matchAll(/([^\s()<>"'[\]:#]+)#|<(?:doc:)?([^<>\n#]+)#/gi)].map(([, name, spaced = '']) => stemOf(decoded(name ?? spaced)))))
  return (file) => stems.has(stemOf(file))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
