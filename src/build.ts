import {type CheckedPaper, type CheckOptions, check} from './check.js'
import {checkPrint, withoutIgnored} from './checks/index.js'
import {type Diagnostic, inReadingOrder, type Outcome} from './diagnostic.js'
import type {Reading} from './inputs.js'
import type {Print, PrintOptions} from './print/index.js'
import type {Source} from './source.js'

/** A finished paper: the bytes, its pages, the briefing and edition they were made from, and what was found on the pages. */
export type Built = CheckedPaper & Print & {found: Diagnostic[]}

export type BuildOptions = CheckOptions & PrintOptions

/** Makes a briefing's PDF. No bytes come back where there is an error; throws only for a bug of ours. */
export async function build(source: Source, options: BuildOptions): Promise<Outcome<Built> & {readings: Reading[]}> {
  const {value: checked, diagnostics, readings} = await check(source, options)
  if (!checked) return {diagnostics, readings}
  const {briefing, edition, assets} = checked
  const {printEditions} = await loadRenderer()
  const {value: print, diagnostics: printed} = await printEditions([edition], assets, options)
  const found = [...printed, ...(print ? checkPrint(edition, print.pages) : [])]
  const leaks = print && edition.leftOut.length > 0 ? (await import('./release/index.js')).findLeaks([checked], {pdf: print.pdf}) : []
  const all = withFound(diagnostics, [...found, ...leaks], briefing)
  return {...(print && leaks.length === 0 ? {value: {...checked, ...print, found}} : {}), diagnostics: all, readings}
}

/** What was said of a paper, and what was found on its pages: but for what its author means as it is. */
export const withFound = (diagnostics: readonly Diagnostic[], found: readonly Diagnostic[], briefing: CheckedPaper['briefing']): Diagnostic[] =>
  inReadingOrder([...diagnostics, ...withoutIgnored(found, briefing)])

/** Loads what draws and prints, ahead of the first paper. React-PDF costs 250 ms: only who prints pays. */
export const loadRenderer = () => import('./print/index.js')
