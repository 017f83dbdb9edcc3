import {loadBrand} from '../brand/index.js'
import {foundOn, loadRenderer, onSheets} from '../build.js'
import type {Assets} from '../content.js'
import {type Diagnostic, error, hasErrors, inReadingOrder} from '../diagnostic.js'
import {type Edition, symbolOf} from '../edition/index.js'
import {type Files, workspaceFiles} from '../files.js'
import {type Attempt, inThisProcess, type Printer} from '../press/index.js'
import type {Print} from '../print/index.js'
import {bindPack} from './bind-pack.js'
import {brokenLinks} from './broken-links.js'
import {markedAs} from './marked-as.js'
import {isPackJob, type PackJob, type PrintedPack} from './pack-job.js'

/** Prints papers, and packs of them, in this process. `files` stands in for the workspaces. */
export function packsInThisProcess(options: {files?: Files} = {}): Printer {
  const room = inThisProcess(options)
  return async (job, begins) => {
    if (!isPackJob(job)) return room.print(job, begins)
    begins?.()
    return printPack(job, room, options.files ?? workspaceFiles(job.root, job.brandsFrom))
  }
}

/** Prints a pack as one document; nothing where anything of it would be lost. */
async function printPack(job: PackJob, room: ReturnType<typeof inThisProcess>, files: Files): Promise<Attempt<PrintedPack>> {
  const {pack, members, papers, audience} = job
  const diagnostics: Diagnostic[] = []
  const read: NonNullable<Awaited<ReturnType<typeof room.read>>['value']>[] = []
  for (const member of members) {
    const {value, diagnostics: found} = await room.read({...member, papers})
    diagnostics.push(...found)
    if (value) read.push(value)
  }
  const {value: loaded, diagnostics: branded} = await loadBrand(job.brand ?? job.defaultBrand, {files})
  diagnostics.push(...branded)
  const {value: marking, diagnostics: marked} = markedAs(pack, read.map(({paper}) => paper.edition), loaded?.brand.markings)
  diagnostics.push(...marked)
  diagnostics.push(...brokenLinks(read.map(({paper}) => paper.edition)))
  if (!loaded || hasErrors(diagnostics)) return {diagnostics: inReadingOrder(diagnostics)}

  const own: Edition[] = read.map(({paper}) => paper.edition)
  const paper = job.paper ?? job.defaultPaper ?? loaded.brand.layout.paper
  const bound = bindPack(pack, own, {brand: loaded.brand, paper, audience, ...(marking === undefined ? {} : {marking}), ...(job.form ? {form: job.form} : {})})
  const assets: Assets = new Map([...loaded.assets, ...bound.assets])
  for (const {paper} of read) for (const [sha256, bytes] of paper.assets) assets.set(sha256, bytes)

  const {printEditions} = await loadRenderer()
  const {value: print, diagnostics: printed} = await printEditions(bound.editions, assets)
  const leaves = new Map<string, {first: number; pages: number}>()
  for (const {edition, number} of print?.pages ?? []) leaves.set(edition, {first: leaves.get(edition)?.first ?? number, pages: (leaves.get(edition)?.pages ?? 0) + 1})
  for (const {paper, told} of read) {
    const pages = (print?.pages ?? []).filter(({edition}) => edition === paper.edition.key)
    diagnostics.push(...told([...printed.filter(({place}) => place.path === paper.edition.path), ...foundOn(paper, pages)]))
  }
  const others = printed.filter(({place}) => !read.some(({paper}) => paper.edition.path === place.path))
  const all = inReadingOrder([...diagnostics, ...others])
  if (!print || hasErrors(all)) return {diagnostics: all}
  const {findLeaks} = await import('../release/index.js')
  const leaks = findLeaks(read.map(({paper}) => paper), {pdf: print.pdf})
  if (leaks.length > 0) return {diagnostics: inReadingOrder([...all, ...leaks])}
  const tabs = bound.editions.flatMap(({key, sheet}) => (sheet?.type === 'tab' && sheet.opens ? [leaves.get(key)] : []))
  const ready = await readyFor(job, print, tabs)
  if ('rule' in ready) return {diagnostics: inReadingOrder([...all, ready])}
  const value: PrintedPack = {
    title: pack.title,
    ...(pack.symbol === undefined ? {} : {symbol: symbolOf(pack.symbol, pack.counting)}),
    language: pack.language,
    date: pack.date.text,
    brand: loaded.brand.name,
    paper,
    audience,
    ...(marking === undefined ? {} : {marking}),
    usual: {brand: loaded.brand.name, paper},
    leftOut: [],
    inputs: [],
    ...ready.value,
    leaves: own.flatMap(({key}) => {
      const leaf = leaves.get(key)
      return leaf ? [{key, ...leaf}] : []
    }),
    tabs: ready.tabs,
  }
  return {value, diagnostics: all}
}


type Ready = Pick<PrintedPack, 'pdf' | 'pages' | 'conformance'>

/** The pack as it leaves: for the screen as it was printed, else with its annexes bound in behind their tabs, on the sheets of its form. */
async function readyFor({pack, form}: PackJob, {pdf, pages, conformance}: Print, tabs: readonly ({first: number; pages: number} | undefined)[]): Promise<{value: Ready; tabs: number[]} | Diagnostic> {
  const firsts = tabs.map((tab) => tab?.first ?? 0)
  if (!form) return {value: {pdf, pages: pages.length, conformance}, tabs: firsts}
  if (pack.annexes.length === 0) return {value: {...(await onSheets({pdf, conformance}, form.output)), pages: pages.length}, tabs: []}
  const {bindIn} = await import('../imposition/index.js')
  const foreign = pack.annexes.map(({bytes}, at) => ({pdf: bytes, after: (tabs[at]?.first ?? 1) + (tabs[at]?.pages ?? 1) - 1}))
  const bound = await bindIn(pdf, foreign, form.duplex ? {duplex: true} : {})
  if (bound.trouble !== undefined) {
    const annex = pack.annexes[bound.annex]
    return error('pack/annex-not-bound', annex?.place ?? {path: pack.path}, `The annex \`${annex?.path}\` cannot be bound in`, 'Ask its author for another copy, or make the pack for the screen only')
  }
  return {value: {...(await onSheets({pdf: bound.pdf, conformance: []}, form.output)), pages: bound.pages}, tabs: bound.starts.map((start) => start - (form.duplex ? 2 : 1))}
}
