import {z} from 'zod'
import {type Diagnostic, error, type Outcome, type Place} from '../diagnostic.js'
import {sha256Of} from '../inputs.js'
import {once} from '../once.js'
import {besideBriefing} from './cleared-path.js'
import {type Snapshot, snapshotText} from './snapshot.js'

const issue = () => z.object({
  /** Without what counts up. */
  symbol: z.string(),
  rev: z.number().optional(),
  add: z.number().optional(),
  corr: z.number().optional(),
  /** The symbol that it takes the place of, with what counts up where that is meant. */
  supersedes: z.string().optional(),
  title: z.string(),
  language: z.string(),
  audience: z.enum(['external', 'internal']),
  brand: z.string(),
  paper: z.string(),
  briefing: z.string(),
  row: z.string().optional(),
  /** As it was handed on. */
  file: z.string(),
  sha256: z.string(),
  /** The hash of what it says; the snapshot, from the folder of the register, has the words. */
  said: z.string(),
  snapshot: z.string(),
  issued: z.string(),
  recipients: z.array(z.string()),
  /** The hash of this entry and of the one before. */
  chain: z.string(),
})
const register = once(() => z.object({issues: z.array(issue())}))

/** A paper that left the house. */
export type Issue = z.output<ReturnType<typeof issue>>

/** The register of issues of a folder of briefings. Entries are added and never changed: each holds the hash of all before it. */
export interface Issued {
  path: string
  issues: readonly Issue[]
}

/** A paper that is about to be issued. */
export interface Issuing extends Pick<Issue, 'title' | 'language' | 'audience' | 'brand' | 'paper' | 'briefing' | 'file' | 'sha256'>, Counting {
  symbol?: string
  supersedes?: string
  row?: string
  snapshot: Snapshot
  /** Where its symbol is said, or could be. */
  place: Place
}

export interface Counting {
  rev?: number | undefined
  add?: number | undefined
  corr?: number | undefined
}

/** Where the papers of a briefing's folder are registered when they are issued. */
export const registerPath = (briefing: string): string => [...briefing.split('/').slice(0, -1), 'ledger.json'].join('/')

/** Reads a register of issues, and holds each entry against the hash of all before it; a register that is not there is empty. */
export function readIssued(path: string, bytes: Uint8Array | undefined): Outcome<Issued> {
  if (!bytes) return {value: {path, issues: []}, diagnostics: []}
  const broken = (message: string) => ({diagnostics: [error('release/register', {path}, message, 'Take back what was changed in it: entries are added by `demarche issue` only')]})
  let read: z.output<ReturnType<typeof register>>
  try {
    read = register().parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return broken('This is no register of issues')
  }
  let before = ''
  for (const [at, {chain, ...entry}] of read.issues.entries()) {
    if (chainOf(before, entry) !== chain) return broken(`Entry ${at + 1} of the register of issues, \`${entry.symbol}\`, is not what was written, or one before it is missing`)
    before = chain
  }
  return {value: {path, issues: read.issues}, diagnostics: []}
}

const chainOf = (before: string, entry: Omit<Issue, 'chain'>): string =>
  sha256Of(`${before}\n${JSON.stringify(Object.entries(entry).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))}`)

/**
 * Adds papers to a register: its new text, and the snapshots to be written, by path in the workspace. It is an error where a symbol was issued
 * before with other bytes and none of `rev`, `add` and `corr` has risen. The same paper for the same recipients is in the register already.
 */
