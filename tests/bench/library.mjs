import path from 'node:path'
import {fileURLToPath} from 'node:url'

const dist = (file) => import(path.join(fileURLToPath(new URL('../../dist', import.meta.url)), file))

/** The library, over a workspace on the disk, with all that a process which stays may keep from one paper to the next. */
export async function openLibrary(workspace) {
  const {build, diskFiles} = await dist('index.js')
  const {openPartMemo} = await dist('print/index.js')
  const kept = {files: diskFiles(workspace), brands: new Map(), registers: new Map(), templates: new Map(), defaultBrand: 'bench', memo: openPartMemo()}
  return async (source) => {
    const {value, diagnostics} = await build(source, kept)
    if (!value) throw new Error(diagnostics.map(({message}) => message).join('\n'))
    return value
  }
}
