import {crc32, deflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {stepsOf} from '../steps.js'
import {compose} from './compose.js'
import {outline} from './outline.js'

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

interface Png {
  width?: number
  height?: number
  depth?: number
  colour?: number
  interlace?: number
  rows?: Uint8Array
  packed?: Uint8Array
  end?: boolean
}

function png({width = 2, height = 2, depth = 8, colour = 0, interlace = 0, rows = Buffer.alloc(6), packed, end = true}: Png = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour, 0, 0, interlace], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', packed ?? deflateSync(rows)), ...(end ? [chunk('IEND', Buffer.alloc(0))] : [])])
}

const frame = (marker = 0xc0, bits = 8, channels = 3): number[] => [0xff, marker, 0, 8 + 3 * channels, bits, 0, 2, 0, 4, channels, ...Array(3 * channels).fill(1)]
const jpeg = (...segments: number[][]): Buffer => Buffer.from([0xff, 0xd8, ...segments.flat()])
const SCAN = [0xff, 0xda, 0, 2, 0, 0, 0xff, 0xd9]

const svg = (inside: string, attributes = 'viewBox="0 0 20 10"') => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`

/** What is taken, and so must be drawn. */
const TAKEN: [name: string, inside: string][] = [
  ['shapes, groups and gradients', '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient><linearGradient id="b" xlink:href="#a"/></defs><g transform="translate(1 2) rotate(-45)" fill="url(#a)"><circle cx="1" cy=".5" r="1e-1"/></g>'],
  ['arcs and curves', '<path d="M1.123456789,2a1 1 0 0 1 2-3C1 2 3 4 5 6zm1 1h1v1l-1-1q1 1 1 1t1 1s1 1 2 2"/>'],
  ['a title, a description and what other programs keep in it', '<title>Map</title><desc><b>x</b></desc><metadata><rdf:RDF><cc:Work/></rdf:RDF></metadata><sodipodi:namedview a="1"><inkscape:grid/></sodipodi:namedview><path d="M0 0H1"/>'],
  ['a comment with tags in it', '<!-- <script>x</script> --><path d="M0 0H1"/>'],
  ['words in a font of the brand', '<text font-family="Source Sans 3" x="1" y="2">A<tspan>B</tspan></text>'],
  ['gaps that engines fill otherwise', '<path/><path d="M1 1z"/><polyline points="1"/><rect width="-1" height="0"/><circle r="-5"/><path d="M0 0a0 0 0 5 7 1 1" stroke="red" stroke-width="-1"/><clipPath id="c"/><g clip-path="url(#c)" transform="scale(0)"><text font-family="Source Sans 3" font-size="-3"/></g>'],
]

async function load(name: string, content: Uint8Array | string): Promise<string> {
  const {edition, told} = await compose(`In a line ![x](${name}).\n`, {files: {[`briefings/topic/${name}`]: content}})
  return edition ? outline(edition) : told.join('\n').replace(/^error 1:\d+-1:\d+ /, '')
}

describe('a picture', () => {
  it('is loaded from beside the briefing, by its content, and travels beside the edition', async () => {
    const bytes = png()
    const {edition, told} = await compose(
      `![A map](<images/the map.png> "The caption")

Small ![](/briefings/mark.svg) and ![again](images/the%20map.png).

\`\`\`figure
image: ../mark.svg
alt: The mark
\`\`\`
`,
      {files: {'briefings/topic/images/the map.png': bytes, 'briefings/mark.svg': svg('<path d="M0 0H20V10Z"/>')}},
    )
    expect(told).toEqual([])
    expect(edition && outline(edition)).toMatchInlineSnapshot(`
      "[figure]
        image: png 2×2
        alt: A map
        caption: The caption
      Small ![](svg 20×10) and ![again](png 2×2).
      [figure]
        image: svg 20×10
        alt: The mark"
    `)
  })
  it('has its bytes in the assets, beside those of the brand', async () => {
    const bytes = png()
    const {assets, edition} = await compose('In a line ![x](a.png).\n', {files: {'briefings/topic/a.png': bytes}})
    const [piece] = edition?.body ?? []
    const image = piece?.type === 'paragraph' ? piece.children[1] : undefined
    const sha256 = image?.type === 'image' ? image.picture.sha256 : ''
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(Buffer.from(assets?.get(sha256) ?? []).equals(bytes)).toBe(true)
    expect((assets?.size ?? 0) > 1).toBe(true)
  })
  it('that cannot be had is an error where it is named', async () => {
    const {told} = await compose(
      `In a line ![x](gone.png).

In a line ![x](../../../etc/passwd).

In a line ![x](https://example.org/a.png).

In a line ![x][label].

\`\`\`figure
image: images\\map.png
alt: A map
\`\`\`

[label]: gone.png
`,
    )
    expect(told).toEqual([
      'error 1:16-1:24 edition/image-missing: There is no file `gone.png`',
      'error 3:16-3:35 edition/image-outside: `../../../etc/passwd` lies outside the workspace',
      'error 5:16-5:41 edition/image-remote: `https://example.org/a.png` is not a file of this workspace',
      'error 7:11-7:22 edition/image-missing: There is no file `gone.png`',
      'error 10:8-10:22 edition/image-path: `images\\map.png` is not a path from this briefing',
    ])
  })
  it('of another format is refused by its name', async () => {
    const bytes = (text: string) => Buffer.from(text, 'latin1')
    expect(await load('a.webp', bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('edition/image-format: `a.webp` is WebP: expected PNG, JPEG or SVG')
    expect(await load('a.gif', bytes('GIF89a\0\0\0\0'))).toBe('edition/image-format: `a.gif` is GIF: expected PNG, JPEG or SVG')
    expect(await load('a.heic', bytes('\0\0\0\x18ftypheic\0\0'))).toBe('edition/image-format: `a.heic` is AVIF or HEIC: expected PNG, JPEG or SVG')
    expect(await load('a.png', 'words')).toBe('edition/image-format: `a.png` is not a picture that prints: expected PNG, JPEG or SVG with its size')
    expect(await load('a.svg', '')).toMatch(/^edition\/image-format/)
  })
})

