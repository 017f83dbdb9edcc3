import {type BuildOptions, build, loadRenderer, withFound} from '../build.js'
import {type CheckedPaper, type CheckOptions, check, isIgnored} from '../check.js'
import {type Diagnostic, inReadingOrder, type Outcome} from '../diagnostic.js'
import {type Files, workspaceFiles} from '../files.js'
import {type Asked, notePapers} from './asked.js'
import type {Attempt} from './attempt.js'
import type {Checked, Checker, Composed, Job, Printer} from './job.js'
import {findLeaks} from '../release/index.js'
import {outputPath} from './output-path.js'
import {printKeys} from './print-keys.js'

/** A paper that is to be printed among others. */
export interface ReadPaper {
  paper: CheckedPaper
  checked: Checked
  /** Of findings on its pages, those that are to be told. */
  told(found: readonly Diagnostic[]): Diagnostic[]
}

/**
 * Checks and prints papers in this process: what one does to the process, its neighbours feel. Each brand and fact register is read once.
 * `files` stands in for the workspaces of the papers.
 */
export function inThisProcess({files}: {files?: Files} = {}): {check: Checker; compose(job: Job): Promise<Attempt<Composed>>; read(job: Job): Promise<Outcome<ReadPaper>>; print: Printer} {
  const brands = new Map<string, NonNullable<CheckOptions['brands']>>()
  const registers = new Map<string, NonNullable<CheckOptions['registers']>>()
  const templates = new Map<string, NonNullable<CheckOptions['templates']>>()
  let memo: BuildOptions['memo']
  const optionsOf = (job: Job, find: NonNullable<CheckOptions['papers']>): CheckOptions => {
    const {root, brandsFrom, brand, defaultBrand, paper, defaultPaper, audience, papers, anonymous, attachSource, form, on, row} = job
    const known = brands.get(root) ?? new Map()
    brands.set(root, known)
    const shelf = registers.get(root) ?? new Map()
    registers.set(root, shelf)
    return {
      files: files ?? workspaceFiles(root, brandsFrom),
      brands: known,
      registers: shelf,
      ...(row ? {row, templates: templatesOf(root)} : {}),
      defaultBrand,
      audience,
      papers: find,
      paperPaths: papers.map(({path}) => path),
      ...(on ? {on} : {}),
      ...(anonymous ? {anonymous} : {}),
      ...(attachSource ? {attachSource} : {}),
      ...(form ? {form} : {}),
      ...(brand === undefined ? {} : {brand}),
      ...(paper === undefined ? {} : {paper}),
      ...(defaultPaper === undefined ? {} : {defaultPaper}),
    }
  }
  const templatesOf = (root: string) => {
    const known = templates.get(root) ?? new Map()
    templates.set(root, known)
    return known
  }
  return {
    async check(job) {
      const {find, noted} = notePapers(job)
      const {value, diagnostics, readings} = await check(job.source, optionsOf(job, find))
      return {...(value ? {value: account(job, value)} : {}), diagnostics, asked: {readings, papers: noted}}
    },
    async compose(job) {
      const {find, noted} = notePapers(job)
      const {value, diagnostics, readings} = await check(job.source, optionsOf(job, find))
      const asked: Asked = {readings, papers: noted}
      if (!value) return {diagnostics, asked}
      const {briefing, edition} = value
      return {value: {...account(job, value), keys: printKeys(edition, job), withFound: (found) => withFound(diagnostics, found, briefing)}, diagnostics, asked}
    },
    async read(job) {
      const {value, diagnostics} = await check(job.source, optionsOf(job, notePapers(job).find))
      if (!value) return {diagnostics}
      return {value: {paper: value, checked: account(job, value), told: (found) => withFound([], found, value.briefing)}, diagnostics}
    },
    async print(job, begins) {
      begins?.()
      const {find, noted} = notePapers(job)
      memo ??= (await loadRenderer()).openPartMemo()
      const {value, diagnostics, readings} = await build(job.source, {...optionsOf(job, find), memo})
      const asked: Asked = {readings, papers: noted}
      if (!value) return {diagnostics, asked}
      const {pdf, pages, conformance, edition, found} = value
      const named = edition.leftOut.length > 0 ? findLeaks([value], {name: outputPath(job, account(job, value))}) : []
      if (named.length > 0) return {diagnostics: inReadingOrder([...diagnostics, ...named]), asked}
      return {value: {...account(job, value), pdf, pages: pages.length, conformance, keys: printKeys(edition, job), found}, diagnostics, asked}
    },
  }
}

function account(job: Job, {briefing, edition, release, said, inputs}: CheckedPaper): Checked {
  const {title, symbol, language, paper, audience, marking, date} = edition.meta
  return {
    title,
    ...(symbol === undefined ? {} : {symbol}),
    language,
    brand: edition.brand.name,
    paper,
    audience,
    ...(marking === undefined ? {} : {marking}),
    date: date.text,
    // Of a paper that nothing may name, a brand would name the house in the file's name.
    usual: {brand: edition.meta.anonymous ? edition.brand.name : (briefing.meta.brand ?? job.defaultBrand), paper: briefing.meta.paper ?? job.defaultPaper ?? edition.brand.layout.paper},
    leftOut: edition.leftOut,
    release,
    said,
    ...(edition.facts ? {facts: edition.facts.map((use) => (isIgnored('facts/contradiction', use.place, briefing) ? {...use, mayDiffer: true as const} : use))} : {}),
    inputs,
  }
}
