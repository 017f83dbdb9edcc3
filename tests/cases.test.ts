import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {check} from '../src/check.js'
import {checkPrint, findContradictions} from '../src/checks/index.js'
import type {Audience} from '../src/content.js'
import {type Diagnostic, hasErrors, inReadingOrder} from '../src/diagnostic.js'
import type {Edition} from '../src/edition/index.js'
import {type When, whenOf} from '../src/facts/index.js'
import {layoutEditions, type Page} from '../src/print/index.js'
import {renderPages} from './cases.js'
import {pictureFiles as files} from './papers.js'
import {toldWithHint} from './told.js'

const FOLDER = new URL('cases/', import.meta.url)
/** `UPDATE=1` writes what came out; the diff is then read by who commits it. */
const UPDATE = process.env.UPDATE !== undefined

const brands = new Map()

interface Case {
  path: string
  text: string
  /** The day it is checked on, of `on.txt`; its own date where there is none. */
  on?: When
}

interface Paper {
  edition?: Edition
  pages?: Page[]
  diagnostics: Diagnostic[]
}

/** A briefing's pages as `build` would print them, without the file. */
async function lay({path, text, on}: Case, audience: Audience): Promise<Paper> {
  const {value, diagnostics: found} = await check({path, text}, {files, brands, audience, ...(on ? {on} : {})})
  const diagnostics = inReadingOrder([...found, ...findContradictions(value?.edition.facts ?? [])])
  if (!value) return {diagnostics}
  const {value: laid, diagnostics: seen} = await layoutEditions([value.edition], value.assets)
  const pages = laid?.pages ?? []
  const all = inReadingOrder([...diagnostics, ...seen, ...(hasErrors(seen) ? [] : checkPrint(value.edition, pages))])
  return hasErrors(all) ? {edition: value.edition, diagnostics: all} : {edition: value.edition, pages, diagnostics: all}
}

/** Everything there is to say of a paper, and what its audience does not get to see. */
function told({edition, diagnostics}: Paper): string {
  const left = (edition?.leftOut ?? []).map(({place, words}) => `left out ${place.start?.line}-${place.end?.line} "${words}"`)
  return [...diagnostics.map((one) => toldWithHint(one)), ...left].map((line) => `${line}\n`).join('')
}

function hold(file: URL, content: string | undefined): void {
  if (UPDATE) {
    if (content === undefined) rmSync(file, {force: true})
    else writeFileSync(file, content)
  }
  expect(content).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined)
}

describe('the cases', () => {
  const names = readdirSync(FOLDER, {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  it.each(names)('%s', async (name) => {
    const at = (file: string) => new URL(`${name}/${file}`, FOLDER)
    const day = existsSync(at('on.txt')) ? whenOf(readFileSync(at('on.txt'), 'utf8')) : undefined
    const paper = {path: `tests/cases/${name}/briefing.md`, text: readFileSync(at('briefing.md'), 'utf8'), ...(day ? {on: day} : {})}
    const external = await lay(paper, 'external')
    hold(at('diagnostics.txt'), told(external))
    hold(at('page.txt'), external.pages && renderPages(external.pages))
    const differs = (external.edition?.leftOut.length ?? 0) > 0
    const internal = differs ? await lay(paper, 'internal') : undefined
    hold(at('page.INTERNAL.txt'), internal?.pages && renderPages(internal.pages))
  })
})