describe('a PNG', () => {
  const BROKEN = 'edition/image-broken: `a.png` is damaged: its picture ends early or cannot be read'
  it.each([
    ['grey', {}],
    ['of one bit', {depth: 1, rows: Buffer.alloc(4)}],
    ['of 16 bits with alpha', {depth: 16, colour: 6, rows: Buffer.alloc(2 * (1 + 16))}],
    ['interlaced', {width: 5, height: 5, interlace: 1, rows: Buffer.alloc(25 + 11)}],
    ['with every filter', {height: 5, rows: Buffer.from([0, 1, 1, 1, 1, 1, 2, 1, 1, 3, 1, 1, 4, 1, 1])}],
  ])('%s is taken', async (_, picture: Png) => expect(await load('a.png', png(picture))).toMatch(/png \d×\d/))
  it.each([
    ['whose header promises more rows than it has', {height: 3}],
    ['with rows left over', {height: 1}],
    ['whose data is no data', {packed: Buffer.from('words that are not packed')}],
    ['whose data ends early', {packed: deflateSync(Buffer.alloc(6)).subarray(0, 6)}],
    ['with a filter that does not exist', {rows: Buffer.from([5, 0, 0, 0, 0, 0])}],
    ['without an end', {end: false}],
    ['with three bits a sample', {depth: 3}],
    ['of a colour that does not exist', {colour: 5}],
    ['that names a palette and has none', {colour: 3}],
  ])('%s is refused', async (_, picture: Png) => expect(await load('a.png', png(picture))).toBe(BROKEN))
  it('cut short is refused, wherever it is cut', async () => {
    const whole = png()
    for (let end = 24; end < whole.length - 12; end++) expect(await load('a.png', whole.subarray(0, end))).toBe(BROKEN)
  })
  it('of more than 40 million pixels is refused unread', async () => {
    expect(await load('a.png', png({width: 8000, height: 5001}))).toBe('edition/image-too-large: `a.png` is 8000 × 5001 pixels: expected at most 40 million in all')
  })
  it('that unpacks to gigabytes is refused within its promise', async () => {
    const bomb = png({packed: deflateSync(Buffer.alloc(64 * 1024 * 1024))})
    expect(bomb.length).toBeLessThan(100_000)
    expect(await load('a.png', bomb)).toBe(BROKEN)
  })
})

describe('a JPEG', () => {
  it.each([
    ['baseline', jpeg(frame(), SCAN)],
    ['progressive and grey', jpeg(frame(0xc2, 8, 1), SCAN)],
    ['with other segments before its frame', jpeg([0xff, 0xe0, 0, 4, 1, 2], [0xff, 0xff], frame().slice(1), SCAN)],
  ])('%s is taken', async (_, bytes) => expect(await load('a.jpg', bytes)).toContain('jpeg 4×2'))
  it.each([
    ['that ends in its frame', jpeg(frame()), 'image-broken'],
    ['whose segment runs over its end', jpeg(frame(), [0xff, 0xe0, 0xff, 0xff]), 'image-broken'],
    ['with no bytes left for its scan', jpeg(frame(), [0xff]), 'image-broken'],
    ['of twelve bits', jpeg(frame(0xc1, 12), SCAN), 'image-format'],
    ['of a lossless sort', jpeg(frame(0xc3), SCAN), 'image-format'],
    ['of two channels', jpeg(frame(0xc0, 8, 2), SCAN), 'image-format'],
    ['in the four inks', jpeg(frame(0xc0, 8, 4), SCAN), 'image-format'],
  ])('%s is refused', async (_, bytes, rule) => expect(await load('a.jpg', bytes)).toMatch(new RegExp(`^edition/${rule}: `)))
})

