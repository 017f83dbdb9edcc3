import {beforeAll, describe, expect, it, test} from 'vitest'
import {check} from '../../src/check.js'
import type {Diagnostic} from '../../src/diagnostic.js'
import type {Files} from '../../src/files.js'
import {layoutEditions} from '../../src/print/index.js'
import {type LaidNode, nodesOf, type Placed, roleOf} from '../../src/print/laid-out.js'
import {layOut} from '../../src/print/lay-out.js'
import {preflight} from '../../src/print/preflight.js'
import {front, pictureFiles, sound, whitePng} from '../papers.js'

const told = ({rule, place, message, hint}: Diagnostic) => `${place.path}:${place.start?.line}:${place.start?.column} ${rule}: ${message} ${hint}`

describe('a layout that went wrong', () => {
  const text = `${front()}Words of a first paragraph.\n\nWords of a second one.\n\n<!-- chart: column, alt: Two columns -->\n| Year | Count |\n| --- | --- |\n| 2001 | 2 |\n| 2002 | 4 |\n\n${'A line that follows. '.repeat(400)}\n`
  let laid: Awaited<ReturnType<typeof layOut>>
  let editions: Parameters<typeof preflight>[1]
  beforeAll(async () => {
    const {edition, assets} = await sound(text)
    editions = [edition]
    laid = await layOut(editions, assets)
  })

  /** What is told once something was moved, of what is told of nothing else. */
  function moved(move: (pages: LaidNode[], find: (page: number, words: string) => Placed) => void): string[] {
    const root = structuredCloneOf(laid.root)
    const pages = root.children ?? []
    const find = (page: number, words: string) => {
      const found = [...nodesOf(pages[page - 1] ?? root)].find(({node}) => node.lines?.some(({string}) => string.startsWith(words)))
      if (!found) throw new Error(`No line ${words}`)
      return found
    }
    move(pages, find)
    return preflight(root, editions).map(told)
  }
  const shift = ({node}: Placed, top: number, left = 0) => {
    if (node.box) node.box = {...node.box, top: node.box.top + top, left: node.box.left + left}
  }

  it('is one about which there is else nothing to tell', () => {
    expect(moved(() => {})).toEqual([])
    expect(laid.root.children?.length).toBe(3)
  })
  it('tells of two texts on top of each other, where the lower begins', () => {
    expect(moved((_, find) => shift(find(1, 'Words of a second'), -18))).toEqual([
      'paper.md:10:1 print/overlap: On page 1 `Words of a second one.` stands on top of `Words of a first paragraph.`. Shorten one of the two, or put a paragraph between them.',
    ])
  })
  it('says nothing of two texts that touch', () => {
    expect(moved((_, find) => shift(find(1, 'Words of a second'), -10))).toEqual([])
  })
  it('tells of two labels of a chart on top of each other', () => {
    const found = moved((pages) => {
      const labels: LaidNode[] = []
      const visit = (shape: LaidNode) => {
        if (shape.lines?.length) labels.push(shape)
        for (const child of Array.isArray(shape.children) ? shape.children : []) visit(child)
      }
      for (const {node} of nodesOf(pages[0] as LaidNode)) if (node.type === 'SVG') visit(node)
      const [first, second] = ['2001', '2002'].map((words) => labels.find(({lines}) => lines?.[0]?.string === words)?.lines?.[0])
      if (first && second) second.box = {...first.box, x: first.box.x + 4}
    })
    expect(found).toEqual(['paper.md:13:1 print/overlap: On page 1 `2002` stands on top of `2001`. Shorten one of the two, or put a paragraph between them.'])
  })
  it('tells of a text over the running foot', () => {
    const found = moved((pages) => {
      const flow = [...nodesOf(pages[2] as LaidNode)].find(({node}) => node.lines?.some(({string}) => string.includes('follows')))
      if (flow) shift(flow, 765 - (flow.node.box?.height ?? 0))
    })
    expect(found[0]).toMatch(/^paper\.md:18:1 print\/over-running-head: On page 3 `.*` stands over the running foot\. Shorten the block, or divide it\.$/)
  })
  it('tells of a text over the running head', () => {
    expect(moved((pages) => {
      const flow = [...nodesOf(pages[1] as LaidNode)].find(({node}) => node.lines?.some(({string}) => string.includes('follows')))
      if (flow) shift(flow, -30)
    })[0]).toContain('print/over-running-head: On page 2')
  })
  it('tells of a text beyond the edge of the page', () => {
    expect(moved((_, find) => shift(find(1, 'Words of a first'), 0, -90))).toEqual([
      'paper.md:8:1 print/off-the-page: On page 1 the line `Words of a first paragraph.` would stand 27 pt beyond the edge of the page. Shorten the block, or divide it.',
    ])
  })
  it('tells of a page with nothing but its running head and foot, where what follows begins', () => {
    const found = moved((pages) => {
      const page = pages[1]
      const isRunning = (child: LaidNode) => [...nodesOf({...child, children: [child]})].some((placed) => roleOf(placed)?.artifact === 'Pagination')
      if (page) page.children = (page.children ?? []).filter(isRunning)
    })
    expect(found).toEqual(['paper.md:18:1 print/empty-page: Page 2 would be empty but for its running head and foot: what stands here does not fit on it. Divide what stands here, or shorten it.'])
  })
})

