import type {Font} from 'fontkit'
import {openRecent} from './recent.js'

type Shape = Font['layout']
type Shaped = ReturnType<Shape>

/** Characters of words that a face remembers, at the least: some 1,000 words, and 170 bytes a character. */
const WORDS = 6_000

/**
 * A text has the shapes of its words, and its words stand in other texts too: each is shaped once. Some faces move letters together over
 * a space, as in `a T`. So a text is parted at a space only where the letters on both sides are shaped as they are without it; and only
 * where all of it is written in Latin letters, for a number alone would be shaped as of no script.
 */
export function shapeByWords(shape: Shape): Shape {
  const words = openRecent<Shaped>(WORDS)
  const junctions = new Map<string, boolean>()

  return (text, features, script, language, direction) => {
    const latin = typeof text === 'string' && typeof features !== 'string' && (script ?? 'latn') === 'latn' && (direction ?? 'ltr') === 'ltr' && text.includes(' ') && isLatin(text)
    if (!latin) return shape(text, features, script, language, direction)
    const how = JSON.stringify([features, language, direction])
    const shaped = (word: string): Shaped => {
      const key = `${how}${word}`
      const known = words.get(key)
      if (known) return known
      const made = shape(word, features, 'latn', language, direction)
      words.put(key, made, word.length)
      return made
    }
    const mayPart = (before: string, after: string): boolean => {
      const key = `${how}${before} ${after}`
      const known = junctions.get(key)
      if (known !== undefined) return known
      const together = drawn([shape(`${before} ${after}`, features, 'latn', language, direction)])
      const free = together === drawn([before, ' ', after].map(shaped))
      junctions.set(key, free)
      return free
    }
    return joined(partsOf(text, mayPart).map(shaped))
  }
}

/** Letters of the Latin script, and signs of all. */
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(text) && /\p{Script=Latin}/u.test(text) && !SURROGATE.test(text)
const SURROGATE = /[\ud800-\udfff]/

/** Words with the space behind them; those that cannot be parted stay together. */
function partsOf(text: string, mayPart: (before: string, after: string) => boolean): string[] {
  const parts: string[] = []
  let start = 0
  for (let at = text.indexOf(' ', 1); at >= 0 && at < text.length - 1; at = text.indexOf(' ', at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]]
    if (before === ' ' || after === ' ' || !mayPart(before, after)) continue
    parts.push(text.slice(start, at + 1))
    start = at + 1
  }
  return [...parts, text.slice(start)]
}

/** All that is seen of shaped texts, one after the other. */
const drawn = (all: readonly Shaped[]): string =>
  all.flatMap(({glyphs, positions}) => glyphs.map(({id}, at) => `${id} ${Object.values(positions[at] ?? {})}`)).join(';')

function joined(all: readonly Shaped[]): Shaped {
  const [first] = all
  if (!first || all.length === 1) return first as Shaped // a text has at least one word
  const run = Object.assign(Object.create(Object.getPrototypeOf(first)) as Shaped, first)
  run.glyphs = all.flatMap(({glyphs}) => glyphs)
  run.positions = all.flatMap(({positions}) => positions)
  return run
}
