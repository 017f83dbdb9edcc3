import type {loadBrand} from '../../src/brand/index.js'
import {type Built, build} from '../../src/build.js'
import {hasErrors} from '../../src/diagnostic.js'
import type {Files} from '../../src/files.js'
import {pictureFiles} from '../papers.js'
import {faultsOf} from '../print/pdf/faults-of.js'
import {CALL, type Expected, type FuzzPaper} from './paper.js'
import {type ReadWords, readInOrder} from './read-in-order.js'

/** What became of a paper, and what is wrong with that. */
export interface Verdict {
  faults: string[]
  /** The errors it was refused for; none where it printed. */
  told: string[]
  pages: number
}

const WIDE = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 30"><rect x="2" y="2" width="150" height="20" fill="#a23619"/></svg>')

const files: Files = {...pictureFiles, read: async (path) => (path.endsWith('wide.svg') ? {bytes: WIDE} : pictureFiles.read(path))}
const brands = new Map<string, ReturnType<typeof loadBrand>>()

/**
 * Prints a paper twice and holds the result to what was promised: no failure of the program, a place for every error, the same bytes, a sound
 * file that says what was set, and every visible word of the source once and in order.
 */
export async function judge({text, expects}: FuzzPaper): Promise<Verdict> {
  try {
    const once = await build({path: 'paper.md', text}, {files, brands})
    const errors = once.diagnostics.filter(({severity}) => severity === 'error')
    const told = [...new Set(errors.map(({rule}) => rule))]
    if (!once.value) return {faults: [...(hasErrors(errors) ? [] : ['nothing printed, and nothing told']), ...refusedFor(told, expects)], told, pages: 0}
    const again = await build({path: 'paper.md', text}, {files, brands: new Map()})
    const {pdf, pages} = once.value
    return {
      faults: [...(again.value && same(pdf, again.value.pdf) ? [] : ['a second run has other bytes']), ...faultsOf(pdf).map((fault) => `the file: ${fault}`), ...(await wordFaults(once.value, expects))],
      told,
      pages: pages.length,
    }
  } catch (failure) {
    return {faults: [`exit code 2: ${failure instanceof Error ? failure.stack : failure}`], told: [], pages: 0}
  }
}

const refusedFor = (told: readonly string[], expects: Expected | undefined): string[] =>
  expects?.mayTell ? told.filter((rule) => !expects.mayTell?.includes(rule)).map((rule) => `refused for no reason: ${rule}`) : []

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other)

/** Without spaces, hyphens that only divide, and the turn of quotation marks. */
const bare = (words: string): string => words.normalize('NFC').replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g, '').replace(/[‘’]/g, "'").replace(/[“”«»]/g, '"')

async function wordFaults({pdf, pages}: Built, expects: Expected | undefined): Promise<string[]> {
  const read = await readInOrder(pdf)
  const wordsOf = (wanted: (one: ReadWords) => boolean) => bare(read.filter(wanted).map(({words}) => words).join(''))
  const all = wordsOf(() => true)
  const unread = pages.flatMap(({lines}) => lines).filter(({role, text}) => role !== 'Artifact' && role !== 'Figure' && !all.includes(bare(text)))
  const faults = unread.map(({text}) => `set, and not read: \`${text}\``)
  if (!expects) return faults
  const notes = wordsOf(({roles}) => roles.includes('Note'))
  const lost = expects.notes.filter((note) => !notes.includes(bare(note)))
  const body = wordsOf(({roles}) => !APART.some((role) => roles.includes(role)))
  return [...faults, ...runFaults(body, expects), ...markFaults(all, expects), ...lost.map((note) => `a note is lost: \`${note}\``)]
}

/** What stands beside the words of the body: notes at the foot, marks of lists, a list of contents, words of drawings. */
const APART = ['Note', 'Lbl', 'TOC', 'Figure']

/** Runs stand in their order, each once; between them only what blocks and the masthead add. */
function runFaults(body: string, {runs, nothingElse}: Expected): string[] {
  const faults: string[] = []
  const rest: string[] = []
  let at = 0
  for (const [number, run] of runs.entries()) {
    const pattern = new RegExp(bare(run).split(CALL).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\d'), 'g')
    pattern.lastIndex = at
    const found = pattern.exec(body)
    if (!found) return [...faults, `lost, or out of its order: ${lostIn(bare(run), body.slice(at))}`]
    const between = body.slice(at, found.index)
    // The masthead stands around the title.
    if (nothingElse && number > 2 && between !== '') faults.push(`added before \`${run.slice(0, 40)}\`: \`${between}\``)
    rest.push(between)
    at = found.index + found[0].length
  }
  rest.push(body.slice(at))
  // Few words may well stand in a block too.
  const twice = runs.map(bare).filter((run) => run.length >= 60 && rest.some((words) => words.includes(run)))
  return [...faults, ...twice.map((run) => `read twice: \`${run}\``)]
}

/** Where a run that is not read as a whole parts from what is read. */
function lostIn(run: string, body: string): string {
  let [low, high] = [0, run.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (body.includes(run.slice(0, middle))) low = middle
    else high = middle - 1
  }
  const at = body.indexOf(run.slice(0, low)) + low
  return `behind \`${run.slice(Math.max(0, low - 40), low)}\` stands \`${run.slice(low, low + 60)}\`, and there is read \`${body.slice(at, at + 60)}\``
}

function markFaults(all: string, {marks, hidden}: Expected): string[] {
  const count = (word: string) => all.toLowerCase().split(word).length - 1
  return [
    ...marks.filter((word) => count(word) !== 1).map((word) => `\`${word}\` of a block is read ${count(word)} times`),
    ...hidden.filter((word) => count(word) !== 0).map((word) => `\`${word}\` must not be read, and is`),
  ]
}