export function addIssues(issued: Issued, papers: readonly Issuing[], {on, recipients}: {on: string; recipients: readonly string[]}): Outcome<{text: string; snapshots: Map<string, string>; issues: Issue[]}> {
  const issues = [...issued.issues]
  const added: Issue[] = []
  const snapshots = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  for (const {snapshot, place, symbol, ...paper} of papers) {
    if (symbol === undefined) {
      diagnostics.push(error('release/no-symbol', place, 'A paper that is issued needs a `symbol`, by which it is known afterwards', 'Add one such as `symbol: MBC/2026/4`'))
      continue
    }
    const refused = refusal({...paper, symbol, said: snapshot.hash}, issues)
    if (refused) {
      diagnostics.push(error('release/same-symbol', place, refused, 'Raise `rev`, or say with `add` or `corr` what it is'))
      continue
    }
    if (issues.some((one) => one.sha256 === paper.sha256 && recipients.every((who) => one.recipients.includes(who)))) continue
    const counted = [...(paper.rev === undefined ? [] : [`Rev${paper.rev}`]), ...(paper.add === undefined ? [] : [`Add${paper.add}`]), ...(paper.corr === undefined ? [] : [`Corr${paper.corr}`])]
    const name = [symbol.replace(/[^A-Za-z0-9]+/g, '-'), paper.language.toUpperCase(), ...counted, ...(paper.audience === 'internal' ? ['INTERNAL'] : [])].join('_')
    const file = `issued/${name}.json`
    snapshots.set(besideBriefing(`${issued.path.replace(/[^/]+$/, '')}${name}`, 'issued', '.json'), snapshotText(snapshot))
    const entry = withoutUndefined({...paper, symbol, said: snapshot.hash, snapshot: file, issued: on, recipients: [...recipients]})
    const whole = {...entry, chain: chainOf(issues.at(-1)?.chain ?? '', entry)}
    issues.push(whole)
    added.push(whole)
  }
  return diagnostics.length > 0 ? {diagnostics} : {value: {text: `${JSON.stringify({issues}, null, 2)}\n`, snapshots, issues: added}, diagnostics}
}

const withoutUndefined = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T // the same keys, but for those without a value

/** Why a paper may not have its symbol; nothing where it may. */
function refusal(paper: Omit<Issue, 'chain' | 'issued' | 'recipients' | 'snapshot'>, issues: readonly Issue[]): string | undefined {
  const before = issues.filter(({symbol, language, audience}) => symbol === paper.symbol && language === paper.language && audience === paper.audience)
  const last = latestOf(before)
  if (!last || before.some(({sha256}) => sha256 === paper.sha256) || rises(paper, last)) return undefined
  const same = before.filter((one) => !rises(one, paper) && !rises(paper, one))
  // Another brand or another sheet says the same with other bytes.
  if (same.length > 0 && same.every((one) => one.said === paper.said && (one.brand !== paper.brand || one.paper !== paper.paper))) return undefined
  return `\`${fullSymbol(last)}\` was issued on ${last.issued}, and this paper of the same symbol has other bytes`
}

/** Whether a paper counts further than another: a revision begins its additions and corrections anew. */
export function rises(one: Counting, other: Counting): boolean {
  const [rev, before] = [one.rev ?? 0, other.rev ?? 0]
  return rev === before ? (one.add ?? 0) > (other.add ?? 0) || (one.corr ?? 0) > (other.corr ?? 0) : rev > before
}

/** The issue of a paper that counts furthest; nothing where there is none. */
export const latestOf = (issues: readonly Issue[]): Issue | undefined => issues.reduce<Issue | undefined>((last, one) => (!last || rises(one, last) || !rises(last, one) ? one : last), undefined)

/** `MBC/2026/4/Rev.1`. */
export const fullSymbol = ({symbol, rev, add, corr}: Counting & {symbol: string}): string =>
  [symbol, ...(rev === undefined ? [] : [`Rev.${rev}`]), ...(add === undefined ? [] : [`Add.${add}`]), ...(corr === undefined ? [] : [`Corr.${corr}`])].join('/')

/** What the register knows of a file, as a sentence without a full stop: issued, and current or superseded; nothing where it was never issued. */
export function standingOfIssue(issued: Issued, sha256: string): string | undefined {
  const own = issued.issues.find((one) => one.sha256 === sha256)
  if (!own) return undefined
  const known = `issued as \`${fullSymbol(own)}\` on ${own.issued}`
  const family = issued.issues.filter(({symbol, language, audience}) => symbol === own.symbol && language === own.language && audience === own.audience)
  const later = latestOf(family.filter((one) => rises(one, own)))
  const heir = issued.issues.find(({supersedes, language}) => (supersedes === own.symbol || supersedes === fullSymbol(own)) && language === own.language)
  if (later) return `${known}: superseded by ${fullSymbol({...later, symbol: ''}).slice(1)} of ${later.issued}`
  return heir ? `${known}: superseded by \`${fullSymbol(heir)}\` of ${heir.issued}` : `${known}: current`
}
