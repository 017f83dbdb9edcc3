import {describe, expect, it, test} from 'vitest'
import {check} from '../../src/check.js'
import {bareJpeg} from '../../src/pictures/jpeg-bare.js'
import {orientationOf} from '../../src/pictures/jpeg-turned.js'
import {readPackageFile} from '../../src/files.js'
import {printEditions} from '../../src/print/index.js'
import {briefing} from '../workspace/folder-of.js'

/** Sixteen by eight pixels: the left half blue, the right one red. */
const PLAIN = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABQb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCCJKM6HSq//9k=',
  'base64',
)
const segment = (marker: number, data: Uint8Array) => Buffer.concat([Uint8Array.of(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255), data])
const exif = (orientation: number) =>
  Buffer.concat([Buffer.from('Exif\0\0II'), Uint8Array.of(42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0), Buffer.from('GPS 46.2N 6.1E')])

/** What a telephone writes around its picture. */
const photograph = (orientation: number) =>
  Buffer.concat([
    PLAIN.subarray(0, 2),
    segment(0xe1, exif(orientation)),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>taken by Ada</x>')),
    segment(0xfe, Buffer.from('a comment of the desk')),
    segment(0xed, Buffer.from('Photoshop 3.0 caption')),
    PLAIN.subarray(2),
    Buffer.from('a film behind the picture'),
  ])
const SECRETS = ['GPS', 'Ada', 'a comment', 'caption', 'a film']
const says = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words)

describe('a JPEG made bare', () => {
  it('is the picture and nothing else', () => {
    expect(Buffer.from(bareJpeg(photograph(1))).equals(PLAIN)).toBe(true)
    expect(Buffer.from(bareJpeg(PLAIN)).equals(PLAIN)).toBe(true)
  })
  it.each([2, 3, 4, 5, 6, 7, 8])('that is shown in way %i stays so', (orientation) => {
    const bare = bareJpeg(photograph(orientation))
    expect(orientationOf(bare)).toBe(orientation)
    expect(SECRETS.filter((secret) => says(bare, secret))).toEqual([])
  })
  it('keeps how Adobe wrote its colours', () => {
    const adobe = segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\x01', 'latin1'))
    const typed = Buffer.concat([PLAIN.subarray(0, 2), adobe, PLAIN.subarray(2)])
    expect(Buffer.from(bareJpeg(typed)).equals(typed)).toBe(true)
  })
  it('ends where its picture ends, also where a later part holds the same bytes', () => {
    const scan = [0xff, 0xda, 0, 2, 1, 0xff, 0, 0xff, 0xd0, 2]
    const typed = Uint8Array.of(0xff, 0xd8, ...scan, 0xff, 0xc4, 0, 4, 0xff, 0xd9, ...scan, 0xff, 0xd9)
    expect([...bareJpeg(Uint8Array.of(...typed, 7, 7, 7))]).toEqual([...typed])
  })
})

/** A paper with a photograph that is turned in this way. */
async function printed(orientation: number) {
  const files: Record<string, Uint8Array> = {'a.jpg': photograph(orientation), 'styles/house/_brand.yml': Buffer.from('defaults: {demarche: {measure: 100mm}}')}
  const read = async (path: string) => (files[path] ? {bytes: new Uint8Array(files[path])} : {trouble: 'missing' as const})
  // So small that its pixels are enough.
  const text = briefing('A', '', '## Where?\n\n```figure\nimage: a.jpg\nalt: The place\ncaption: A place\nwidth: 1%\n```\n')
  const {value, diagnostics} = await check({path: 'a.md', text}, {files: {read, readPackage: readPackageFile}})
  const print = value && (await printEditions([value.edition], value.assets))
  if (!print?.value) throw new Error([...diagnostics, ...(print?.diagnostics ?? [])].map(({message}) => message).join('\n'))
  return print.value
}

test('a photograph in a paper tells nothing of where it was taken, and stands upright', async () => {
  const [lying, upright] = [await printed(1), await printed(6)]
  expect(says(upright.pdf, 'JFIF')).toBe(true) // the picture stands in the file as it is
  expect(SECRETS.filter((secret) => says(upright.pdf, secret))).toEqual([])
  const heightOf = ({pages}: typeof lying) => pages[0]?.figures[0]?.height ?? 0
  // Twice as high as wide, and not half as high; the caption under it is the same.
  const drawn = 0.01 * (lying.pages[0]?.figures[0]?.width ?? 0)
  expect(heightOf(upright) - heightOf(lying)).toBeCloseTo(1.5 * drawn, 1)
})
