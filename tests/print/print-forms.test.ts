import {inflateSync} from 'node:zlib'
import {PDFDocument, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {type Built, type BuildOptions, build} from '../../src/build.js'
import {LIGHT_TONER} from '../../src/brand/light-toner.js'
import type {PrintForm} from '../../src/content.js'
import {formOf} from '../../src/press/index.js'
import {front, pictureFiles} from '../papers.js'

const brands: BuildOptions['brands'] = new Map()
const words = 'The Convention forbids its States Parties to use, make, keep or transfer anti-personnel mines, whatever others do. '
const TEXT = `${front()}## What it asks

${words}[The treaty](https://example.org/treaty) says so, and [example.org/news](https://example.org/news) tells of it.

<!-- chart: column, unit: people, title: "Recorded casualties", alt: They rise -->
| Year | Killed | Hurt |
| ---- | -----: | ---: |
| 2023 | 1,983 | 3,663 |
| 2024 | 1,945 | 4,325 |

${Array.from({length: 28}, () => words.repeat(4)).join('\n\n')}
`

async function printed(form?: PrintForm, text = TEXT): Promise<Built> {
  const {value, diagnostics} = await build({path: 'paper.md', text}, {files: pictureFiles, brands, ...(form ? {form} : {})})
  if (!value) throw new Error(JSON.stringify(diagnostics))
  return value
}
const printForm = (more: Parameters<typeof formOf>[1] = {}) => formOf('print', more)
const linesOf = ({pages}: Built) => pages.flatMap(({lines}) => lines).filter(({role}) => role !== 'Artifact').map(({text}) => text)
const leftOf = ({pages}: Built, at: number) => Math.min(...(pages[at]?.lines ?? []).map(({x}) => x))

/** The operators that paint a page, inflated. */
async function painted(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false})
  return document
    .getPages()
    .map((page) => {
      const stream = document.context.lookup(page.node.get(PDFName.of('Contents')))
      return stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : ''
    })
    .join('\n')
}

describe('a paper that is printed on both sides of its sheets', () => {
  let [screen, duplex]: Built[] = []
  beforeAll(async () => {
    screen = await printed()
    duplex = await printed(printForm())
  }, 60_000)
  it('has an even number of pages; the last may be blank, and says so to nobody', async () => {
    expect((screen?.pages.length ?? 0) % 2).toBe(1)
    expect(duplex?.pages.length).toBe((screen?.pages.length ?? 0) + 1)
    expect(duplex?.pages.at(-1)?.lines).toEqual([])
  })
  it('stands 5 mm further from its fold, at the left of the first page and at the right of its back', () => {
    if (!screen || !duplex) throw new Error('Nothing was printed')
    const shift = (5 * 72) / 25.4
    expect(leftOf(duplex, 0) - leftOf(screen, 0)).toBeCloseTo(shift, 1)
    expect(leftOf(duplex, 1) - leftOf(screen, 1)).toBeCloseTo(-shift, 1)
  })
  it('breaks its lines and its pages as on the screen', () => {
    if (!screen || !duplex) throw new Error('Nothing was printed')
    expect(linesOf(duplex)).toEqual(linesOf(screen))
    expect(duplex.pages.slice(0, -1).map(({lines}) => lines.length)).toEqual(screen.pages.map(({lines}) => lines.length))
  })
  it('asks the printer to turn it over its long edge, and keeps its standards', async () => {
    const made = await PDFDocument.load(duplex?.pdf ?? new Uint8Array(), {updateMetadata: false})
    expect(made.catalog.getViewerPreferences()?.getDuplex()).toBe('DuplexFlipLongEdge')
    expect(duplex?.conformance).toEqual(['PDF/UA-1', 'PDF/A-2a'])
  })
})

describe('crop marks', () => {
  it('stand around a page that keeps its size and its place', async () => {
    const marked = await printed(printForm({cropMarks: true}))
    const plain = await printed(printForm())
    expect(marked.pages).toEqual(plain.pages)
    for (const page of (await PDFDocument.load(marked.pdf, {updateMetadata: false})).getPages()) {
      expect(page.getTrimBox()).toEqual({x: 0, y: 0, width: 595.28, height: 841.89})
      const bleed = page.getBleedBox()
      expect([bleed.x, bleed.y, bleed.width, bleed.height].map((one) => Math.round(one * 100) / 100)).toEqual([-8.5, -8.5, 612.28, 858.89])
      const media = page.getMediaBox()
      expect(media.x).toBeLessThan(bleed.x)
      expect(media.width).toBeGreaterThan(bleed.width)
    }
  })
  it('never reach into what is printed beyond the edge', async () => {
    const marks = [...(await painted((await printed(printForm({cropMarks: true}))).pdf)).matchAll(/\/Artifact <<\/Type \/Layout>> BDC\nq\n0 G\n0.25 w\n([\s\S]*?)S\nQ/g)]
    expect(marks.length).toBeGreaterThan(1)
    const ends = [...(marks[0]?.[1] ?? '').matchAll(/(-?[\d.]+) (-?[\d.]+) [ml]/g)].map(([, x, y]) => [Number(x), Number(y)])
    expect(ends.length).toBe(16)
    for (const [x = 0, y = 0] of ends) expect(x <= -8.5 || x >= 595.28 + 8.5 || y <= -8.5 || y >= 841.89 + 8.5).toBe(true)
  })
})

