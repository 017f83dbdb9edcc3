/** A briefing from its Markdown to the edition that will be printed, with everything there is to say about it. */
import {type Brand, loadBrand} from './brand/index.js'
import {type Briefing, readBriefing} from './briefing/index.js'
import {checkEdition, withoutIgnored} from './checks/index.js'
import type {Assets} from './content.js'
import {type Diagnostic, hasErrors, inReadingOrder, type Outcome, type Place} from './diagnostic.js'
import {composeEdition, type ComposeOptions, type Edition} from './edition/index.js'
import type {Source} from './source.js'

export interface CheckOptions extends Omit<ComposeOptions, 'brand' | 'assets'> {
  /** In place of the brand that the briefing names. */
  brand?: string
  /** Of briefings that name none; `house` where absent. */
  defaultBrand?: string
  /** Brands already loaded, by name: handed from paper to paper of a run, each is read once. */
  brands?: Map<string, ReturnType<typeof loadBrand>>
}

/** A paper without an error. */
export interface CheckedPaper {
  briefing: Briefing
  edition: Edition
  assets: Assets
}

/** Reads, composes and checks a briefing; the renderer is not loaded. All errors of a paper are told at once. */
export async function check(source: Source, options: CheckOptions): Promise<Outcome<CheckedPaper>> {
  const {value: briefing, diagnostics: read} = readBriefing(source)
  if (!briefing) return {diagnostics: read}
  const {value: brand, diagnostics: branded} = await brandOf(briefing, options)
  const {value: composed, diagnostics: found} = brand ? await composeEdition(briefing, {...options, ...brand}) : {diagnostics: []}
  // What could not be read would be missed.
  const checked = composed && !hasErrors(read) ? checkEdition(briefing, composed.edition) : []
  const told = hasErrors(read) ? found.filter((one) => !isEcho(one, read)) : found
  const diagnostics = inReadingOrder([...read, ...branded, ...withoutIgnored(told, briefing), ...checked])
  return composed && !hasErrors(diagnostics) ? {value: {briefing, ...composed}, diagnostics} : {diagnostics}
}

async function brandOf({meta, places}: Briefing, options: CheckOptions): Promise<Outcome<{brand: Brand; assets: Assets}>> {
  const {files, brands} = options
  const name = options.brand ?? meta.brand ?? options.defaultBrand ?? 'house'
  const place: Place | undefined = options.brand === undefined ? places.brand : undefined
  const loading = brands?.get(name) ?? loadBrand(name, {files})
  brands?.set(name, loading)
  const {diagnostics, ...loaded} = await loading
  return {...loaded, diagnostics: diagnostics.map((one) => (one.rule === 'brand/unknown' && place ? {...one, place} : one))}
}

/** What a fence that could not be read defines is missing elsewhere: the fence is what is to be mended. */
function isEcho({rule}: Diagnostic, read: readonly Diagnostic[]): boolean {
  const missing = ['edition/unknown-source', 'edition/unknown-note', 'edition/unknown-heading'].includes(rule)
  return missing && read.some((one) => one.severity === 'error' && /^sources\/|^briefing\/(?:fence-end|unknown-block|comment-end)$/.test(one.rule))
}
