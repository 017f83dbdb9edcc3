/**
 * What we lean on in React-PDF and pdfkit and nobody promises. When one of these fails after an upgrade, its name says which
 * file of `src/print/` has to learn the new way.
 */
import layoutDocument from '@react-pdf/layout'
import renderPdf from '@react-pdf/render'
import {Canvas, Document, Link, Page, pdf, Text, View} from '@react-pdf/renderer'
import PDFDocument from 'pdfkit'
import {createElement, type ReactElement, type ReactNode} from 'react'
import {beforeAll, describe, expect, it} from 'vitest'
import {loadBrand, openFonts} from '../../src/brand/index.js'
import {pictureFiles} from '../papers.js'
import {makeFontStore} from '../../src/print/fonts.js'
import type {LaidNode} from '../../src/print/laid-out.js'

let store: unknown
let family: string

beforeAll(async () => {
  const {value, diagnostics} = await loadBrand('house', {files: pictureFiles})
  if (!value) throw new Error(diagnostics.map(({message}) => message).join())
  const {brand, assets} = value
  family = brand.fonts.text
  store = makeFontStore([{brand, fonts: await openFonts(brand, assets)}])
})

// Props that React-PDF does not know are what is asked about.
const h = (type: unknown, props: object | null, ...children: ReactNode[]) => createElement(type as string, props as object, ...children)
const style = (more: object = {}) => ({fontFamily: family, fontSize: 10, ...more})

async function layout(...pages: ReactElement[]): Promise<{reconciled: LaidNode; root: LaidNode}> {
  const {container} = pdf(h(Document, null, ...pages) as never) as unknown as {container: {document: LaidNode}}
  const lay = layoutDocument as unknown as (root: unknown, store: unknown) => Promise<LaidNode>
  return {reconciled: container.document, root: await lay(container.document, store)}
}

function* nodes(node: LaidNode): Generator<LaidNode> {
  yield node
  for (const child of Array.isArray(node.children) ? node.children : []) yield* nodes(child)
}

/** A file that notes what the renderer asks of it. */
class Noting extends PDFDocument {
  readonly noted: string[] = []
  constructor() {
    super({autoFirstPage: false, compress: false, font: null as unknown as string})
  }
  override fillColor(...given: Parameters<PDFKit.PDFDocument['fillColor']>): this {
    this.noted.push('fillColor')
    return super.fillColor(...given)
  }
  override link(_x: number, _y: number, _width: number, _height: number, url: unknown): this {
    this.noted.push(`link ${typeof url} ${url}`)
    return this
  }
  override goTo(_x: number, _y: number, _width: number, _height: number, name: unknown): this {
    this.noted.push(`goTo ${name}`)
    return this
  }
  glyphs(): this {
    this.noted.push('glyphs')
    return this
  }
}

async function noted(...pages: ReactElement[]): Promise<string[]> {
  const {root} = await layout(...pages)
  const file = new Noting()
  ;(renderPdf as unknown as (file: Noting, root: LaidNode) => void)(file, root)
  return file.noted
}

describe('measure and cut lean on this', () => {
  it('a page that does not wrap is as long as what it holds, and cuts nothing', async () => {
    const page = h(Page, {size: [200, 100], wrap: false}, h(View, {}, ...Array.from({length: 60}, (_, at) => h(Text, {key: at, style: style()}, `Row ${at}`))))
    const {root} = await layout(page as ReactElement)
    expect(root.children).toHaveLength(1)
    const box = root.children?.[0]?.children?.[0]
    expect([...nodes(root)].filter(({type}) => type === 'TEXT')).toHaveLength(60)
    expect(box?.box?.height).toBeGreaterThan(600)
  })
  it('what hangs outside the flow takes no room in it', async () => {
    const hung = h(View, {again: true, style: {position: 'absolute', top: 0, left: 0, right: 0}}, h(Text, {style: style()}, 'Again'))
    const {root} = await layout(h(Page, {size: [200, 100], wrap: false}, h(View, {}, h(Text, {style: style()}, 'Once'), hung)) as ReactElement)
    const [box] = root.children?.[0]?.children ?? []
    const [once, again] = box?.children ?? []
    expect(box?.box?.height).toBe(once?.box?.height)
    expect(again).toMatchObject({props: {again: true}, style: {position: 'absolute'}})
    expect(again?.box?.height).toBeGreaterThan(0)
  })
  it('a text has its lines, one below the other', async () => {
    const {root} = await layout(h(Page, {size: [200, 100], wrap: false}, h(Text, {widows: 2, orphans: 2, style: {...style(), width: 150, paddingTop: 3}}, 'Many words. '.repeat(40))) as ReactElement)
    const [text] = root.children?.[0]?.children ?? []
    const {lines = [], box} = text ?? {}
    expect(lines.length).toBeGreaterThan(4)
    let bottom = lines[0]?.box.y ?? Number.NaN
    for (const line of lines) {
      expect(line.box.y).toBeCloseTo(bottom)
      bottom = line.box.y + line.box.height
    }
    expect(box?.height).toBeCloseTo(bottom - (lines[0]?.box.y ?? 0) + 3)
    expect(text?.props).toMatchObject({widows: 2, orphans: 2})
  })
})

describe('tags/source-order leans on this', () => {
  it('props that React-PDF does not know stay on nodes through layout', async () => {
    const tag = {role: 'P'}
    const {root} = await layout(h(Page, {size: [200, 100], wrap: false}, h(Text, {tag, order: 7, style: style()}, 'Many words. '.repeat(80))) as ReactElement)
    expect([...nodes(root)].filter((node) => node.type === 'TEXT').map(({props}) => props)).toMatchObject([{order: 7, tag}])
  })
})

