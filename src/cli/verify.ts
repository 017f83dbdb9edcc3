import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {type Files, lies, settled} from '../files.js'
import {sha256Of} from '../inputs.js'
import {formListed, inThisProcess, type ManifestEntry, readManifestFile} from '../press/index.js'
import {type Carried, type Rebuilt, verify, type Verdict} from '../verify/index.js'
import {findBriefings, openWorkspace, type Workspace} from '../workspace/index.js'
import {shown} from './code-frame.js'
import type {Io} from './io.js'
import {issueOf} from './issue-of.js'
import {jobsOf} from './papers.js'
import {rowJobs} from './row-jobs.js'
import {refuse} from './usage.js'

export interface VerifyOptions {
  manifest?: string
  source?: true
}

/** Looks at a PDF, tells on one line whether it is what it says it is; returns the exit code. */
export async function verifyCommand(typed: string, {manifest: named, source}: VerifyOptions, io: Io): Promise<number> {
  const file = await settled(path.resolve(io.cwd, typed))
  const bytes = await readWhole(file)
  const manifest = await manifestFor(file, named, io)
  const shownPath = (absolute: string) => slashed(path.relative(io.cwd, absolute))
  const {sentences, sound, sha256}: Verdict =
    typeof bytes === 'string'
      ? {sentences: [bytes], sound: false}
      : await verify<ManifestEntry>(bytes, {
          ...(manifest ? {manifest: {...manifest, shown: shownPath(manifest.file), path: slashed(path.relative(path.dirname(manifest.file), file))}} : {}),
          ...(source ? {rebuild: (from) => rebuild(from, manifest?.file, io)} : {}),
        })
  const issue = sha256 === undefined ? undefined : await issueOf(sha256, [path.dirname(file), io.cwd])
  io.stdout.write(`${shown(shownPath(file))}: ${shown([...sentences, ...(issue === undefined ? [] : [issue])].join('; '))}\n`)
  return sound ? 0 : 1
}

async function readWhole(file: string): Promise<Uint8Array | string> {
  const what = await lies(file)
  if (what === undefined) return 'there is no such file'
  if (what === 'folder') return 'this is a folder, and no PDF'
  return readFile(file).catch(() => 'the file may not be read')
}

/** The list that is named, else the nearest beside or above the file, also in a folder `output` there. */
async function manifestFor(file: string, named: string | undefined, io: Io): Promise<{file: string; papers: readonly ManifestEntry[]} | undefined> {
  if (named !== undefined) {
    const papers = await readManifestFile(path.resolve(io.cwd, named))
    if (!papers) return refuse({message: `\`${named}\` is no manifest that this version can read`, hint: 'Name the `manifest.json` of an output folder'}, io)
    return {file: await settled(path.resolve(io.cwd, named)), papers}
  }
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    for (const candidate of [path.join(folder, 'manifest.json'), path.join(folder, 'output', 'manifest.json')]) {
      const papers = await readManifestFile(candidate)
      if (papers) return {file: candidate, papers}
    }
    if (path.dirname(folder) === folder) return undefined
  }
}

/** Prints a paper again: from the workspace where a manifest says from which briefing, else from what the PDF carries. */
async function rebuild({listed, carried}: {listed?: ManifestEntry; carried?: Carried}, manifest: string | undefined, io: Io): Promise<Rebuilt> {
  const folders = [...(manifest === undefined ? [] : [path.dirname(manifest)]), io.cwd]
  const workspaces: Workspace[] = []
  for (const folder of folders) {
    const {value} = await openWorkspace(folder)
    if (value && !workspaces.some(({root}) => root === value.root)) workspaces.push(value)
  }
  let because = 'no briefing can be found'
  for (const workspace of listed ? workspaces : []) {
    const again = listed && (await fromWorkspace(listed, workspace))
    if (again?.pdf) return again
    because = again?.because ?? because
  }
  const last = workspaces.at(-1)
  if (!carried || !last) return {because}
  const again = await fromFile(carried, last)
  return again.pdf || !listed ? again : {because}
}

