import {describe, expect, it} from 'vitest'
import {printEditions} from '../../src/print/index.js'
import {VERSION} from '../../src/version.js'
import {assetsOf, front, sound} from '../papers.js'
import {treeOf, walk} from './pdf/faults-of.js'
import {isRef, isStream, isText, type ReadPdf, readPdf, textOf, type Value} from './pdf/read-pdf.js'

async function print(...texts: string[]) {
  const papers = await Promise.all(texts.map((text, at) => sound(text, `papers/${at + 1}.md`)))
  const {value, diagnostics} = await printEditions(papers.map(({edition}) => edition), assetsOf(papers))
  if (!value) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return {...value, read: readPdf(value.pdf)}
}

function packetOf({catalogue, get}: ReadPdf): string {
  const metadata = get(catalogue.Metadata)
  return isStream(metadata) ? metadata.bytes.toString('utf8') : ''
}

function infoOf({trailer, dictionary, get}: ReadPdf): Record<string, string> {
  return Object.fromEntries(Object.entries(dictionary(trailer.Info)).map(([key, value]) => [key, textOf(get(value))]))
}

describe('what a file says of itself', () => {
  const awkward = front('subtitle: "R&D <b> \\"quoted\\""', 'keywords: ["a & b", "<c>"]', 'date: 2026-11-24').replace('date: 2026-11-24\nbudget', 'budget').replace('A paper', '"Fish & chips <for all> é ß"')

  it('stands in its properties and in its metadata, the same in both', async () => {
    const {read} = await print(`${awkward}Words.`)
    const info = infoOf(read)
    expect(info).toMatchObject({Title: 'Fish & chips <for all> é ß', Keywords: 'a & b, <c>', Producer: `demarche ${VERSION}`, Creator: `demarche ${VERSION}`})
    expect(info.CreationDate).toBe('D:20261124000000Z')
    expect(info.ModDate).toBe('D:20261124000000Z')
    const packet = packetOf(read)
    expect(packet).toContain('>Fish &amp; chips &lt;for all&gt; é ß</rdf:li>')
    expect(packet).toContain('<pdf:Keywords>a &amp; b, &lt;c&gt;</pdf:Keywords>')
    expect(packet).toContain('<xmp:ModifyDate>2026-11-24T00:00:00Z</xmp:ModifyDate>')
    expect(packet).toContain(`<pdf:Producer>demarche ${VERSION}</pdf:Producer>`)
  })
  it('is well-formed XML whatever the title has', async () => {
    const packet = packetOf((await print(`${awkward}Words.`)).read)
    const open: string[] = []
    for (const [, end, name = '', alone] of packet.replace(/<\?[\s\S]*?\?>/g, '').matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<&]*")*\s*(\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name)
      else if (!alone) open.push(name)
    }
    expect(open).toEqual([])
    expect(packet.replace(/<\?[\s\S]*?\?>|<\/?[\w:]+(?:\s+[\w:]+="[^"<&]*")*\s*\/?>|&(?:amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[<&]/)
  })
  it('is the same, byte for byte, each time', async () => {
    const text = `${front()}## One\n\nWords with [a link](https://example.org).`
    const [one, two] = [await print(text), await print(text)]
    expect(Buffer.compare(Buffer.from(one.pdf), Buffer.from(two.pdf))).toBe(0)
  })
  it('has an identifier of its own where the words differ', async () => {
    const idOf = async (text: string) => JSON.stringify((await print(text)).read.trailer.ID)
    expect(await idOf(`${front()}One.`)).not.toBe(await idOf(`${front()}Two.`))
  })
})

describe('the outline and the destinations', () => {
  const text = `${front()}## First\n\n${'Words of a paragraph. '.repeat(300)}\n\n### Second\n\nMore.\n\n##### Third\n\nSee [it](doc:#second).`

  it('lead to a heading\'s own page, a little above its words', async () => {
    const {read, pages} = await print(text)
    const items = outlineOf(read)
    expect(items.map(({title}) => title)).toEqual(['A paper', 'First', 'Second', 'Third'])
    for (const {title, page, top} of items) {
      const line = pages[page]?.lines.find((one) => one.role.startsWith('H') && one.text.replaceAll('\u00a0', ' ') === title)
      if (!line) throw new Error(`${title} is not on page ${page + 1}`)
      const above = (pages[page]?.height ?? 0) - line.y
      expect(top - above).toBeGreaterThan(5)
      expect(top - above).toBeLessThan(40)
    }
    const named = destinationsOf(read)
    expect([...named.keys()]).toContain('paper.second')
    const second = items.find(({title}) => title === 'Second')
    expect(named.get('paper.second')?.page).toBe(second?.page)
    expect(Math.abs((named.get('paper.second')?.top ?? 0) - (second?.top ?? 0))).toBeLessThan(30)
  })
  it('exist for whatever a link of the file leads to', async () => {
    const {read} = await print(`${text}[^1]\n\n[^1]: A note.`)
    const named = destinationsOf(read)
    const targets = [...read.objects.values()].flatMap((value) => (typeof value === 'object' && value !== null && 'Dest' in value && isText(value.Dest) ? [value.Dest.text] : []))
    expect(targets.length).toBeGreaterThan(1)
    for (const target of targets) expect([...named.keys()]).toContain(target)
  })
})

describe('two papers in one file', () => {
  it('are two parts, each from its own title on, with notes and names of their own', async () => {
    const {read} = await print(`${front()}One.[^1]\n\n[^1]: First.`, `${front()}Two.[^1]\n\n[^1]: Second.`)
    const parts = treeOf(read).kids.map((kid) => ('role' in kid ? kid.role : ''))
    expect(parts).toEqual(['Part', 'Part'])
    const ids = [...walk(treeOf(read))].filter(({role}) => role === 'Note').map(({dictionary}) => textOf(dictionary.ID))
    expect(ids).toEqual(['papers.1.note-1', 'papers.2.note-1'])
  })
})

function outlineOf(read: ReadPdf): {title: string; page: number; top: number}[] {
  const {dictionary, array, get, pages, catalogue} = read
  const items = (value: Value | undefined): {title: string; page: number; top: number}[] => {
    if (value === undefined) return []
    const own = dictionary(value)
    const [page, , , top] = array(own.Dest)
    const at = pages.findIndex(({ref}) => isRef(page) && page.ref === ref)
    return [{title: textOf(get(own.Title)), page: at, top: Number(top)}, ...items(own.First), ...items(own.Next)]
  }
  return items(dictionary(catalogue.Outlines).First)
}

function destinationsOf({dictionary, array, catalogue, pages}: ReadPdf): Map<string, {page: number; top: number}> {
  const names = array(dictionary(dictionary(catalogue.Names).Dests).Names)
  return new Map(
    names.flatMap((name, at) => {
      if (at % 2 === 1) return []
      const [page, , , top] = array(names[at + 1])
      return [[textOf(name), {page: pages.findIndex(({ref}) => isRef(page) && page.ref === ref), top: Number(top)}] as const]
    }),
  )
}