describe('tags/runs leans on this', () => {
  const carrier = Object.assign(new String('#there'), {mark: 'ours', match: () => null})
  it('the link of a text within a text reaches its runs untouched', async () => {
    const {root} = await layout(h(Page, {}, h(Text, {style: style()}, 'before ', h(Text, {src: carrier}, 'within'), ' after')) as ReactElement)
    const runs = [...nodes(root)].flatMap((node) => node.lines ?? []).flatMap((line) => line.runs)
    expect(runs.map(({attributes}) => attributes.link === carrier)).toEqual([false, true, false])
  })
  it('an outer link wins over an inner one, so that marks stand at the innermost text', async () => {
    const {root} = await layout(h(Page, {}, h(Text, {style: style()}, h(Text, {src: carrier}, h(Text, {src: 'other'}, 'within')))) as ReactElement)
    const runs = [...nodes(root)].flatMap((node) => node.lines ?? []).flatMap((line) => line.runs)
    expect(runs.map(({attributes}) => attributes.link === carrier)).toEqual([true])
  })
  it('the renderer asks the link itself whether it leads into the document', async () => {
    expect(await noted(h(Page, {}, h(Text, {style: style()}, h(Text, {src: carrier}, 'within'))) as ReactElement)).toContain('link object #there')
    expect(await noted(h(Page, {}, h(Text, {style: style()}, h(Text, {src: '#there'}, 'within'))) as ReactElement)).toContain('goTo there')
  })
})

describe('pdf-file and tags/tagger lean on this', () => {
  it('of each run the colour comes first, then the link, then the glyphs', async () => {
    const all = await noted(h(Page, {}, h(Text, {style: style()}, 'before ', h(Text, {src: 'https://example.org'}, 'within'))) as ReactElement)
    expect(all).toEqual(['fillColor', 'glyphs', 'fillColor', 'link string https://example.org', 'glyphs'])
  })
  it('a link that is a box is told before what it holds', async () => {
    const all = await noted(h(Page, {}, h(Link, {src: '#there'}, h(View, {}, h(Text, {style: style()}, 'within')))) as ReactElement)
    expect(all).toEqual(['goTo there', 'fillColor', 'glyphs'])
  })
  it('a canvas put beside a node is painted in its turn', async () => {
    const turns: string[] = []
    const {root} = await layout(h(Page, {}, h(Text, {style: style()}, 'one'), h(Canvas, {style: {width: 1, height: 1}, paint: () => null})) as ReactElement)
    const page = root.children?.[0]
    const hook = (name: string): LaidNode => ({type: 'CANVAS', box: {top: 0, left: 0, width: 1, height: 1}, style: {}, props: {paint: () => void turns.push(name)}, children: []})
    page?.children?.unshift(hook('before'))
    page?.children?.push(hook('after'))
    const file = new Noting()
    const glyphs = file.glyphs.bind(file)
    file.glyphs = () => {
      turns.push('words')
      return glyphs()
    }
    ;(renderPdf as unknown as (file: Noting, root: LaidNode) => void)(file, root)
    expect(turns).toEqual(['before', 'words', 'after'])
  })
  it('pdfkit hands over one operator at a time', async () => {
    const taken: string[] = []
    class Taking extends Noting {
      override addContent(data: string): this {
        taken.push(data)
        super.addContent(data)
        return this
      }
    }
    const file = new Taking()
    const {root} = await layout(h(Page, {}, h(View, {style: {width: 20, height: 20, overflow: 'hidden', backgroundColor: '#fff', border: '1pt solid black', borderRadius: 3}}, h(Text, {style: style()}, 'w'))) as ReactElement)
    ;(renderPdf as unknown as (file: Noting, root: LaidNode) => void)(file, root)
    expect(taken.filter((data) => /[a-zA-Z*]\s+\S/.test(data.replace(/\/\w+/g, '').replace(/^W\*? n$/, '')))).toEqual([])
    for (const operator of ['q', 'Q']) expect(taken).toContain(operator)
    expect(taken.some((data) => data.endsWith(' cm'))).toBe(true)
  })
  it('pdfkit writes an object without a stream as three pieces: its head, itself, its end', () => {
    const pieces: unknown[] = []
    class Writing extends PDFDocument {
      _write(data: unknown): void {
        pieces.push(data)
      }
    }
    const file = new Writing({autoFirstPage: false, font: null as unknown as string})
    pieces.length = 0
    file.ref({Type: 'Thing'}).end(undefined)
    expect(pieces).toEqual([expect.stringMatching(/^\d+ 0 obj$/), '<<\n/Type /Thing\n>>', 'endobj'])
  })
  it('pdfkit makes the structure tree, the profile of colours and the order of tabs when it is asked for them', () => {
    const file = new PDFDocument({autoFirstPage: false, font: null as unknown as string, tagged: true, subset: 'PDF/A-2a', pdfVersion: '1.7'})
    const {_root} = file as unknown as {_root: {data: Record<string, {data: Record<string, unknown>}>}}
    file.addPage()
    const page = file.page as unknown as {dictionary: {data: Record<string, unknown>}}
    file.end()
    expect(_root.data.MarkInfo?.data.Marked).toBe(true)
    expect(_root.data.StructTreeRoot).toBeDefined()
    expect(_root.data.OutputIntents).toHaveLength(1)
    expect(page.dictionary.data.Tabs).toBe('S')
  })
})
