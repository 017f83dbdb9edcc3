import path from 'node:path/posix'
import {glob} from 'tinyglobby'
import {type BriefingMeta, isBriefing, readMeta, readTemplate} from '../briefing/index.js'
import {type Diagnostic, error, hasErrors, type Outcome, type Place} from '../diagnostic.js'
import {type FileTrouble, namesIn} from '../files.js'
import {loadRows, type Row} from '../rows/index.js'
import {closest} from '../shapes/index.js'
import type {Source} from '../source.js'
import type {Annex, PackPaper} from './pack.js'
import type {MemberEntry, Placed} from './pack-file.js'
import {openAnnex} from './open-annex.js'
import type {ReadOptions} from './read-pack.js'

/** A paper that was found, and what its front matter says of it. */
export interface FoundPaper extends PackPaper {
  meta: Pick<BriefingMeta, 'title' | 'symbol' | 'date'>
}

interface Members {
  papers: FoundPaper[]
  annexes: Annex[]
  diagnostics: Diagnostic[]
}

const PATTERN = /[*?[\]{}]/

/** Finds the members of a pack: briefings and rows once each, in the order listed; annexes after them. */
export async function findMembers(entries: readonly MemberEntry[], packPath: string, options: ReadOptions): Promise<Members> {
  const found: Members = {papers: [], annexes: [], diagnostics: []}
  const pathOf = (typed: string) => (typed.startsWith('/') ? path.normalize(typed.slice(1)) : path.join(path.dirname(packPath), typed))
  const {named, diagnostics} = namedByThemselves(entries, pathOf)
  found.diagnostics.push(...diagnostics)
  const taken = new Map<string, Place>()
  for (const entry of entries) {
    const {briefing, rows, annex} = entry
    if (briefing && !annex) {
      const papers = PATTERN.test(briefing.text) ? await matchedPapers(briefing, rows, {...options, pattern: pathOf(briefing.text), named}) : await papersIn(pathOf(briefing.text), briefing, rows, options)
      found.diagnostics.push(...papers.diagnostics)
      takeOnce(papers.value ?? [], briefing, {found, taken})
    } else if (annex && !briefing) {
      const opened = await openAnnex({file: pathOf(annex.text), entry, named: annex}, options)
      found.diagnostics.push(...opened.diagnostics)
      if (opened.value) found.annexes.push(opened.value)
    } else {
      found.diagnostics.push(error('pack/member', entry.place, 'A member is either a `briefing` or an `annex`', 'Write `- fact-sheet.md`, or `annex: treaty.pdf` with its `title`'))
    }
  }
  return found
}

/** What is named by itself stands where it is named, whatever pattern it would match before. */
function namedByThemselves(entries: readonly MemberEntry[], pathOf: (typed: string) => string): {named: Map<string, Place>; diagnostics: Diagnostic[]} {
  const named = new Map<string, Place>()
  const diagnostics: Diagnostic[] = []
  for (const {briefing, rows} of entries) {
    if (!briefing || PATTERN.test(briefing.text)) continue
    const file = pathOf(briefing.text)
    const before = named.get(file)
    // The rows of one template may stand in several lines.
    if (before && !rows) diagnostics.push(memberTwice(briefing, before))
    named.set(file, briefing.place)
  }
  return {named, diagnostics}
}

/** A paper that a pattern before has taken is passed over; a row that is named twice, by its key and by another name, is told. */
function takeOnce(papers: readonly FoundPaper[], briefing: Placed, {found, taken}: {found: Members; taken: Map<string, Place>}): void {
  for (const paper of papers) {
    const key = `${paper.source.path}#${paper.row?.key ?? ''}`
    const before = taken.get(key)
    if (before && paper.row) found.diagnostics.push(memberTwice({...briefing, text: `${briefing.text}, row ${paper.row.key}`}, before))
    if (before) continue
    taken.set(key, paper.place)
    found.papers.push(paper)
  }
}

/** The papers of all briefings that a pattern matches. */
async function matchedPapers(briefing: Placed, rows: Rows, {pattern, named, ...options}: ReadOptions & {pattern: string; named: ReadonlyMap<string, Place>}): Promise<Outcome<FoundPaper[]>> {
  const matched = await matching(pattern, options.root)
  const papers: FoundPaper[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of matched.filter((one) => !named.has(one))) {
    const found = await papersIn(file, briefing, rows, {...options, isPattern: true})
    diagnostics.push(...found.diagnostics)
    papers.push(...(found.value ?? []))
  }
  if (papers.length === 0 && !hasErrors(diagnostics)) {
    diagnostics.push(error('pack/no-match', briefing.place, `No briefing matches \`${briefing.text}\`${matched.length === 0 ? '' : ' that is not in the pack already'}`))
  }
  return {value: papers, diagnostics}
}

