import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {z} from 'zod'
import {lies} from '../files.js'
import {once} from '../once.js'
import {writeWhole} from './write-whole.js'

const entry = () => z.object({
  path: z.string(),
  briefing: z.string(),
  row: z.string().optional(),
  sha256: z.string(),
  pages: z.number(),
  title: z.string(),
  symbol: z.string().optional(),
  language: z.string(),
  brand: z.string(),
  paper: z.enum(['A4', 'Letter']),
  audience: z.enum(['external', 'internal']),
  warnings: z.number(),
  anonymous: z.literal(true).optional(),
  attachSource: z.literal(true).optional(),
  output: z.enum(['print', 'booklet', 'two-up']).optional(),
  lightToner: z.literal(true).optional(),
  bleed: z.number().optional(),
  tagged: z.literal(false).optional(),
  conformance: z.array(z.string()),
  tools: z.record(z.string(), z.string()),
  inputs: z.record(z.string(), z.string()),
})
const manifest = once(() => z.object({papers: z.array(entry())}))

/**
 * One written paper: `path` from the output folder, `briefing` from the workspace, with the key of its `row` where it is a template; `tools` by name and version, `inputs` by
 * path and SHA-256, those of packages as `name@version/path`. No times, no names: the same papers, the same bytes.
 */
export type ManifestEntry = z.output<ReturnType<typeof entry>>

/** What the output folder holds; nothing where there is no list that can be read. */
export async function readManifest(out: string): Promise<readonly ManifestEntry[]> {
  return (await readManifestFile(path.join(out, 'manifest.json'))) ?? []
}

/** What was read or written last: a build looks at its list at the beginning and twice at the end, and to understand a long one takes 15 ms. */
let last: {text: string; papers: readonly ManifestEntry[]} | undefined

/** The papers that a manifest lists; nothing where somebody else wrote it, an earlier release did, or it broke. */
export async function readManifestFile(file: string): Promise<readonly ManifestEntry[] | undefined> {
  try {
    const text = await readFile(file, 'utf8')
    if (last?.text !== text) last = {text, papers: manifest().parse(JSON.parse(text)).papers}
    return last.papers
  } catch {
    return undefined
  }
}

/** Lists the papers just written beside those of earlier builds that are still there. Returns why it could not be written. */
export async function writeManifest(out: string, written: readonly ManifestEntry[]): Promise<string | undefined> {
  const fresh = new Set(written.map((paper) => paper.path))
  const papers = [...written]
  for (const known of await readManifest(out)) {
    if (!fresh.has(known.path) && (await lies(path.join(out, known.path))) === 'file') papers.push(known)
  }
  papers.sort((a, b) => (a.path < b.path ? -1 : 1))
  const file = path.join(out, 'manifest.json')
  const text = `${JSON.stringify({papers}, null, 2)}\n`
  last = {text, papers}
  // What looks at its time sees that nothing changed.
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return undefined
  return writeWhole(file, Buffer.from(text))
}
