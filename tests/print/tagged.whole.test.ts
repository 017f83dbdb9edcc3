import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {loadBrand} from '../../src/brand/index.js'
import {build} from '../../src/build.js'
import type {PaperSize} from '../../src/content.js'
import {diskFiles, type Files} from '../../src/files.js'
import type {Source} from '../../src/source.js'
import {pictureFiles} from '../papers.js'
import {faultsOf} from './pdf/faults-of.js'
import {briefings, examples, stress} from './stress.js'

const brands = new Map<string, ReturnType<typeof loadBrand>>()
const disk = diskFiles(fileURLToPath(new URL('../..', import.meta.url)))

/** Every heading that one of the program's own briefings is said to have: whether it has, other tests ask. */
const ids = briefings.flatMap(({text}) => [...text.matchAll(/\]\(doc:[^)#]+#([^)]+)\)/g)].map(([, id = '']) => id))
const papers = (name: string) => {
  const found = briefings.find((one) => path.basename(one.path, '.md') === name.replace(/\.md$/, ''))
  return found && {path: found.path, title: name, ids}
}

/** The PDF of a source, and what was told where there is none. CI sets PRINT_TO and holds the same files to veraPDF. */
async function printed(source: Source, brand: string, paper: PaperSize, files: Files): Promise<{pdf?: Uint8Array; told: string[]}> {
  const {value, diagnostics} = await build(source, {brand, paper, files, brands, papers})
  if (value && process.env.PRINT_TO) {
    const to = path.join(process.env.PRINT_TO, `${source.path.replace(/\.md$/, '')}.${brand}.${paper}.pdf`)
    mkdirSync(path.dirname(to), {recursive: true})
    writeFileSync(to, value.pdf)
  }
  const told = diagnostics.filter(({severity}) => severity === 'error').map(({rule, message}) => `${rule}: ${message}`)
  return value ? {pdf: value.pdf, told} : {told}
}

/** CI takes its time; at a desk two of the four tell most. */
const SHEETS = process.env.PRINT_TO ? (['A4', 'Letter'] as const).flatMap((paper) => [['house', paper], ['ministry', paper]] as const) : ([['house', 'A4'], ['ministry', 'Letter']] as const)
const BRANDS = process.env.PRINT_TO ? ['house', 'ministry'] : ['house']
/** The longest takes as long as all others, and is printed by CI. */
const STRESS = process.env.PRINT_TO ? stress : stress.filter(({path: name}) => name !== 'stress/forty-pages.md')

describe.each(SHEETS)('in the brand %s on %s', (brand, paper) => {
  it.each(briefings)('$path is a tagged archival file', async (source) => {
    const {pdf, told} = await printed(source, brand, paper, disk)
    expect(told).toEqual([])
    expect(pdf && faultsOf(pdf)).toEqual([])
  })
})

describe.each(BRANDS)('in the brand %s', (brand) => {
  it.each(STRESS)('$path is a tagged archival file', async (source) => {
    const {pdf, told} = await printed(source, brand, 'A4', pictureFiles)
    expect(told).toEqual([])
    expect(pdf && faultsOf(pdf)).toEqual([])
  })
  it('every block alone is a tagged archival file', async () => {
    const faults: Record<string, string[]> = {}
    const seen = new Set<string>()
    for (const source of examples) {
      const {pdf} = await printed(source, brand, 'A4', pictureFiles)
      const found = pdf ? faultsOf(pdf) : []
      if (pdf) seen.add(source.path.replace(/-\d+\.md$/, ''))
      if (found.length > 0) faults[source.path] = found
    }
    expect(faults).toEqual({})
    expect([...seen].sort()).toEqual([...new Set(examples.map(({path: name}) => name.replace(/-\d+\.md$/, '')))].sort())
  })
})
