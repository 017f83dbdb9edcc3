import path from 'node:path/posix'
import type {Briefing} from '../briefing/index.js'
import type {Piece} from '../content.js'
import {type Diagnostic, error, type Outcome, type Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Files} from '../files.js'
import {languageOf} from '../language/index.js'
import {type Changes, changesBetween} from './changes.js'
import {fullSymbol, type Issue, latestOf, readIssued, registerPath, rises} from './issued.js'
import {readSnapshot, type Snapshot} from './snapshot.js'

interface ChangesOptions {
  /** What the paper says, without the note. */
  said: Snapshot
  files: Files
  /** The PDF carries its briefing, which has to print the same without a register beside it. */
  carried?: boolean
  /** What a fact is, by its id, in the paper's language. */
  statementOf?(id: string): string | undefined
}

/**
 * A paper that asks for it, with a note at its end of what it says and its last issue before did not. That is the one below its own `rev`,
 * `add` and `corr`: so the note is the same before it is issued and after. Nothing of it is cleared, for it only repeats.
 */
export async function withChanges(briefing: Briefing, edition: Edition, options: ChangesOptions): Promise<Outcome<Edition>> {
  const {meta, places, source} = briefing
  if (meta.changes !== true) return {value: edition, diagnostics: []}
  const place = places.changes ?? {path: source.path}
  if (options.carried) return {diagnostics: [error('release/carried-changes', place, 'A paper with a note of changes cannot carry its briefing: the issue before is not in it', 'Leave `--attach-source` out, or `changes`')]}
  const register = registerPath(source.path)
  const {value: issued, diagnostics} = readIssued(register, (await options.files.read(register)).bytes)
  if (!issued) return {diagnostics}
  const before = issued.issues.filter((one) => one.briefing === source.path && one.row === briefing.row && one.language === edition.meta.language && rises(meta, one))
  const last = latestOf(before.filter(({audience}) => audience === edition.meta.audience))
  // Our own people were handed what all were: what is for them alone is not new to them.
  if (!last && edition.meta.audience === 'internal' && before.length > 0) return {value: edition, diagnostics: []}
  if (!last) return {diagnostics: [neverIssued(place, issued.issues.some((one) => one.briefing === source.path))]}
  const snapshot = await readLast(last, register, options.files)
  if (!snapshot) return {diagnostics: [error('release/snapshot', place, `\`${last.snapshot}\` is not what \`${fullSymbol(last)}\` said when it was issued`, 'Bring back the file as it was committed with the register')]}
  const note = noteOf(changesBetween(snapshot, options.said), {last, edition, place, statementOf: options.statementOf ?? (() => undefined)})
  return {value: {...edition, body: [...edition.body, ...note.pieces], contents: [...edition.contents, note.entry]}, diagnostics: []}
}

function neverIssued(place: Place, known: boolean): Diagnostic {
  const message = known ? 'No issue of the paper counts lower than this one: there is nothing that `changes` could tell of' : 'The paper was never issued: there is nothing that `changes` could tell of'
  return error('release/no-issue-before', place, message, known ? 'Raise `rev`, `add` or `corr`' : 'Leave it out until the paper is issued again')
}

async function readLast({snapshot, said}: Issue, register: string, files: Files): Promise<Snapshot | undefined> {
  const {bytes} = await files.read(path.join(path.dirname(register), snapshot))
  const read = bytes && readSnapshot(bytes)
  return read?.hash === said ? read : undefined
}

interface NoteOptions {
  last: Issue
  edition: Edition
  place: Place
  statementOf(id: string): string | undefined
}

/** What changed, as pieces of a paper: facts with what they were, then what was added, then what is no longer said. */
function noteOf({facts, added, removed}: Changes, {last, edition: {meta, brand}, place, statementOf}: NoteOptions): {pieces: Piece[]; entry: Edition['contents'][number]} {
  const language = languageOf(meta.language)
  if (!language) throw new Error(`A paper in ${meta.language}, which is no language`)
  const label = (key: keyof typeof language.labels) => brand.words[key] ?? language.labels[key]
  const text = (value: string) => [{type: 'text' as const, value, place}]
  const paragraph = (value: string): Piece => ({type: 'paragraph', children: text(value), place})
  const list = (lines: readonly string[]): Piece[] => (lines.length === 0 ? [] : [{type: 'list', ordered: false, start: 1, loose: false, items: lines.map((line) => ({children: [paragraph(line)], place})), place}])
  // No author writes a point in an id: it is nobody else's.
  const under = (part: string, title: string, lines: readonly string[]): Piece[] => (lines.length === 0 ? [] : [{type: 'heading', depth: 3, id: `changes.${part}`, children: text(title), place}, ...list(lines)])
  const changed = facts.flatMap(({id, before, now}) => {
    if (before === undefined || now === undefined) return []
    const fact = statementOf(id.replace(/@.*/, '')) ?? id
    return [label('factChanged').replace(/\{(fact|now|before)\}/g, (_, key: string) => ({fact, now, before})[key] ?? '')]
  })
  const words = language.typography(label('changesSince').replace('{paper}', () => fullSymbol(last)))
  const entry = {id: 'changes.since', depth: 2, words}
  const nothing = facts.length + added.length + removed.length === 0
  const pieces: Piece[] = [
    {type: 'heading', depth: 2, id: entry.id, children: text(words), place},
    ...(nothing ? [paragraph(label('changesNone'))] : []),
    ...list(changed),
    ...under('added', label('changesAdded'), added),
    ...under('removed', label('changesRemoved'), removed),
  ]
  return {pieces, entry}
}
