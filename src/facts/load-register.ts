import path from 'node:path/posix'
import {type Diagnostic, error, hasErrors, type Outcome, type Place} from '../diagnostic.js'
import type {Files} from '../files.js'
import {type Input, type Reading, recordReads} from '../inputs.js'
import {languageOf} from '../language/index.js'
import {closest, inside, readShape, readYaml, type Written} from '../shapes/index.js'
import type {Source} from '../source.js'
import {checkDerivations} from './derive.js'
import {aboutOf, factOf} from './facts-of.js'
import type {Fact, Register, RegisteredSource} from './register.js'
import {registerFile} from './register-file.js'
import {seriesValues} from './series.js'

/** The name of a register in its folder. */
export const REGISTER_NAME = 'facts.yml'

/** 2 MB: some 15,000 facts. */
const LARGEST = 2 * 1024 * 1024

/** A register with the files that it was made from, and all that was asked for. */
export type LoadedRegister = Outcome<Register> & {inputs: Input[]; readings: Reading[]}

/** Registers already read, handed from paper to paper of a run: each file is read once. */
export type RegisterShelf = Map<string, Promise<LoadedRegister>>

export interface RegisterOptions {
  files: Files
  shelf?: RegisterShelf
  /** The file that a briefing names in `facts:`, from its own folder; in place of those found above it. */
  named?: {path: string; place: Place}
}

/**
 * The register of a briefing: `facts.yml` of its folder and of every folder above it, up to the workspace's. An id that
 * two of them define is an error.
 */
export async function loadRegister(briefing: string, {files, shelf = new Map(), named}: RegisterOptions): Promise<LoadedRegister> {
  const folder = path.dirname(briefing)
  const own = named ? path.join(folder, named.path) : undefined
  const key = own ?? `${folder}/`
  const known = shelf.get(key)
  if (known && !named) return known
  const loading = own === undefined ? loadMerged(foldersAbove(folder), files, shelf) : loadMerged([own], files, shelf)
  if (!named) shelf.set(key, loading)
  const loaded = await loading
  if (!named || loaded.inputs.length > 0) return loaded
  const missing = error('facts/no-register', named.place, `There is no fact register \`${named.path}\``, 'The path counts from the folder of this briefing, capitals included')
  return {...loaded, diagnostics: [...loaded.diagnostics, missing]}
}

/** Paths of registers from a folder upward. */
function foldersAbove(folder: string): string[] {
  const paths = [path.join(folder, REGISTER_NAME)]
  for (let at = folder; at !== '.' && at !== '/' && !at.startsWith('..'); at = path.dirname(at)) paths.push(path.join(path.dirname(at), REGISTER_NAME))
  return paths
}

async function loadMerged(paths: readonly string[], files: Files, shelf: RegisterShelf): Promise<LoadedRegister> {
  const loaded = await Promise.all(
    paths.map((file) => {
      const loading = shelf.get(file) ?? loadFile(file, files)
      shelf.set(file, loading)
      return loading
    }),
  )
  const facts = new Map<string, Fact>()
  const sources = new Map<string, RegisteredSource>()
  const diagnostics = loaded.flatMap((one) => one.diagnostics)
  const add = <T extends {id: string; place: Place}>(known: Map<string, T>, found: T, what: string) => {
    const first = known.get(found.id)
    if (!first) known.set(found.id, found)
    else {
      const twice = error('facts/doubled-id', first.place, `The id \`${found.id}\` names two ${what}`, 'Give each an id of its own, or delete one')
      diagnostics.push({...twice, related: [{message: 'The other stands here', place: found.place}]})
    }
  }
  for (const {value} of loaded) {
    for (const fact of value?.facts.values() ?? []) add(facts, fact, 'facts')
    for (const source of value?.sources.values() ?? []) add(sources, source, 'sources')
  }
  const register: Register = {
    facts,
    sources,
    unchecked: loaded.flatMap(({value}) => value?.unchecked ?? []),
    files: loaded.flatMap(({value}) => value?.files ?? []),
  }
  // What could not be read would be missed.
  if (!hasErrors(diagnostics)) diagnostics.push(...checkSources(register), ...checkDerivations(register))
  return {value: register, diagnostics, inputs: loaded.flatMap(({inputs}) => inputs), readings: loaded.flatMap(({readings}) => readings)}
}

async function loadFile(file: string, files: Files): Promise<LoadedRegister> {
  const recorded = recordReads(files)
  const read = await readFile(file, recorded.files)
  return {...read, inputs: recorded.inputs(), readings: recorded.readings()}
}

