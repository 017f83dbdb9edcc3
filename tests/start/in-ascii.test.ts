import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {inAscii} from '../../.ci/in-ascii.mjs'

const run = (code: string): unknown => new Function(`return ${code}`)()

describe('a script in ASCII', () => {
  test('says what it said, in texts, templates and patterns', () => {
    const signs = fc.array(fc.constantFrom('a', 'é', '’', '\\\\', '\\n', '\\’', '😀', '\\u00e9', '-', 'ɏ'), {maxLength: 12})
    fc.assert(
      fc.property(signs, (typed) => {
        const text = typed.join('')
        for (const code of [`'${text}'`, `\`${text}\``, `/^${text}$/.test('${text}')`]) {
          expect(inAscii(code)).toMatch(/^[\0-\x7f]*$/)
          expect(run(inAscii(code))).toBe(run(code))
        }
      }),
    )
  })

  test('finds what it found, with classes and pairs', () => {
    expect(run(inAscii('/^[à-ö😀]+$/u.test("é😀")'))).toBe(true)
    expect(run(inAscii('/[\\’]/.test("’")'))).toBe(true)
    expect(run(inAscii('({né: 1}).né'))).toBe(1)
  })

  test('is refused where its letters are raw', () => {
    expect(() => inAscii('String.raw`\\d+ é`')).toThrow('raw text')
  })
})
