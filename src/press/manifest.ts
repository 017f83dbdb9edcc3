import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {z} from 'zod'
import {lies} from '../files.js'
import {writeWhole} from './write-whole.js'

const entry = z.object({
  path: z.string(),
  briefing: z.string(),
  sha256: z.string(),
  pages: z.number(),
  title: z.string(),
  symbol: z.string().optional(),
  language: z.string(),
  brand: z.string(),
  paper: z.enum(['A4', 'Letter']),
  audience: z.enum(['external', 'internal']),
  warnings: z.number(),
})
const manifest = z.object({papers: z.array(entry)})

/** One written paper: `path` from the output folder, `briefing` from the workspace. No times: the same papers, the same bytes. */
export type ManifestEntry = z.output<typeof entry>

/** What the output folder holds; nothing where there is no list that can be read. */
export async function readManifest(out: string): Promise<ManifestEntry[]> {
  try {
    return manifest.parse(JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8'))).papers
  } catch {
    return [] // a list that somebody else wrote, or broke: it is made anew
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
  return writeWhole(path.join(out, 'manifest.json'), Buffer.from(`${JSON.stringify({papers}, null, 2)}\n`))
}
