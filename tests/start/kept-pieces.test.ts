import fc from 'fast-check'
import {expect, test} from 'vitest'
import {pack, unpack} from '../../src/start/kept-pieces.js'

const pieces = fc.array(fc.tuple(fc.string(), fc.uint8Array().map((bytes) => Buffer.from(bytes)))).map((all) => new Map(all))
const plain = (kept: ReturnType<typeof unpack>) => kept && {runs: kept.runs, pieces: [...kept.pieces].map(([name, piece]) => [name, piece.toString('hex')])}

test('what was kept comes back as it was', () => {
  fc.assert(fc.property(fc.nat(), pieces, (runs, kept) => {
    expect(plain(unpack(pack({runs, pieces: kept})))).toEqual(plain({runs, pieces: kept}))
  }))
})

test('a file that was cut short, or is not ours, holds nothing', () => {
  const whole = pack({runs: 1, pieces: new Map([['a', Buffer.from('abc')], ['b', Buffer.from('')]])})
  for (let length = 0; length < whole.length; length++) expect(unpack(whole.subarray(0, length))).toBeUndefined()
  expect(unpack(Buffer.concat([whole, Buffer.from('x')]))).toBeUndefined()
  expect(unpack(undefined)).toBeUndefined()
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    expect(unpack(Buffer.from(bytes))).toBeUndefined()
  }))
})
