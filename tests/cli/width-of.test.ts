import stringWidth from 'string-width'
import {expect, test} from 'vitest'
import {widthOf} from '../../src/cli/width-of.js'

test('a text is as wide as a terminal shows it, whichever way it is measured', () => {
  for (let code = 0x20; code < 0x2400; code++) {
    const sign = String.fromCharCode(code)
    const texts = [sign, `a${sign}b`, sign + sign, `${sign}\u0301`]
    expect(texts.map(widthOf)).toEqual(texts.map((text) => stringWidth(text)))
  }
  expect(widthOf('日本')).toBe(4)
})
