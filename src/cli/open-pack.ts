import path from 'node:path'
import type {Diagnostic} from '../diagnostic.js'
import {diskFiles, lies, settled} from '../files.js'
import type {Pack} from '../pack/index.js'
import type {Job} from '../press/index.js'
import {brandNames, openWorkspace, otherPapers, type Workspace} from '../workspace/index.js'
import type {Io} from './io.js'
import {jobsOf, type PaperOptions, refuseUnknownBrand} from './papers.js'
import {refuse} from './usage.js'

/** A pack's file as it was opened: the pack, a job for each of its papers in their order, and where it is written. */
export interface OpenedPack {
  workspace: Workspace
  pack: Pack
  jobs: Job[]
  /** Absolute. */
  out: string
}

/** Opens the file of a pack; no pack comes back where it has an error. */
export async function openPack(typed: string, options: Pick<PaperOptions, 'brand' | 'paper' | 'audience' | 'out'>, io: Io): Promise<{opened?: OpenedPack; root: string; diagnostics: Diagnostic[]}> {
  const file = await settled(path.resolve(io.cwd, typed))
  const what = await lies(file)
  if (what !== 'file') refuse({message: what ? `\`${typed}\` is a folder` : `there is no file \`${typed}\``, hint: 'Name the file of a pack, such as `briefings/mine-ban/pack.yml`'}, io)
  if (!/\.ya?ml$/i.test(file)) refuse({message: `\`${typed}\` is no pack`, hint: 'A pack is a file that ends in `.yml`'}, io)
  const {value: workspace, diagnostics} = await openWorkspace(path.dirname(file))
  if (!workspace) return {root: io.cwd, diagnostics}
  await refuseUnknownBrand(options.brand, workspace, io)
  // Loads what prints no more than it must: all else is quick without it.
  const {readPack} = await import('../pack/index.js')
  const {root} = workspace
  const name = path.relative(root, file).split(path.sep).join('/')
  const read = await diskFiles(root).read(name)
  if (!read.bytes) refuse({message: `\`${typed}\` cannot be read`, hint: 'Change its permissions, or move it into the workspace'}, io)
  const source = {path: name, text: new TextDecoder().decode(read.bytes)}
  const {value: pack, diagnostics: about} = await readPack(source, {files: workspace.files, root, brands: await brandNames(workspace)})
  const told = [...diagnostics, ...about]
  if (!pack) return {root, diagnostics: told}

  const [brand, paper] = [options.brand ?? pack.brand, options.paper ?? pack.paper]
  const own = {audience: options.audience ?? 'external', ...(brand === undefined ? {} : {brand}), ...(paper === undefined ? {} : {paper})}
  const found = pack.papers.map(({source}) => ({source, workspace}))
  const papers = await otherPapers(workspace, found)
  const jobs = (await jobsOf(found, workspace, own)).map((job, at) => ({...job, papers, ...(pack.papers[at]?.row ? {row: pack.papers[at].row} : {})}))
  const out = options.out !== undefined ? path.resolve(io.cwd, options.out) : path.join(root, workspace.settings.out ?? 'output')
  return {opened: {workspace, pack, jobs, out}, root, diagnostics: told}
}