async function readFile(file: string, files: Files): Promise<Outcome<Register>> {
  const place: Place = {path: file}
  const source = await textOf(file, files)
  if (source === 'missing') return {diagnostics: []}
  if (typeof source === 'string') return {diagnostics: [error('facts/unreadable', place, 'The fact register cannot be read as UTF-8 text')]}
  if (!/^\s*[^#\s]/m.test(source.text)) return {diagnostics: []}
  const {value: written, diagnostics} = readYaml(source, 'facts', {largest: LARGEST})
  if (!written) return {diagnostics}
  const shaped = readShape(written, registerFile(), {room: 'facts', name: 'the fact register'})
  diagnostics.push(...shaped.diagnostics)
  if (!shaped.value) return {diagnostics}

  const numerals = languageOf('en')?.numerals
  if (!numerals) throw new Error('English is a language of every release')
  const report = (...found: Diagnostic[]) => void diagnostics.push(...found)
  const facts = new Map<string, Fact>()
  const sources = new Map<string, RegisteredSource>()
  const about = (list: 'facts' | 'series' | 'sources', id: string) => {
    const entry = entriesOf(written, list)?.get(id)
    const keyPlace = entry?.key ?? place
    if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) report(error('facts/id', keyPlace, `\`${id}\` is no id: expected small letters, digits and hyphens, such as \`states-parties\``))
    const at = (...steps: (string | number)[]) => steps.reduce<Written | undefined>(inside, entry?.value)?.place ?? entry?.value.place ?? keyPlace
    return {id, place: keyPlace, at, numerals, report}
  }
  for (const [id, entry] of Object.entries(shaped.value.facts ?? {})) facts.set(id, factOf(entry, about('facts', id)))
  for (const [id, entry] of Object.entries(shaped.value.series ?? {})) {
    const making = about('series', id)
    const data = await textOf(path.join(path.dirname(file), entry.file), files)
    if (typeof data === 'string') {
      const message = data === 'missing' ? `There is no file \`${entry.file}\`` : `\`${entry.file}\` cannot be read as UTF-8 text`
      report(error('facts/series-file', making.at('file'), message, 'The path counts from the folder of the register'))
      continue
    }
    const {values, diagnostics: found} = seriesValues(data, entry, numerals)
    report(...found)
    if (facts.has(id)) report(error('facts/doubled-id', making.place, `The id \`${id}\` names two facts`, 'Give each an id of its own'))
    else facts.set(id, {...aboutOf(entry, making), values, series: data.path})
  }
  for (const [id, {excerpts = [], part_of: partOf, marking, ...entry}] of Object.entries(shaped.value.sources ?? {})) {
    sources.set(id, {id, entry, excerpts, ...(partOf === undefined ? {} : {partOf}), ...(marking === undefined ? {} : {marking}), place: about('sources', id).place})
  }
  return {value: {facts, sources, unchecked: shaped.value.unchecked ?? [], files: [file]}, diagnostics}
}

const entriesOf = (written: Written, list: string) => {
  const entries = inside(written, list)
  return entries?.type === 'map' ? entries.entries : undefined
}

async function textOf(file: string, files: Files): Promise<Source | 'missing' | 'unreadable'> {
  const {bytes, trouble} = await files.read(file)
  if (!bytes) return trouble === 'missing' || trouble === 'outside' ? 'missing' : 'unreadable'
  try {
    return {path: file, text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)}
  } catch {
    return 'unreadable'
  }
}

/** Every source that a value names is one of the register. */
function checkSources({facts, sources}: Register): Diagnostic[] {
  const told = new Set<string>()
  const unknown = (id: string, place: Place): Diagnostic => {
    const near = closest(id, sources.keys())
    return error('facts/unknown-source', place, `The register has no source \`${id}\``, near ? `Did you mean \`${near}\`?` : 'Add it under `sources:`, with its type and title')
  }
  const wholes = [...sources.values()].flatMap(({partOf, place}) => (partOf === undefined || sources.has(partOf) ? [] : [unknown(partOf, place)]))
  const called = [...facts.values()].flatMap(({values, series}) =>
    values.flatMap(({sources: calls}) =>
      calls.flatMap(({id, place}) => {
        if (sources.has(id) || (series !== undefined && told.has(id))) return []
        told.add(id)
        return [unknown(id, place)]
      }),
    ),
  )
  return [...wholes, ...called]
}