/** The papers of one file; none where a pattern met Markdown that is no briefing. */
async function papersIn(file: string, briefing: Placed, rows: Rows, options: ReadOptions & {isPattern?: boolean}): Promise<Outcome<FoundPaper[]>> {
  const {value: source, diagnostics} = await readMember(file, briefing, options)
  if (!source) return {diagnostics}
  const {papers, diagnostics: ofRows} = await papersOf(source, briefing, rows, options)
  return {value: papers, diagnostics: [...diagnostics, ...ofRows]}
}

const memberTwice = ({text, place}: Placed, before: Place): Diagnostic => ({
  ...error('pack/member-twice', place, `\`${text}\` is in the pack already`, 'Leave one of the two out'),
  related: [{message: 'It is named here', place: before}],
})

const matching = async (pattern: string, root: string): Promise<string[]> =>
  (await glob([pattern], {cwd: root, expandDirectories: false, caseSensitiveMatch: false, followSymbolicLinks: false, ignore: ['**/node_modules/**']}))
    .filter((file) => /\.(?:md|markdown)$/i.test(file))
    .sort()

/** The text of a member; nothing where a pattern met Markdown that is no briefing. */
async function readMember(file: string, {text, place}: Placed, {files, root, isPattern = false}: ReadOptions & {isPattern?: boolean}): Promise<Outcome<Source>> {
  const refuse = (message: string, hint?: string): Outcome<Source> => ({diagnostics: [error('pack/no-member', place, message, hint)]})
  const {bytes, trouble} = await files.read(file)
  if (!bytes) {
    if (trouble !== 'missing') return refuse(`\`${text}\` ${TROUBLES[trouble]}`)
    const near = await nearestTo(file, root)
    return refuse(`There is no file \`${text}\``, near === undefined ? 'The path counts from the folder of the pack' : `Did you mean \`${near}\`?`)
  }
  if (/\.pdf$/i.test(file)) return refuse(`\`${text}\` is a PDF: expected a briefing`, `Write \`annex: ${text}\` with its \`title\``)
  let source: Source
  try {
    source = {path: file, text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)}
  } catch {
    return refuse(`\`${text}\` is not UTF-8 text`)
  }
  if (isBriefing(source)) return {value: source, diagnostics: []}
  return isPattern ? {diagnostics: []} : refuse(`\`${text}\` is no briefing: expected Markdown that begins with \`---\` and a \`kind\``)
}

export const TROUBLES: Record<FileTrouble, string> = {
  missing: 'is not there',
  outside: 'lies outside the workspace',
  'not-a-file': 'is a folder: expected a file',
  'too-large': 'is larger than 20 MB',
  unreadable: 'cannot be read: its permissions do not allow it',
}

/** The name that was meant, in the folder that was meant. */
export async function nearestTo(file: string, root: string): Promise<string | undefined> {
  const names = await namesIn(`${root}/${path.dirname(file)}`)
  const stem = (name: string) => name.replace(/\.[^.]*$/, '')
  const name = path.basename(file)
  return names.find((one) => stem(one) === stem(name)) ?? closest(name, names) ?? names.find((one) => closest(stem(name), [stem(one)]))
}

type Rows = MemberEntry['rows']

/** A briefing, or a template's papers: those of the rows that are named, in that order, or all. */
async function papersOf(source: Source, {text, place}: Placed, rows: Rows, {files}: ReadOptions): Promise<Pick<Members, 'diagnostics'> & {papers: FoundPaper[]}> {
  const template = readTemplate(source)
  if (!template) {
    const meta = readMeta(source) ?? NO_META
    return {papers: [{source, place, meta}], diagnostics: rows ? [error('pack/no-rows', place, `\`${text}\` has no rows: it prints one paper`, 'Leave `rows` out')] : []}
  }
  const {value, diagnostics} = await loadRows(template.asked, {files})
  if (!value) return {papers: [], diagnostics: [...template.diagnostics, ...diagnostics]}
  const told: Diagnostic[] = [...diagnostics]
  const paperOf = (row: Row, at: Place): FoundPaper => ({source, row, place: at, meta: template.withRow(row).value?.meta ?? NO_META})
  if (rows === undefined || rows === 'all') return {papers: value.rows.map((row) => paperOf(row, place)), diagnostics: told}
  const papers = rows.flatMap((wanted) => {
    const known = value.rows.map((row, at) => [row.key, ...(value.names[at] ?? [])])
    const at = known.findIndex((names) => names.some((name) => name.toLowerCase() === wanted.text.toLowerCase()))
    const row = value.rows[at]
    if (row) return [paperOf(row, wanted.place)]
    const near = closest(wanted.text, known.flat())
    told.push(error('pack/unknown-row', wanted.place, `\`${text}\` has no row \`${wanted.text}\``, near ? `Did you mean \`${near}\`?` : 'Name a row by its key, or write `rows: all`'))
    return []
  })
  return {papers, diagnostics: told}
}

/** What is wrong with its front matter is told when it is read whole. */
const NO_META: FoundPaper['meta'] = {title: '', date: {type: 'when', text: '', year: 0, place: {path: ''}}}
