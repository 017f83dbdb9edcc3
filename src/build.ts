import {type CheckedPaper, type CheckOptions, check} from './check.js'
import {checkPrint, withoutIgnored} from './checks/index.js'
import {inReadingOrder, type Outcome} from './diagnostic.js'
import type {Print} from './print/index.js'
import type {Source} from './source.js'

/** A finished paper: the bytes, its pages, and the briefing and edition they were made from. */
export type Built = CheckedPaper & Print

/** Makes a briefing's PDF. No bytes come back where there is an error; throws only for a bug of ours. */
export async function build(source: Source, options: CheckOptions): Promise<Outcome<Built>> {
  const {value: checked, diagnostics} = await check(source, options)
  if (!checked) return {diagnostics}
  const {briefing, edition, assets} = checked
  const {printEditions} = await loadRenderer()
  const {value: print, diagnostics: printed} = await printEditions([edition], assets)
  const seen = withoutIgnored([...printed, ...(print ? checkPrint(edition, print.pages) : [])], briefing)
  const all = inReadingOrder([...diagnostics, ...seen])
  return print ? {value: {...checked, ...print}, diagnostics: all} : {diagnostics: all}
}

/** Loads what draws and prints, ahead of the first paper. React-PDF costs 250 ms: only who prints pays. */
export const loadRenderer = () => import('./print/index.js')