describe('a photograph', () => it('of a camera held upright has the width and height it prints with', async () => {
  const exif = (orientation: number, little: boolean) => {
    const words = (value: number) => (little ? [value, 0] : [0, value])
    const tiff = [...(little ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42]), ...(little ? [8, 0, 0, 0] : [0, 0, 0, 8]), ...words(1), ...(little ? [0x12, 1, 3, 0] : [1, 0x12, 0, 3]), ...(little ? [1, 0, 0, 0] : [0, 0, 0, 1]), ...words(orientation), 0, 0]
    return [0xff, 0xe1, 0, 8 + tiff.length, ...Buffer.from('Exif\0\0'), ...tiff]
  }
  for (const little of [true, false]) {
    expect(await load('a.jpg', jpeg(exif(6, little), frame(), SCAN))).toContain('jpeg 2×4')
    expect(await load('a.jpg', jpeg(exif(3, little), frame(), SCAN))).toContain('jpeg 4×2')
    const cut = exif(6, little).slice(0, 24)
    cut[3] = cut.length - 2
    expect(await load('a.jpg', jpeg(cut, frame(), SCAN))).toContain('jpeg 4×2')
  }
}))

describe('an SVG', () => {
  const said = async (inside: string, attributes?: string) => (await load('a.svg', svg(inside, attributes))).replace('edition/image-svg: `a.svg` ', '')
  it.each(TAKEN)('with %s is taken', async (_, inside) => expect(await said(inside)).toContain('svg 20×10'))
  it.each([
    ['a script', '<script>alert(1)</script>', 'holds `<script>`, which does not print'],
    ['a picture', '<image href="a.png"/>', 'holds `<image>`, which does not print'],
    ['a copy', '<use href="#a"/>', 'holds `<use>`, which does not print'],
    ['a mask', '<mask id="m"/>', 'holds `<mask>`, which does not print'],
    ['foreign content', '<foreignObject><p>x</p></foreignObject>', 'holds `<foreignObject>`, which does not print'],
    ['a link', '<a href="#x"><path d="M0 0H1"/></a>', 'holds `<a>`, which does not print'],
    ['a style sheet', '<style>.a{fill:red}</style>', 'is coloured by a style sheet, which does not print'],
    ['an external address', '<linearGradient id="a" xlink:href="https://example.org/a.svg#b"/>', 'points to another file'],
    ['an external paint', '<rect width="1" height="1" fill="url( \'https://example.org/#a\')"/>', 'points to another file'],
    ['an external paint in its style', '<rect width="1" height="1" style="fill:url(http://a/b#c)"/>', 'points to another file'],
    ['a filter', '<g filter="url(#f)"/>', 'uses a filter, which does not print'],
    ['words without a font', '<text x="1" y="2">A</text>', 'holds words and does not say in which font'],
    ['words in a font that is not there', '<text font-family="Arial, sans-serif">A</text>', 'holds words in `Arial, sans-serif`, which is not a font of the brand'],
    ['words in a font that its style overrules', '<text font-family="Source Sans 3" style="font-family: Arial">A</text>', 'holds words in `Arial`, which is not a font of the brand'],
    ['a path that does not begin with a move', '<path d="L1 1"/>', 'has a path that cannot be drawn'],
    ['a path with a number missing', '<path d="M1 1L1"/>', 'has a path that cannot be drawn'],
    ['a path of words', '<path d="M1 1 javascript"/>', 'has a path that cannot be drawn'],
    ['flags of an arc run together', '<path d="M1 1a1 1 0 01.5 2"/>', 'has a path that cannot be drawn'],
    ['a size that is no number', '<rect width="NaN" height="1"/>', 'has `width="NaN"`, which is no number'],
    ['a circle without its radius', '<circle cx="1"/>', 'holds `<circle>` without `r`'],
    ['an opacity that is none', '<g opacity="half"/>', 'has `opacity="half"`, which is no share between `0` and `1`'],
    ['dashes of no length', '<path d="M0 0H1" stroke-dasharray="0"/>', 'has `stroke-dasharray="0"`, which are no lengths above zero'],
    ['a colour of the text around it', '<g fill="currentColor"/>', 'has `fill="currentColor"`, which is no colour of its own'],
    ['a gradient of no colour', '<linearGradient id="a"><stop offset="0" stop-color="zz"/></linearGradient>', 'has `stop-color="zz"`, which is no colour of a gradient'],
    ['a paint it does not hold', '<g fill="url(#gone)"/>', 'uses `#gone`, which it does not hold'],
    ['a hidden layer', '<g style="display: none"/>', 'hides a part, which would print'],
    ['a part copied by the newer attribute', '<linearGradient id="a" href="#a"/>', 'copies another part by `href`, which does not print'],
    ['a matrix of two numbers', '<g transform="matrix(1 0)"/>', 'has `transform="matrix(1 0)"`, which does not say how it is moved'],
    ['words outside of a text', '<tspan>A</tspan>', 'holds words outside of `<text>`'],
    ['a number beyond drawing', '<rect height="1" width="1e30"/>', 'holds numbers that are too large to draw'],
    ['points beyond drawing', '<polyline points="0,0 123456789,1"/>', 'holds numbers that are too large to draw'],
    ['a transform that is none', '<g transform="explode(1)"/>', 'has `transform="explode(1)"`, which does not say how it is moved'],
    ['a `>` in an attribute, even of what is not drawn', '<inkscape:x a="1>2"/><path d="M0 0H1"/>', 'has a `>` in an attribute'],
    ['a command for other programs', '<?php x ?><path d="M0 0H1"/>', 'is not a whole SVG'],
    ['millimetres', '<rect width="1mm" height="1"/>', 'has `width="1mm"`, which is no number'],
    ['a tag that is never closed', '<g><path d="M0 0H1"/>', 'is not a whole SVG'],
    ['a stray sign', '<g> < </g>', 'is not a whole SVG'],
    ['a drawing within it', '<svg viewBox="0 0 1 1"/>', 'holds a drawing within a drawing, or no drawing at all'],
    ['51 groups, one in the other', `${'<g>'.repeat(51)}${'</g>'.repeat(51)}`, 'holds more than 50 groups, one in the other'],
    ['20,001 shapes', '<g/>'.repeat(20_001), 'holds more than 20000 shapes'],
  ])('with %s is refused', async (_, inside, expected) => expect(await said(inside)).toBe(expected))
  it('carries the paint of its first tag to a group within, where the engine sees it', async () => {
    const typed = svg('<path d="M0 0H1"/>', 'width="20" viewBox="0 0 20 10" fill="none" style="stroke: red" class="x"')
    const {assets} = await compose('In a line ![x](a.svg).\n', {files: {'briefings/topic/a.svg': typed}})
    const texts = [...(assets?.values() ?? [])].map((bytes) => new TextDecoder().decode(bytes))
    expect(texts.filter((text) => text.includes('<g fill="none" style="stroke: red"><path d="M0 0H1"/></g></svg>'))).toHaveLength(1)
  })
  it('that was taken is drawn by the engine', async () => {
    const {edition, assets} = await compose(TAKEN.map((_, index) => `![A drawing](a${index}.svg "Drawing ${index}")\n\n`).join(''), {
      front: 'budget: none',
      files: Object.fromEntries(TAKEN.map(([, inside], index) => [`briefings/topic/a${index}.svg`, svg(inside, 'viewBox="0 0 20 10" fill="none"')])),
    })
    const {printEditions} = await import('../../src/print/index.js')
    const print = edition && assets && (await printEditions([edition], assets))
    expect(print?.diagnostics).toEqual([])
    expect(print?.value?.pdf.length).toBeGreaterThan(1000)
  })
  it('without a box, with a hollow one, or larger than 2 MB, is refused', async () => {
    expect(await said('', 'width="20" height="10"')).toBe('does not say how large it is drawn')
    expect(await said('', 'viewBox="0 0 1e9 10"')).toBe('does not say how large it is drawn')
    expect(await said(`<!--${'x'.repeat(2 * 1024 * 1024)}-->`)).toBe('is larger than 2 MB')
  })
  it('with entities of its own is refused', async () => {
    expect(await load('a.svg', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`)).toBe('edition/image-svg: `a.svg` defines entities of its own')
  })
  it.each<[string, (times: number) => string]>([
    ['signs of tags', (times) => '<'.repeat(5 * times)],
    ['tags that never close', (times) => '<g '.repeat(2 * times)],
    ['moves of a path', (times) => `<path d="${'M1 '.repeat(2 * times)}"/>`],
    ['points', (times) => `<polyline points="${'1 '.repeat(2 * times)}x"/>`],
    ['attributes', (times) => `<g ${'a="b" '.repeat(times)}`],
    ['turns that never close', (times) => `<g transform="${'rotate(1'.repeat(times / 2)}"/>`],
    ['comments in a comment', (times) => `<!--${'<!--'.repeat(times)}`],
  ])('of many %s is read, at a cost that grows as they do', async (_, tangle) => {
    const cost = (times: number) => stepsOf(async () => expect(await said(tangle(times))).not.toContain('svg 20'))
    await cost(10)
    expect(await cost(100_000) / await cost(25_000)).toBeLessThan(4.5)
  })
})
