import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {excerptOf, excerptOfLines, excerptOfText, fileOffset, placeIn, readYaml} from '../../src/shapes/index.js'
import type {Written} from '../../src/shapes/index.js'

const source = (text: string) => ({path: 'a.md', text})

describe('the way back to the file', () => {
  it('leads from each character of a range, whatever its line ends, to the same character', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '\r', 'é', '😀')).map((bits) => bits.join(''))
    fc.assert(fc.property(text, fc.nat(20), (typed, start) => {
      const excerpt = excerptOf(source(typed), Math.min(start, typed.length))
      for (const [index, sign] of [...excerpt.text.split('')].entries()) {
        if (sign !== '\n') expect(typed[fileOffset(excerpt, index)]).toBe(sign)
      }
    }))
  })
  it('leads from the lines of a fence in a quotation to what stands behind each `>`', () => {
    const file = source('> ```x\n>   a: b\n>\n>c: d\n> ```\n')
    const excerpt = excerptOfLines(file, '  a: b\n\nc: d', 2)
    expect([...'abcd'].map((sign) => fileOffset(excerpt, excerpt.text.indexOf(sign)))).toEqual([...'abcd'].map((sign) => file.text.indexOf(sign, 7)))
  })
  it('is lost where an escape stands between, and only there', () => {
    const excerpt = excerptOf(source('"a \\" b"'))
    expect(excerptOfText(excerpt, 1, 7, 'a " b')).toBeUndefined()
    expect(excerptOfText(excerpt, 1, 3, 'a ')).toBeDefined()
  })
  it('ends a place before the white space at its end', () => {
    expect(placeIn(excerptOf(source('ab  \ncd')), 0, 5)).toEqual({path: 'a.md', start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 3, offset: 2}})
  })
})

describe('a value of several lines', () => {
  it.each([
    ['plain', 'a: one\n  two\n  three\n'],
    ['in double quotation marks', 'a: "one\n  two\n  three"\n'],
    ['in single quotation marks', "a: 'one\n  two\n  three'\n"],
    ['kept', 'a: |\n  one\n  two\n  three\n'],
    ['folded', 'a: >\n  one\n  two\n  three\n'],
    ['folded, and without its end', 'a: >-\n  one\n  two\n  three\n'],
  ])('%s knows where each of its words stands', (_, text) => {
    const {value, diagnostics} = readYaml(source(text), 'briefing')
    expect(diagnostics).toEqual([])
    const written: Written | undefined = value?.type === 'map' ? value.entries.get('a')?.value : undefined
    if (written?.type !== 'text' || !written.excerpt) throw new Error('no way back')
    const {excerpt} = written
    expect(['one', 'two', 'three'].map((word) => fileOffset(excerpt, written.text.indexOf(word)))).toEqual(['one', 'two', 'three'].map((word) => text.indexOf(word)))
  })
})