async function fromWorkspace(listed: ManifestEntry, workspace: Workspace): Promise<Rebuilt> {
  const {briefing, row, brand, paper, audience, anonymous, attachSource, inputs} = listed
  const file = path.resolve(workspace.root, briefing)
  if ((await lies(file)) !== 'file') return {because: `\`${briefing}\` is missing`}
  const {found} = await findBriefings(workspace, [file], workspace.root)
  const asked = await jobsOf(found, workspace, {brand, paper, audience, ...(anonymous ? {anonymous} : {}), ...(attachSource ? {attachSource} : {})})
  const {jobs: [plain]} = await rowJobs(asked, row === undefined ? {} : {rows: [row]})
  const form = formListed(listed)
  const job = plain && {...plain, ...(form ? {form} : {})}
  if (!job) return {because: row === undefined ? `\`${briefing}\` cannot be read` : `\`${briefing}\` has no row \`${row}\` that can be read`}
  const {missing, changed} = await stateOf(inputs, workspace.files)
  const {value, diagnostics} = await inThisProcess().print(job)
  if (value) return {pdf: value.pdf, ...(changed === undefined ? {} : {changed: `\`${changed}\` has changed since`})}
  if (missing !== undefined) return {because: `\`${missing}\` is missing`}
  const error = diagnostics.find(({severity}) => severity === 'error')
  return {because: `\`${briefing}\` has an error: ${error?.message ?? 'it does not print'}`}
}

/** Only with exactly the files it was made from: those it carries, and those of the same hash at hand. */
async function fromFile({recipe, files}: Carried, workspace: Workspace): Promise<Rebuilt> {
  const own: Files = {
    readPackage: workspace.files.readPackage,
    async read(file) {
      const sha256 = recipe.inputs[file]
      const choices = [files.get(file), (await workspace.files.read(file)).bytes, (await workspace.files.readPackage('demarche', file)).bytes]
      const bytes = sha256 === undefined ? undefined : choices.find((one) => one && sha256Of(one) === sha256)
      return bytes ? {bytes} : {trouble: 'missing'}
    },
  }
  const {missing, changed} = await stateOf(recipe.inputs, own)
  const lacking = missing ?? changed
  if (lacking !== undefined) return {because: `\`${lacking}\`, which the file does not carry, is missing`}
  const text = new TextDecoder().decode(files.get(recipe.briefing))
  const {brand, paper, audience} = recipe
  const {value} = await inThisProcess({files: own}).print({
    root: workspace.root,
    prefix: '',
    source: {path: recipe.briefing, text},
    brand,
    defaultBrand: brand,
    paper,
    audience,
    attachSource: true,
    papers: [],
  })
  return value ? {pdf: value.pdf} : {because: 'the briefing that it carries does not print'}
}

/** The first input that is no longer there, and the first that is no longer what it was. */
async function stateOf(inputs: Readonly<Record<string, string>>, files: Files): Promise<{missing?: string; changed?: string}> {
  const state: {missing?: string; changed?: string} = {}
  for (const [input, sha256] of Object.entries(inputs)) {
    // A row is not a file: what has changed of it is seen on the paper.
    if (input.includes('#')) continue
    const [, name, inPackage] = /^((?:@[^/]+\/)?[^/@]+)@\d[^/]*\/(.+)$/.exec(input) ?? []
    const {bytes} = name !== undefined && inPackage !== undefined ? await files.readPackage(name, inPackage) : await files.read(input)
    if (!bytes) state.missing ??= input
    else if (sha256Of(withoutMark(bytes)) !== sha256 && sha256Of(bytes) !== sha256) state.changed ??= input
  }
  return state
}

/** A briefing is read without its byte order mark. */
const withoutMark = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes)

const slashed = (file: string): string => file.split(path.sep).join('/')
