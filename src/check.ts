/** A briefing from its Markdown to the edition that will be printed, with everything there is to say about it. */
import {loadBrand} from './brand/index.js'
import {type Briefing, readBriefing, readTemplate, type Template} from './briefing/index.js'
import {checkEdition, checkIgnores, withoutIgnored} from './checks/index.js'
import type {Assets, Audience, PrintForm} from './content.js'
import {type Diagnostic, error, hasErrors, inReadingOrder, type Outcome, type Place} from './diagnostic.js'
import {attachSource, composeEdition, type ComposeOptions, type Edition, inForm} from './edition/index.js'
import {EMPTY_REGISTER, type LoadedRegister, loadRegister, type RegisterShelf, type When} from './facts/index.js'
import type {Files} from './files.js'
import {type Input, inOrder, type Reading, recordReads, sha256Of} from './inputs.js'
import {asItStands, registerPath, type Release, type Snapshot, snapshotOf, standingOf, withChanges} from './release/index.js'
import type {Row} from './rows/index.js'
import type {Source} from './source.js'

export {findContradictions, isIgnored, type Severities, withSeverities} from './checks/index.js'

export interface CheckOptions extends Omit<ComposeOptions, 'brand' | 'assets' | 'register'> {
  /** In place of the brand that the briefing names. */
  brand?: string
  /** Of briefings that name none; `house` where absent. */
  defaultBrand?: string
  /** The PDF carries the briefing along, as it prints for its audience. */
  attachSource?: boolean
  /** How the paper is made where it is not for the screen, in colour. */
  form?: PrintForm
  /** The day that ages, deadlines and newer values are told of; the paper's own date where absent. It never changes what prints. */
  on?: When
  /** The row that a template is read for. */
  row?: Row
  /** Templates already read, by path: handed from paper to paper of a run, each is read once. */
  templates?: Map<string, Template>
  /** Brands already loaded, by name: handed from paper to paper of a run, each is read once. */
  brands?: Map<string, Promise<LoadedBrand>>
  /** Fact registers already read, by path: handed from paper to paper of a run, each is read once. */
  registers?: RegisterShelf
}

type LoadedBrand = Awaited<ReturnType<typeof loadBrand>> & {inputs?: Input[]; readings?: Reading[]}

/** A paper without an error. */
export interface CheckedPaper {
  briefing: Briefing
  edition: Edition
  /** How far it has come, and what holds it back. */
  release: Release
  /** What it says by itself, without what is made of it, such as a note of changes. */
  said: Snapshot
  assets: Assets
  /** Every file that it is made from, the briefing first. */
  inputs: Input[]
}

/**
 * Reads, composes and checks a briefing; the renderer is not loaded. All errors of a paper are told at once. `readings` is all
 * that was asked for on the way, errors or not.
 */
export async function check(source: Source, options: CheckOptions): Promise<Outcome<CheckedPaper> & {readings: Reading[]}> {
  const {value: sound, meant, diagnostics: read} = readPaper(source, options)
  const briefing = sound ?? meant
  if (!briefing) return {diagnostics: read, readings: []}
  const {value: brand, diagnostics: branded, inputs: ofBrand = [], readings: forBrand = []} = await brandOf(briefing, options)
  const {value: register, diagnostics: registered, inputs: ofRegister, readings: forRegister} = await registerOf(briefing, options)
  const recorded = recordReads(options.files)
  const issuedBefore = recordReads(options.files)
  const readings = () => [...forBrand, ...forRegister, ...recorded.readings(), ...issuedBefore.readings()]
  const linked = new Map<string, Input>()
  let within = false
  const composing = brand && {...options, ...brand, ...(register ? {register} : {}), files: recorded.files, papers: notingLinks(options.papers, linked, () => (within = true))}
  const {value: composed, diagnostics: ofEdition} = composing ? await composeEdition(briefing, composing) : {diagnostics: []}
  // What could not be read would be missed.
  const checked = composed && !hasErrors(read) ? checkEdition(briefing, composed.edition, {register: register ?? EMPTY_REGISTER, on: options.on ?? briefing.meta.date}) : []
  const told = ofEdition.filter((one) => !isEcho(one, read) && !(hasErrors(registered) && isMissed(one)) && (sound || !isOfItsDay(one)))
  const seen = [...told, ...checked]
  const ignores = composed && !hasErrors([...read, ...registered, ...seen]) ? checkIgnores(briefing, composed.edition, seen) : []
  const found = inReadingOrder([...read, ...branded, ...registered, ...withoutIgnored(seen, briefing), ...ignores])
  if (!composing || !composed || hasErrors(found)) return {diagnostics: found, readings: readings()}
  // Within a pack a link prints a page in place of a symbol. What was cleared is the paper alone, and it says the same.
  const composeFor = async (audience: Audience) => (await composeEdition(briefing, {...composing, files: options.files, papers: asAlone(options.papers), audience})).value?.edition
  const said = within ? await composeFor(composed.edition.meta.audience) : composed.edition
  const alone = said ?? composed.edition
  const {release, diagnostics: standing} = await standingOf(briefing, alone, {files: options.files, composeFor, symbolNamed: (name) => options.papers?.(name, source.path)?.symbol, ...(register ? {sources: register.sources} : {})})
  const statementOf = (id: string) => register?.facts.get(id)?.statement[alone.meta.language]
  const {value: edition = composed.edition, diagnostics: unchanged} = await withChanges(briefing, composed.edition, {said: snapshotOf(alone), files: issuedBefore.files, statementOf, ...(options.attachSource ? {carried: true} : {})})
  const diagnostics = inReadingOrder([...found, ...withoutIgnored([...standing, ...unchanged], briefing)])
  if (hasErrors(diagnostics)) return {diagnostics, readings: readings()}
  // The register goes on growing; of it a paper is made from the issue before only.
  const compared = issuedBefore.inputs().filter(({path}) => path !== registerPath(source.path))
  const own = [...rowInput(options.row), ...recorded.inputs(), ...compared, ...linked.values(), ...ofBrand]
  const made = (from: readonly Input[]) => [{path: source.path, sha256: sha256Of(source.text)}, ...inOrder(from)]
  const inputs = made(composed.usesRegister ? [...own, ...ofRegister] : own)
  if (!options.attachSource) return {value: {briefing, edition: asItStands(inForm(edition, options.form), release), release, said: snapshotOf(alone), assets: composed.assets, inputs}, diagnostics, readings: readings()}
  const {value: carrying, diagnostics: refused} = await attachSource(briefing, composed, {...composing, inputs: made(own), ofRegister})
  return {...(carrying ? {value: {briefing, ...carrying, edition: asItStands(inForm(carrying.edition, options.form), release), release, said: snapshotOf(alone), inputs}, diagnostics} : {diagnostics: [...diagnostics, ...refused]}), readings: readings()}
}

