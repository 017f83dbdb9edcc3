import {symbolOf} from '../edition/index.js'
import {entryOf, type Finished, type Job, type ManifestEntry, type PaperReport, toolVersions} from '../press/index.js'
import type {Annex, Pack} from './pack.js'

/** What was written, and all that is known of it. */
export interface Listed {
  job: Job
  printed: Finished
  report: PaperReport
  /** From the folder of the pack. */
  file: string
}

/** A paper, and the pages of the pack that it takes. */
export interface ListedPaper extends Listed {
  first: number
  pages: number
}

interface Members {
  /** The pack, in each of its forms. */
  forms: readonly Listed[]
  papers: readonly ListedPaper[]
  annexes: readonly {annex: Annex; file: string; page: number}[]
}

type Entry = ManifestEntry & {bytes: number}

/** What a pack holds, as a list for machines: no times, no names of machines. `demarche verify` finds its papers in it, and the pack among them. */
export function packManifest(pack: Pack, {forms, papers, annexes}: Members): {bytes: Uint8Array; forms: Entry[]; papers: Entry[]} {
  const tools = toolVersions()
  const own = forms.map((form) => entryOf(form.file, {...form, tools}))
  const entries = papers.map((paper) => entryOf(paper.file, {...paper, tools}))
  const {occasion, recipients} = pack
  const marking = forms[0]?.printed.marking
  const list = {
    pack: {
      files: own.map(({path}) => path),
      title: pack.title,
      ...(pack.symbol === undefined ? {} : {symbol: symbolOf(pack.symbol, pack.counting)}),
      date: pack.date.text,
      ...(marking === undefined ? {} : {marking}),
      ...(occasion ? {occasion} : {}),
      recipients,
    },
    papers: [
      // What holds the pages of others claims nothing of itself.
      ...own.map((entry) => ({...withoutBytes(entry), ...(entry.conformance.length === 0 ? {tagged: false as const} : {})})),
      ...papers.map(({printed, report, first, pages}, at) => ({
        ...listed(entries[at]),
        ...(printed.marking === undefined ? {} : {marking: printed.marking}),
        inPack: {first, pages},
        facts: factsOf(report),
      })),
    ],
    annexes: annexes.map(({annex, file, page}) => ({
      path: file,
      title: annex.title,
      ...(annex.symbol === undefined ? {} : {symbol: annex.symbol}),
      ...(annex.marking ? {marking: annex.marking.words} : {}),
      from: annex.path,
      sha256: annex.sha256,
      pages: annex.pages,
      inPack: {first: page, pages: 1},
      conformance: [],
    })),
  }
  return {bytes: new TextEncoder().encode(`${JSON.stringify(list, null, 2)}\n`), forms: own, papers: entries}
}

const listed = (entry: Entry | undefined) => (entry ? withoutBytes(entry) : {})

const withoutBytes = ({bytes: _, ...entry}: Entry): ManifestEntry => entry

/** Each value of a fact once: which, as it prints, of when. */
function factsOf({facts}: PaperReport): {id: string; value: string; of: string}[] {
  const once = new Map(facts.map(({id, value, of}) => [JSON.stringify([id, value, of]), {id, value, of}]))
  return [...once.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact)
}
