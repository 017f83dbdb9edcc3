/** Options that several commands take. */
import {Option} from 'commander'
import {closest} from '../../shapes/closest.js'
import {dayOf} from '../day-at-hand.js'
import {FORMATS} from '../formats.js'
import type {Io} from '../io.js'
import {refuse} from '../usage.js'

export const brand = (whose: 'briefing' | 'pack') => new Option('--brand <name>', `print in this brand in place of the ${whose}'s own`)
export const paper = (io: Io, whose: 'briefing' | 'pack') =>
  oneOf(io, new Option('--paper <size>', `print on this paper in place of the ${whose}'s own`), ['A4', 'Letter'])
export const audience = (io: Io, what: 'papers are' | 'paper is' = 'papers are') =>
  oneOf(io, new Option('--audience <who>', `for whom the ${what}`).default('external'), ['external', 'internal'])
export const format = (io: Io) => oneOf(io, new Option('--format <form>', 'how findings are told').default('pretty'), FORMATS)
export const row = (io: Io) => new Option('--row <key>', 'only the paper of that row of a template; several are parted by commas').argParser(rowsOf(io))
export const on = (io: Io, what: string) => new Option('--on <day>', what).argParser(dayOf(io))
export const jobs = (io: Io) => new Option('--jobs <number>', 'print in so many processes at a time (default: one for each processor)').argParser(countOf(io))
export const strict = () => new Option('--strict', 'let warnings count as errors')
export const cache = () => new Option('--cache <folder>', 'keep there what earlier runs have left (default: .demarche-cache in the workspace)')
export const noCache = () => new Option('--no-cache', 'make everything anew')
export const lightToner = () => new Option('--light-toner', 'print with lines and greys in place of fields and colours, and addresses of links in words')
export const cropMarks = () => new Option('--crop-marks', 'print with 3 mm to be cut off at each edge, and marks where to cut')

/** An option that takes one of a few words, in any case. */
export function oneOf(io: Io, option: Option, words: readonly string[]): Option {
  const list = words.map((word) => `\`${word}\``)
  const choice = [list.slice(0, -1).join(', '), list.at(-1)].join(' or ')
  option.description += ` (${words.join(', ')})`
  return option.argParser((typed) => {
    const word = words.find((one) => one.toLowerCase() === typed.toLowerCase())
    if (word !== undefined) return word
    const near = closest(
      typed,
      words.filter(({length}) => length > 3),
    )
    return refuse(
      {message: `\`${option.long}\` takes ${choice}, and not \`${typed}\``, hint: `Write \`${option.long} ${near ?? words[0]}\``},
      io,
    )
  })
}

/** An option that takes a number from 1 to 64. */
const countOf = (io: Io) => (typed: string) =>
  /^(?:[1-9]|[1-5]\d|6[0-4])$/.test(typed)
    ? Number(typed)
    : refuse({message: `\`--jobs\` takes a number from 1 to 64, and not \`${typed}\``, hint: 'Write `--jobs 2`'}, io)

/** An option that takes keys of rows: `PL`, or `PL,FI`. */
const rowsOf = (io: Io) => (typed: string): string[] => {
  const keys = typed.split(',').map((key) => key.trim())
  return keys.includes('') ? refuse({message: `\`--row\` takes the key of a row, and not \`${typed}\``, hint: 'Write `--row PL` or `--row PL,FI`'}, io) : keys
}
