import {lastCharacter, NO_BREAK} from './bind.js'

/**
 * Straight double quotation marks become guillemets with their no-break spaces, those inside them “ ”; a straight single one is an
 * apostrophe, or ‘ ’ around words. `before` is the character before the text in its paragraph.
 */
export function curlFrench(text: string, before?: string): string {
  const characters = Array.from(text)
  let last = before ? lastCharacter(before) : undefined
  let outer = false
  let inner = false
  const curled = characters.map((character, index) => {
    const next = characters[index + 1]
    let mark = character
    if (character === "'") mark = opensAfter(last) && isWord(next) && closesLater(characters, index) ? '‘' : '’'
    if (character === '"') {
      const opening = opensAfter(last) || (/[’'\-–—/]/.test(last ?? '') && isWord(next))
      if (opening) mark = outer ? '“' : '«'
      else mark = inner ? '”' : '»'
    }
    if (mark === '«') outer = true
    if (mark === '»') outer = inner = false
    if (mark === '“') inner = true
    if (mark === '”') inner = false
    last = mark
    return mark
  })
  return spaceGuillemets(curled.join(''))
}

/** « and » hold a no-break space on their inner side, whether the author typed one, a plain one or none. */
const spaceGuillemets = (text: string): string =>
  text
    .replace(/«[ \n\u00a0\u202f]?/g, (typed) => (typed.endsWith('\u202f') ? typed : `«${NO_BREAK}`))
    .replace(/[ \n\u00a0\u202f]?»/g, (typed) => (typed.startsWith('\u202f') ? typed : `${NO_BREAK}»`))

const opensAfter = (last: string | undefined): boolean => last === undefined || /[\s([{«“‘]/.test(last)

/** A single mark further on, after a word's end and not before a letter: the end of a quotation. */
function closesLater(characters: readonly string[], index: number): boolean {
  return /[^\s'’]['’](?![\p{L}\d])/u.test(characters.slice(index + 1).join(''))
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\d]/u.test(character)
