import {mkdir, mkdtemp, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {onTestFinished} from 'vitest'

/** A folder of the disk with these files, gone when the test is over. A path that ends in `/` is an empty folder. */
export async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'demarche-')))
  onTestFinished(() => rm(root, {recursive: true, force: true}))
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name)
    await mkdir(name.endsWith('/') ? file : path.dirname(file), {recursive: true})
    if (!name.endsWith('/')) await writeFile(file, content)
  }
  return root
}

/** A briefing without fault: a questions-and-answers paper, which expects least. */
export const briefing = (title = 'Mines', more = '', body = '## What is a mine?\n\nA munition.\n'): string =>
  `---\nkind: q-and-a\ntitle: ${title}\ndate: 2026-11-24\nbudget: none\n${more}---\n\n${body}`