/** A layout without its functions and fonts shared: boxes may be moved in it, and the next test finds them as they were. */
function structuredCloneOf(node: LaidNode): LaidNode {
  return {
    ...node,
    ...(node.lines ? {lines: node.lines.map((line) => ({...line}))} : {}),
    ...(Array.isArray(node.children) ? {children: node.children.map(structuredCloneOf)} : {}),
  }
}

describe('a photograph', () => {
  const about = async (markdown: string, files: Record<string, Uint8Array>) => {
    const own: Files = {...pictureFiles, read: async (path) => (files[path] ? {bytes: files[path]} : pictureFiles.read(path))}
    const {value, diagnostics} = await check({path: 'paper.md', text: front('brand: house') + markdown}, {files: own})
    if (!value) return diagnostics.map(told)
    return (await layoutEditions([value.edition], value.assets)).diagnostics.map(told)
  }

  test('of fewer than 200 dots to the inch is told with its size and the pixels that would do', async () => {
    expect(await about('```figure\nimage: a.png\nalt: A\nwidth: 100%\nwhere: full\n```\n', {'a.png': whitePng(600, 300)})).toEqual([
      'paper.md:10:8 print/coarse-picture: This picture has 91 dots to the inch at its printed size, 16.6 × 8.3 cm: expected at least 200, and it is 600 × 300 pixels. Save it with 1308 × 654 pixels or more, or print it smaller with `width`.',
    ])
    expect(await about('```figure\nimage: a.png\nalt: A\nwidth: 100%\nwhere: full\n```\n', {'a.png': whitePng(1308, 654)})).toEqual([])
  })
  test('without a width is printed no larger than its pixels stay sharp', async () => {
    expect(await about('![A](a.png "A")\n', {'a.png': whitePng(600, 300)})).toEqual([])
  })
  test('of hardly any pixels is told, and not printed as a speck', async () => {
    expect((await about('![A](a.png "A")\n', {'a.png': whitePng(100, 50)}))[0]).toContain('paper.md:9:6 print/coarse-picture: This picture has 63 dots to the inch')
  })
  test('within a line is looked at as well', async () => {
    expect((await about('In a line ![A](a.png) it is small.\n', {'a.png': whitePng(20, 20)}))[0]).toContain('paper.md:9:11 print/coarse-picture: This picture has 144 dots to the inch')
  })
  test('a logo of few pixels is told where the brand names it', async () => {
    const brand = Buffer.from('meta: {name: A}\nlogo: mark.png\n')
    const found = await about('Words.\n', {'styles/house/_brand.yml': brand, 'styles/house/mark.png': whitePng(40, 40)})
    expect(found).toEqual([
      'styles/house/_brand.yml:2:7 print/coarse-picture: This picture has 102 dots to the inch at its printed size, 1.0 × 1.0 cm: expected at least 200, and it is 40 × 40 pixels. Save it with 78 × 78 pixels or more, or as SVG.',
    ])
  })
})
