import {beforeAll, describe, expect, it} from 'vitest'
import {printEditions} from '../../src/print/index.js'
import {front, sound} from '../papers.js'
import {faultsIn} from './pdf/faults-of.js'
import {type Dictionary, isStream, type ReadPdf, readPdf, type Value} from './pdf/read-pdf.js'

const MARKDOWN = `${front()}## A heading

Words with [a link](https://example.org) and a note.[^1]

- one

<!-- table: plain, caption: "A table" -->
| Year | Count |
| --- | --- |
| 2001 | 2 |

![A picture](picture.png)

[^1]: The note.
`
let pdf: Uint8Array

beforeAll(async () => {
  const {edition, assets} = await sound(MARKDOWN)
  const {value} = await printEditions([edition], assets)
  pdf = value?.pdf ?? new Uint8Array()
})

/** What is found in the file once something of it was spoilt. */
function spoilt(spoil: (read: ReadPdf) => void): string[] {
  const read = readPdf(pdf)
  spoil(read)
  return faultsIn(read)
}

/** Every dictionary of a type and role. */
const all = ({objects}: ReadPdf, role: string): Dictionary[] =>
  [...objects.values()].filter((value): value is Dictionary => typeof value === 'object' && value !== null && 'S' in value && value.S === `/${role}`)

function first(read: ReadPdf, role: string): Dictionary {
  const [found] = all(read, role)
  if (!found) throw new Error(`No ${role} in the file`)
  return found
}

/** Changes the steps of the first page. */
function rewrite({pages, get}: ReadPdf, change: (steps: string) => string): void {
  const stream = get(pages[0]?.page.Contents)
  if (isStream(stream)) stream.bytes = Buffer.from(change(stream.bytes.toString('latin1')), 'latin1')
}

describe('the structural checker', () => {
  it('finds nothing wrong with a sound file', () => {
    expect(spoilt(() => {})).toEqual([])
  })
  const cases: [string, (read: ReadPdf) => void][] = [
    ['the file does not say that it is marked', (read) => void (read.dictionary(read.catalogue.MarkInfo).Marked = false)],
    ['the file has no language', ({catalogue}) => void delete catalogue.Lang],
    ['the title is not shown', (read) => void (read.dictionary(read.catalogue.ViewerPreferences).DisplayDocTitle = false)],
    ['Figure without words for it', (read) => void delete first(read, 'Figure').Alt],
    ['Note without a name of its own', (read) => void delete first(read, 'Note').ID],
    ['the names of notes are not all in the tree of names', (read) => void delete read.dictionary(read.catalogue.StructTreeRoot).IDTree],
    ['L does not say how it is numbered', (read) => void delete first(read, 'L').A],
    ['TH without scope', (read) => void delete first(read, 'TH').A],
    ['H3 follows H1', (read) => void (first(read, 'H2').S = '/H3')],
    ['THead stands in Sect', (read) => void (first(read, 'Table').S = '/Sect')],
    ['LI holds P', (read) => void (first(read, 'LBody').S = '/P')],
    ['Widget is no standard role', (read) => void (first(read, 'H1').S = '/Widget')],
    ['an area does not say where it leads', (read) => void delete read.dictionary((read.get(read.pages[0]?.page.Annots) as Value[])[0]).Contents],
    ['an area names another element than holds it', (read) => void (read.dictionary((read.get(read.pages[0]?.page.Annots) as Value[]).at(-1)).StructParent = 0)],
    ['Link without an area', (read) => void (first(read, 'Link').K = 0)],
    ['a page is not tabbed in the order of its structure', ({pages}) => pages.forEach(({page}) => delete page.Tabs)],
    ['something is painted outside marks', (read) => rewrite(read, (steps) => `${steps}\nBT\n[<0001>] TJ\nET\n`)],
    ['marked words are in no element', (read) => rewrite(read, (steps) => `${steps}\n/P <</MCID 999>> BDC\nEMC\n`)],
    ['marks stand within each other', (read) => rewrite(read, (steps) => steps.replace(' BDC', ' BDC\n/Artifact BMC\nEMC'))],
    ['rg stands within a path', (read) => rewrite(read, (steps) => `${steps}\n/Artifact BMC\n0 0 m\n0 0 0 rg\nf\nEMC\n`)],
    ['elements hold words that no page has', (read) => rewrite(read, (steps) => steps.replace('/MCID 1>>', '/MCID 998>>'))],
    ['the state is saved deeper than 28 times, or restored too often', (read) => rewrite(read, (steps) => 'q\n'.repeat(29) + steps + 'Q\n'.repeat(29))],
    ['a page ends with open marks or saved states', (read) => rewrite(read, (steps) => `${steps}\nq\n`)],
    ['the rows of a table are 1 and 2 columns wide', (read) => void read.array(first(read, 'TR').K).pop()],
  ]
  it.each(cases)('tells that %s', (fault, spoil) => {
    expect(spoilt(spoil)).toContain(fault)
  })
  it('refuses a file whose table of objects is wrong', () => {
    const text = Buffer.from(pdf).toString('latin1')
    const moved = Buffer.from(text.replace('%PDF-1.7\n', '%PDF-1.7\n '), 'latin1')
    expect(() => readPdf(moved)).toThrow(/No object at/)
  })
})
