import {type CheckOptions, check, type CheckedPaper} from './check.js'
import {checkPrint} from './checks/index.js'
import {inReadingOrder, type Outcome} from './diagnostic.js'
import type {Print} from './print/index.js'
import type {Source} from './source.js'

/** A finished paper: the bytes, its pages, and the briefing and edition they were made from. */
export type Built = CheckedPaper & Print

/** Makes a briefing's PDF. No bytes come back where there is an error; throws only for a bug of ours. */
export async function build(source: Source, options: CheckOptions): Promise<Outcome<Built>> {
  const {value: checked, diagnostics} = await check(source, options)
  if (!checked) return {diagnostics}
  const {printEditions} = await import('./print/index.js') // React-PDF costs 250 ms: only who prints pays
  const print = await printEditions([checked.edition], checked.assets)
  const found = [...diagnostics, ...print.diagnostics, ...(print.value ? checkPrint(checked.edition, print.value.pages) : [])]
  const all = inReadingOrder(found)
  return print.value ? {value: {...checked, ...print.value}, diagnostics: all} : {diagnostics: all}
}