describe('a paper for a printer that is short of toner', () => {
  let [screen, light]: Built[] = []
  beforeAll(async () => {
    screen = await printed()
    light = await printed(formOf('screen', {lightToner: true}))
  }, 60_000)
  it('breaks its lines as in colour, and ends with the addresses that links lead to and do not say', () => {
    if (!screen || !light) throw new Error('Nothing was printed')
    const [before, after] = [linesOf(screen), linesOf(light)]
    expect(after.slice(0, before.length)).toEqual(before)
    const added = after.slice(before.length).join(' ').replaceAll('\u00a0', ' ')
    expect(added).toContain('Addresses of links')
    expect(added).toContain('The treaty: example.org/treaty')
    expect(added).not.toContain('example.org/news')
  })
  it('has greys that say a state of things at least 20 steps of lightness apart, and none that words are too pale in', () => {
    const lightness = (hex: string) => {
      const share = Number.parseInt(hex.slice(1, 3), 16) / 255
      const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      return linear > 0.008856 ? 116 * Math.cbrt(linear) - 16 : 903.3 * linear
    }
    const {ink, accent, quiet, bars, ...rest} = LIGHT_TONER
    const steps = [ink, accent, quiet, bars].map(lightness).sort((a, b) => a - b)
    for (const [at, step] of steps.entries()) if (at > 0) expect(step - (steps[at - 1] ?? 0)).toBeGreaterThanOrEqual(20)
    for (const colour of [ink, accent, quiet, bars, ...Object.values(rest)]) expect(colour).toMatch(/^#(..)\1\1$/)
  })
  it('paints no colour, and fills no field', async () => {
    const [full, spare] = [await painted(screen?.pdf ?? new Uint8Array()), await painted(light?.pdf ?? new Uint8Array())]
    const colours = (stream: string) => [...stream.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) (?:sc|scn|rg|SC|SCN|RG)$/gm)].filter(([, red, green, blue]) => red !== green || green !== blue)
    // A shape of more than a few points each way, filled in another colour than the paper's.
    const fields = (stream: string) => {
      let [white, count] = [true, 0]
      let points: [number, number][] = []
      for (const line of stream.split('\n')) {
        const colour = /^([\d.]+) ([\d.]+) ([\d.]+) (?:scn?|rg)$/.exec(line)
        const numbers = (line.match(/-?[\d.]+/g) ?? []).map(Number)
        if (colour) white = colour.slice(1).every((share) => Number(share) === 1)
        else if (/ [ml]$/.test(line)) points.push([numbers[0] ?? 0, numbers[1] ?? 0])
        else if (/ re$/.test(line)) points.push([numbers[0] ?? 0, numbers[1] ?? 0], [(numbers[0] ?? 0) + (numbers[2] ?? 0), (numbers[1] ?? 0) + (numbers[3] ?? 0)])
        else if (/^(?:f\*?|S|n|B\*?|W.*)$/.test(line)) {
          const reach = (at: 0 | 1) => Math.max(...points.map((point) => point[at])) - Math.min(...points.map((point) => point[at]))
          if (line.startsWith('f') && !white && points.length > 1 && reach(0) > 4 && reach(1) > 4)  count++
          points = []
        }
      }
      return count
    }
    expect(colours(full).length).toBeGreaterThan(0)
    expect(colours(spare)).toEqual([])
    // Those of the logo remain. A chart adds none: in colour it has four columns.
    const without = await painted((await printed(formOf('screen', {lightToner: true}), TEXT.replace(/<!-- chart[\s\S]*?\n\n/, ''))).pdf)
    expect(fields(spare)).toBe(fields(without))
    expect(fields(full)).toBeGreaterThanOrEqual(fields(without) + 4)
  })
})

describe('a booklet and two pages on a sheet', () => {
  it('are pictures of the pages: they claim no standard, and keep every word', async () => {
    for (const output of ['booklet', 'two-up'] as const) {
      const made = await printed(formOf(output))
      expect(made.conformance).toEqual([])
      const document = await PDFDocument.load(made.pdf, {updateMetadata: false})
      expect(document.catalog.get(PDFName.of('StructTreeRoot'))).toBeUndefined()
      expect(document.getPage(0).getWidth()).toBe(841.89)
    }
  })
})
