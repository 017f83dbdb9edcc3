import path from 'node:path'
import {packageHome} from '../files.js'
import {type PaperReport, writeWhole} from '../press/index.js'
import type {Io} from './io.js'
import {refuse} from './usage.js'

/**
 * Writes, as `make` reads it, which files each paper is made from: a rule a paper, and one without a paper for each file, so that
 * one that is deleted later is no error. Paths are told from the folder at hand. Returns the file.
 */
export async function writeDependencies(typed: string, papers: readonly PaperReport[], {root, out, io}: {root: string; out: string; io: Io}): Promise<string> {
  const here = (absolute: string) => escaped(path.relative(io.cwd, absolute).split(path.sep).join('/'))
  const rules = papers.flatMap(({written}) => {
    if (!written) return []
    const inputs = [...new Set(Object.keys(written.inputs).flatMap((input) => absoluteOf(input, root)))]
    return [{target: here(path.join(out, written.path)), inputs: inputs.map(here)}]
  })
  const all = [...new Set(rules.flatMap(({inputs}) => inputs))].sort()
  const lines = [...rules.map(({target, inputs}) => `${target}: ${inputs.join(' \\\n  ')}\n`), ...all.map((input) => `${input}:\n`)]
  const file = path.resolve(io.cwd, typed)
  const trouble = await writeWhole(file, Buffer.from(lines.join('\n')))
  if (trouble !== undefined) refuse({message: `\`${typed}\` cannot be written: ${trouble}`, hint: 'Name another file with `--deps`'}, io)
  return file
}

/** Where an input of a manifest lies: in the workspace, a row of a file in it, or in a package. */
function absoluteOf(input: string, root: string): string[] {
  const [, name, inPackage] = /^((?:@[^/]+\/)?[^/@]+)@\d[^/]*\/(.+)$/.exec(input) ?? []
  if (name === undefined || inPackage === undefined) return [path.resolve(root, input.replace(/(\.[a-z]+)#[^/]*$/i, '$1'))]
  const home = packageHome(name)
  return home === undefined ? [] : [path.join(home, inPackage)]
}

/** What `make` would read as a sign of its own. */
const escaped = (file: string): string => file.replaceAll('$', '$$$$').replace(/[\s#%]/g, '\\$&')
