import {expect, test} from 'vitest'
import {loadBrand} from '../../src/brand/index.js'
import {pictureFiles, whitePng} from '../papers.js'

const SVG = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10">${inside}</svg>`)

/** What is told of a brand with this logo, as a file of its folder. */
async function told(name: string, bytes?: Uint8Array) {
  const files = new Map<string, Uint8Array>([['styles/mine/_brand.yml', Buffer.from(`meta: {name: Mine}\nlogo: ${name}\n`)]])
  if (bytes) files.set(`styles/mine/${name}`, bytes)
  const read = async (path: string) => ({...(files.has(path) ? {bytes: files.get(path)} : {trouble: path.includes('..') ? ('outside' as const) : ('missing' as const)})}) as Awaited<ReturnType<typeof pictureFiles.read>>
  const {diagnostics} = await loadBrand('mine', {files: {...pictureFiles, read}})
  return diagnostics.map(({severity, rule, place, message, hint}) => `${severity} ${place.path}:${place.start?.line}:${place.start?.column} ${rule}: ${message}${hint ? ` | ${hint}` : ''}`)
}
const refused = (message: string) => [`error styles/mine/_brand.yml:2:7 brand/logo: ${message}`]

test('a logo that prints is taken', async () => {
  expect(await told('a.png', whitePng(100, 100))).toEqual([])
  expect(await told('a.svg', SVG('<rect width="20" height="10" fill="#000"/>'))).toEqual([])
})

test('a logo that ends early is refused, and brings nothing down', async () => {
  expect(await told('a.png', whitePng(100, 100).subarray(0, 60))).toEqual(refused('`a.png` is damaged: its picture ends early or cannot be read | Export it again as PNG'))
})

test('a logo of more pixels than can be held is refused unread', async () => {
  const bomb = whitePng(100, 100)
  bomb.writeUInt32BE(90_000, 16)
  bomb.writeUInt32BE(90_000, 20)
  expect(await told('a.png', bomb)).toEqual(refused('`a.png` is 90000 × 90000 pixels: expected at most 40 million in all | Make it smaller: 2000 pixels fill the width of a page'))
})

test('a drawing with a script is refused as a logo too', async () => {
  expect((await told('a.svg', SVG('<script>alert(1)</script>')))[0]).toContain('_brand.yml:2:7 brand/logo: `a.svg`')
})

test('a logo of the network, of another program or outside the workspace is refused', async () => {
  expect(await told('"https://example.org/a.png"')).toEqual(refused('The logo `https://example.org/a.png` is not a file of the brand’s folder | Save it in the brand’s folder, and write its path from there'))
  expect((await told('a.png', Buffer.from('GIF89a and so on, longer than a header')))[0]).toContain('`a.png` is GIF: expected PNG, JPEG or SVG')
  expect((await told('../../../etc/passwd'))[0]).toContain('cannot be used: expected a file in the brand’s folder')
})
