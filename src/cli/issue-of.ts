import path from 'node:path'
import {foldersIn, workspaceFiles} from '../files.js'
import {readIssued, standingOfIssue} from '../release/index.js'
import {openWorkspace} from '../workspace/index.js'

/** What the registers of issues say of a file, in the workspaces that some folders lie in; nothing where none knows it. */
export async function issueOf(sha256: string, folders: readonly string[]): Promise<string | undefined> {
  const roots = new Set<string>()
  for (const folder of folders) {
    const {value} = await openWorkspace(folder)
    if (value) roots.add(value.root)
  }
  for (const root of roots) {
    for await (const register of registersBelow(root)) {
      const {bytes} = await workspaceFiles(root).read(register)
      const {value, diagnostics} = bytes ? readIssued(register, bytes) : {diagnostics: []}
      const standing = value && standingOfIssue(value, sha256)
      if (standing !== undefined) return standing
      if (diagnostics.length > 0) return `\`${register}\` is not the register that was written: nothing is known of its issues`
    }
  }
  return undefined
}

/** A register lies in a folder of briefings: below `briefings/`, at most so deep. */
async function* registersBelow(root: string): AsyncGenerator<string> {
  const queue = [path.join(root, 'briefings')]
  for (const folder of queue) {
    yield path.relative(root, path.join(folder, 'ledger.json')).split(path.sep).join('/')
    if (queue.length < MOST_FOLDERS) queue.push(...(await foldersIn(folder)))
  }
}

const MOST_FOLDERS = 2000