/** A briefing; of a template, that of the row. */
function readPaper(source: Source, {row, templates, attachSource: carries}: CheckOptions): ReturnType<typeof readBriefing> {
  const known = templates?.get(source.path)
  const template = row && (known?.source.text === source.text ? known : readTemplate(source))
  if (!row || !template) return readBriefing(source)
  templates?.set(source.path, template)
  const {diagnostics, ...read} = template.withRow(row)
  return {...read, diagnostics: carries ? [...diagnostics, cannotCarry(template)] : diagnostics}
}

const cannotCarry = ({asked}: Template): Diagnostic =>
  error('rows/attach-source', asked.from.place, 'A paper made from a template cannot carry its briefing: that holds what is said to others', 'Leave `--attach-source` out')

/** Of its file a paper is made from its row alone: others may change. */
const rowInput = (row: Row | undefined): Input[] =>
  row ? [{path: `${row.place.path}#${row.key}`, sha256: sha256Of(JSON.stringify(Object.entries(row.values).sort()))}] : []

/** A paper that links to another prints its symbol: that one is among what it is made from. */
function notingLinks(papers: CheckOptions['papers'], linked: Map<string, Input>, isWithin: () => void): NonNullable<CheckOptions['papers']> {
  return (name, from) => {
    const found = papers?.(name, from)
    if (found?.key !== undefined) isWithin()
    if (found?.sha256 !== undefined && found.path !== from) linked.set(found.path, {path: found.from ?? found.path, sha256: found.sha256})
    return found
  }
}

/** Papers as one alone would lead to them: none stands in its own document. */
const asAlone = (papers: CheckOptions['papers']): NonNullable<CheckOptions['papers']> => (name, from) => {
  const found = papers?.(name, from)
  if (!found) return undefined
  const {key: _, ...other} = found
  return other
}

async function brandOf({meta, places}: Briefing, options: CheckOptions): Promise<LoadedBrand> {
  const {files, brands} = options
  const name = options.brand ?? meta.brand ?? options.defaultBrand ?? 'house'
  const place: Place | undefined = options.brand === undefined ? places.brand : undefined
  const loading = brands?.get(name) ?? loadRecorded(name, files)
  brands?.set(name, loading)
  const {diagnostics, ...loaded} = await loading
  return {...loaded, diagnostics: diagnostics.map((one) => (one.rule === 'brand/unknown' && place ? {...one, place} : one))}
}

async function loadRecorded(name: string, files: Files): Promise<LoadedBrand> {
  const recorded = recordReads(files)
  const loaded = await loadBrand(name, {files: recorded.files})
  return {...loaded, inputs: recorded.inputs(), readings: recorded.readings()}
}

/** The fact register of a briefing. */
async function registerOf({meta, places, source}: Briefing, {files, registers}: CheckOptions): Promise<LoadedRegister> {
  const named = meta.facts === undefined ? undefined : {path: meta.facts, place: places.facts ?? {path: source.path}}
  return loadRegister(source.path, {files, ...(registers ? {shelf: registers} : {}), ...(named ? {named} : {})})
}

/** What is held against the values of the paper's day: another day may stand in for that one. */
const isOfItsDay = ({rule}: Diagnostic): boolean => rule.startsWith('facts/') && rule !== 'facts/unknown-fact'

/** What a register that could not be read would have had. */
const isMissed = ({rule}: Diagnostic): boolean => ['facts/unknown-fact', 'facts/before-first', 'edition/unknown-source', 'facts/underived'].includes(rule)

/** What a fence that could not be read defines is missing elsewhere: the fence is what is to be mended. */
function isEcho({rule}: Diagnostic, read: readonly Diagnostic[]): boolean {
  if (!hasErrors(read)) return false
  const missing = ['edition/unknown-source', 'edition/unknown-note', 'edition/unknown-heading'].includes(rule)
  return missing && read.some((one) => one.severity === 'error' && /^sources\/|^briefing\/(?:fence-end|unknown-block|comment-end)$/.test(one.rule))
}
