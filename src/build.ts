import {type CheckedPaper, type CheckOptions, check} from './check.js'
import {checkPrint, withoutIgnored} from './checks/index.js'
import type {Output} from './content.js'
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
  const {value, diagnostics: printed} = await printEditions([edition], assets, options)
  const print = value && (await onSheets(value, edition.form?.output))
  const found = [...printed, ...(print ? foundOn(checked, print.pages) : [])]
  const leaks = print && edition.leftOut.length > 0 ? (await import('./release/index.js')).findLeaks([checked], {pdf: value.pdf}) : []
  const all = withFound(diagnostics, [...found, ...leaks], briefing)
  return {...(print && leaks.length === 0 ? {value: {...checked, ...print, found}} : {}), diagnostics: all, readings}
}

/** What its pages show that its text does not. */
export const foundOn = ({edition}: Pick<CheckedPaper, 'edition'>, pages: Print['pages']): Diagnostic[] =>
  // The blank back of a last sheet is no page that anybody reads.
  checkPrint(edition, pages.filter(({lines, figures}) => lines.length + figures.length > 0))

/** A print on the sheets that its form asks for: a picture of its pages for a printer, which conforms to no standard. */
export async function onSheets<T extends Pick<Print, 'pdf' | 'conformance'>>(print: T, output: Output | undefined): Promise<T> {
  if (output !== 'booklet' && output !== 'two-up') return print
  const {booklet, twoUp} = await import('./imposition/index.js')
  return {...print, pdf: await (output === 'booklet' ? booklet : twoUp)(print.pdf), conformance: []}
}

/** What was said of a paper, and what was found on its pages: but for what its author means as it is. */
export const withFound = (diagnostics: readonly Diagnostic[], found: readonly Diagnostic[], briefing: CheckedPaper['briefing']): Diagnostic[] =>
  inReadingOrder([...diagnostics, ...withoutIgnored(found, briefing)])

/** Loads what draws and prints, ahead of the first paper. React-PDF costs 250 ms: only who prints pays. */
export const loadRenderer = () => import('./print/index.js')
