import {createHash} from 'node:crypto'
import {PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {describe, expect, it, test} from 'vitest'
import {bindIn, booklet, openPages, twoUp} from '../../src/imposition/index.js'
import {numbered, readPages} from './pages-of.js'

const HALF = 841.89 / 2
const SCALE = HALF / 595.28
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a booklet', () => {
  it('has two pages of half their size on each side of a sheet that lies on its side', async () => {
    const sides = await readPages(await booklet(await numbered(4), {thickness: 0}))
    expect(sides.map(({width, height}) => [Math.round(width), Math.round(height)])).toEqual([[842, 595], [842, 595]])
    expect(sides.map(({seen}) => seen.map(({words}) => words))).toEqual([['page 4', 'page 1'], ['page 2', 'page 3']])
    const [left, right] = sides[0]?.seen ?? []
    expect(left?.x).toBeCloseTo(100 * SCALE, 1)
    expect(right?.x).toBeCloseTo(HALF + 100 * SCALE, 1)
    expect(right?.size).toBeCloseTo(20 * SCALE, 1)
  })
  it('moves the pages of inner sheets to the fold, by the thickness of those around them', async () => {
    const sides = await readPages(await booklet(await numbered(12), {thickness: 2}))
    const places = [0, 2, 4].map((at) => sides[at]?.seen.map(({x}) => x) ?? [])
    for (const [sheet, [left = 0, right = 0]] of places.entries()) {
      expect(left).toBeCloseTo(100 * SCALE + 2 * sheet, 1)
      expect(right).toBeCloseTo(HALF + 100 * SCALE - 2 * sheet, 1)
    }
  })
  it('is as high and wide as a sheet of the paper, Letter too', async () => {
    const [side] = await readPages(await booklet(await numbered(2, {size: [612, 792]})))
    expect([side?.width, side?.height]).toEqual([792, 612])
  })
  it('puts a page that lies on its side, or is turned, whole into its half', async () => {
    for (const options of [{size: [841.89, 595.28]}, {turned: 90}, {turned: 180}, {turned: 270}] as const) {
      const [side] = await readPages(await booklet(await numbered(1, {...options, ...('size' in options ? {size: [841.89, 595.28] as [number, number]} : {})})))
      const [seen] = side?.seen ?? []
      expect(seen?.words).toBe('page 1')
      expect(seen?.x).toBeGreaterThan(HALF)
      expect(seen?.x).toBeLessThan(841.89)
      expect(seen?.y).toBeGreaterThan(0)
      expect(seen?.y).toBeLessThan(595.28)
    }
  })
})

describe('a stamp on a page of others', () => {
  /** A page with a stamp that says `RECEIVED`, 100 points wide, at 300, 400; `F` says whether it is printed. */
  const stamped = async (flags: number) => {
    const document = await PDFDocument.load(await numbered(1))
    const {context} = document
    const font = context.obj({Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica'})
    const look = context.stream('BT /F1 10 Tf 5 5 Td (RECEIVED) Tj ET', {Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 50, 20], Resources: {Font: {F1: font}}})
    const note = context.obj({Type: 'Annot', Subtype: 'Stamp', Rect: [300, 400, 400, 440], F: flags, AP: {N: context.register(look)}})
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(note)]))
    return document.save()
  }
  it('is printed with it, at its place and in its size', async () => {
    const [side] = await readPages(await booklet(await stamped(4)))
    const stamp = side?.seen.find(({words}) => words === 'RECEIVED')
    expect(stamp?.x).toBeCloseTo(HALF + 310 * SCALE, 1)
    expect(stamp?.y).toBeCloseTo(410 * SCALE, 1)
    expect(stamp?.size).toBeCloseTo(20 * SCALE, 1)
  })
  it('stays away where it is for the screen only', async () => {
    const [side] = await readPages(await booklet(await stamped(0)))
    expect(side?.seen.map(({words}) => words)).toEqual(['page 1'])
  })
})

describe('two pages on a sheet', () => {
  it('stand side by side above their lines; the last of three has lines beside it', async () => {
    const sides = await readPages(await twoUp(await numbered(3)))
    expect(sides.map(({seen}) => seen.map(({words}) => words))).toEqual([['page 1', 'page 2'], ['page 3']])
    const [left, right] = sides[0]?.seen ?? []
    expect((right?.x ?? 0) - (left?.x ?? 0)).toBeCloseTo(HALF, 1)
    // Three lines 7 mm apart, 9 mm from the edge, are below all of the page.
    expect(left?.y).toBeGreaterThan((30 * 72) / 25.4)
    expect(left?.size).toBeGreaterThan(20 * 0.6)
  })
})

describe('PDFs of others', () => {
  it('are bound in behind their page, as they are', async () => {
    const bound = await bindIn(await numbered(3), [{pdf: await numbered(2, {name: 'annex', size: [500, 700]}), after: 2}])
    expect(bound).toMatchObject({pages: 5, starts: [3]})
    const pages = await readPages(bound.pdf ?? new Uint8Array())
    expect(pages.map(({seen}) => seen[0]?.words)).toEqual(['page 1', 'page 2', 'annex 1', 'annex 2', 'page 3'])
    expect(pages[2]?.width).toBe(500)
  })
  it('begin on a right-hand page where both sides of a sheet are printed, and so does what follows', async () => {
    const bound = await bindIn(await numbered(2), [{pdf: await numbered(1, {name: 'first'}), after: 1}, {pdf: await numbered(2, {name: 'second'}), after: 1}], {duplex: true})
    const words = (await readPages(bound.pdf ?? new Uint8Array())).map(({seen}) => seen[0]?.words)
    expect(words).toEqual(['page 1', undefined, 'first 1', undefined, 'second 1', 'second 2', 'page 2'])
    expect(bound.starts).toEqual([3, 5])
  })
  test.each([
    ['not-a-pdf', new TextEncoder().encode('Dear colleagues')],
    ['damaged', new TextEncoder().encode('%PDF-1.7\nnothing more')],
  ])('that are %s are told', async (trouble, pdf) => {
    expect(await bindIn(await numbered(1), [{pdf, after: 1}])).toEqual({trouble, annex: 0})
  })
  it('that are encrypted are told, also where no password is asked for', async () => {
    const locked = await PDFDocument.load(await numbered(1))
    await locked.encrypt({ownerPassword: 'owner', userPassword: '', permissions: {}})
    expect(await openPages(await locked.save({useObjectStreams: false}))).toBe('encrypted')
  })
})

describe('what is for the printer', () => {
  const forms = [booklet, twoUp, async (pdf: Uint8Array) => (await bindIn(pdf, [{pdf: await numbered(1), after: 1}])).pdf ?? pdf]
  test.each(forms.map((form, at) => [at, form] as const))('has the same bytes each time (%i)', async (_, form) => {
    const paper = await numbered(5)
    expect(sha256(await form(paper))).toBe(sha256(await form(paper)))
  })
  test.each(forms.map((form, at) => [at, form] as const))('keeps the title, asks for its own size, and claims no tags (%i)', async (_, form) => {
    const made = await PDFDocument.load(await form(await numbered(3, {name: 'The paper'})), {updateMetadata: false})
    expect(made.getTitle()).toBe('The paper')
    expect(made.catalog.getViewerPreferences()?.getPrintScaling()).toBe('None')
    for (const key of ['MarkInfo', 'StructTreeRoot', 'Metadata']) expect(made.catalog.get(PDFName.of(key))).toBeUndefined()
  })
})
