import {type CharacterMap, readCharacterMap} from './character-map.js'
import type {Pdf} from './open-pdf.js'
import {isDictionary, isStream, isText, nameOf, readValue, skipSpace, type Value} from './pdf-values.js'

/** What is said within a stream of operators: its painted words in their order, and texts that stand in for them. */
export interface Painted {
  words: string
  /** `ActualText`, `Alt` and the like, as marked content has them. */
  instead: string[]
}

/** The words that a page or a form paints, by the maps of its fonts; `resources` names the fonts. */
export function paintedWords(pdf: Pdf, operators: string, resources: Value | undefined): Painted {
  const fonts = new Map<string, CharacterMap | undefined>()
  const instead: string[] = []
  const words: string[] = []
  let operands: Value[] = []
  let font: CharacterMap | undefined
  let at = 0

  const mapOf = (name: string): CharacterMap | undefined => {
    if (!fonts.has(name)) {
      const stream = pdf.entry(resources, 'Font', name, 'ToUnicode')
      fonts.set(name, isStream(stream) ? readCharacterMap(Buffer.from(pdf.content(stream)).toString('latin1')) : undefined)
    }
    return fonts.get(name)
  }
  const show = (value: Value | undefined) => {
    if (Array.isArray(value)) for (const one of value) typeof one === 'number' && one < -200 ? words.push(' ') : show(one)
    else if (isText(value)) words.push(font ? decoded(value.text, font) : value.text)
  }
  const follow = (operator: string) => {
    switch (operator) {
      case 'Tf': {
        const name = nameOf(operands[0])
        font = name === undefined ? undefined : mapOf(name)
        break
      }
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        show(operands.at(-1))
        break
      case 'ET':
        words.push(' ')
        break
      case 'BDC':
        instead.push(...textsWithin(pdf, operands[1]))
        break
      case 'ID': {
        // The bytes of a picture stand among the operators.
        const end = /\sEI(?=\s|$)/.exec(operators.slice(at))
        at = end ? at + end.index + 3 : operators.length
      }
    }
  }
  for (;;) {
    at = skipSpace(operators, at)
    const sign = operators[at]
    if (sign === undefined) break
    NUMBER.lastIndex = at // most of a page is numbers: none of them is asked for as a value
    const number = NUMBER.exec(operators)
    if (number) {
      operands.push(Number(number[0]))
      at = NUMBER.lastIndex
      continue
    }
    if (/[[(</]/.test(sign)) {
      const {value, end} = readValue(operators, at)
      operands.push(value)
      at = end
      continue
    }
    const operator = /^[^\0\t\n\f\r ()<>[\]{}/%]+/.exec(operators.slice(at, at + 40))?.[0] ?? sign
    at += operator.length
    follow(operator)
    operands = []
  }
  return {words: words.join(''), instead}
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y

/** Texts in the properties of marked content. */
function textsWithin(pdf: Pdf, properties: Value | undefined): string[] {
  const found = pdf.get(properties)
  return isDictionary(found) ? [...found.entries.values()].flatMap((one) => (isText(one) ? [one.text] : [])) : []
}

function decoded(bytes: string, {width, of}: CharacterMap): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += width) {
    let code = 0
    for (let next = 0; next < width; next++) code = code * 256 + (bytes.charCodeAt(at + next) || 0)
    text += of(code)
  }
  return text
}
