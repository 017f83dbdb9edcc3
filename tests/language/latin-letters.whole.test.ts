import {expect, test} from 'vitest'
import {ACCENT, inLatinLetters, LETTERS} from '../../src/language/index.js'

const letter = new RegExp(`[${LETTERS}]`)

test('each sign stands at its place, and is a letter or a mark where it was one', () => {
  for (let code = 0; code <= 0x1ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const sign = String.fromCodePoint(code)
    const stands = inLatinLetters(`a${sign}1`).slice(1, -1)
    expect(stands.length, code.toString(16)).toBe(sign.length)
    expect([...stands].every((one) => letter.test(one)), code.toString(16)).toBe(/\p{L}/u.test(sign))
    expect([...stands].every((one) => one === ACCENT), code.toString(16)).toBe(/\p{M}/u.test(sign))
  }
})

test('what is written in Latin letters stays as it was', () => {
  const text = '“Élargir l’accès”, Łódź: 5 – 6 % of €1,000'
  expect(inLatinLetters(text)).toBe(text)
  expect(inLatinLetters('в 2024 году')).toBe('ĸ 2024 ĸĸĸĸ')
})
