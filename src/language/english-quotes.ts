import {lastCharacter} from './bind.js'

/**
 * Straight quotation marks become curly, one character for one. The author's choice of single or double stays.
 * A mark opens after a space, a bracket, or another opening mark, and before what begins after a dash; else it closes, and a single one
 * inside or after a word is an apostrophe. Feet, inches and minutes keep their straight marks. `before` is the character
 * that stands before the text in its paragraph: absent at the paragraph's start.
 */
export function curlEnglish(text: string, before?: string): string {
  const characters = Array.from(text)
  const open = {double: false, single: false}
  let last = before ? lastCharacter(before) : undefined
  return characters
    .map((character, index) => {
      const at = {characters, index, last, inside: Boolean(before), open}
      const curled = character === '"' ? doubleMark(at) : character === "'" ? singleMark(at) : character
      if (curled === '“') open.double = true
      if (curled === '”') open.double = false
      if (curled === '‘') open.single = true
      if (curled === '’' && !isWord(following(at))) open.single = false
      last = curled
      return curled
    })
    .join('')
}

interface At {
  characters: readonly string[]
  index: number
  /** The character before, already curled. */
  last: string | undefined
  /** Whether other text stands before this one in the paragraph: what is open there cannot be seen here. */
  inside: boolean
  open: {double: boolean; single: boolean}
}

function doubleMark(at: At): string {
  if (isDigit(at.last)) {
    const feet = /\d['′’]\d{1,2}$/.test(lineBefore(at))
    const mayClose = at.open.double || (at.inside && !at.characters.slice(0, at.index).some((one) => one === '”'))
    return feet || !mayClose ? '"' : '”'
  }
  return opens(at) ? '“' : '”'
}

function singleMark(at: At): string {
  const next = at.characters[at.index + 1]
  if (isDigit(at.last)) {
    if (isDigit(next)) return "'" // 5'10"
    return isWord(next) || at.open.single || at.inside ? '’' : "'" // the 1990's, 'in 1999', 6' tall
  }
  return opens(at) && !isElision(at) ? '‘' : '’'
}

/** After a space or an opening sign always; after a dash, a slash or a mark left straight, when a word follows. */
function opens(at: At): boolean {
  if (at.last === undefined || /[\s([{<“‘«¿¡]/.test(at.last)) return true
  if (/[-‐-―/=~+"']/.test(at.last)) return isWord(following(at))
  return false
}

/** A word that begins with an apostrophe: 'tis, rock 'n' roll, the '90s, the class of '97. */
function isElision({characters, index}: At): boolean {
  const rest = characters.slice(index + 1).join('')
  if (/^(?:(?:tis|twas|twere|til|em)(?![\p{L}\d])|n['’](?![\p{L}\d]))/iu.test(rest) || /^\d{2}s(?![\p{L}\d])/u.test(rest)) return true
  // Two digits are a year, unless a mark further on closes what would open here.
  return /^\d{2}(?![\d.,]?[\p{L}\d])/u.test(rest) && !/[^\s]['’](?![\p{L}\d])/u.test(rest)
}

/** The first character after this one that is no quotation mark. */
function following({characters, index}: At): string | undefined {
  return characters.slice(index + 1).find((character) => !/["'“”‘’]/.test(character))
}

const lineBefore = ({characters, index}: At): string => characters.slice(Math.max(0, index - 6), index).join('')
const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character)
const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\d]/u.test(character)
