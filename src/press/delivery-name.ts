import {createHash} from 'node:crypto'
import anyAscii from 'any-ascii'
import type {Release} from '../release/index.js'

/** What a paper that is handed on is called by. */
export interface Delivered {
  symbol?: string | undefined
  title: string
  /** BCP 47. */
  language: string
  /** As its author wrote it: a day, `2026-11-24`. */
  date: string
  /** How far it has come, and which issue of its symbol it is. */
  release?: Partial<Pick<Release, 'standing' | 'symbol' | 'rev' | 'add' | 'corr'>> | undefined
}

/** The longest name that mail, archives and sticks of every system take without cutting it. */
const LONGEST = 80

/** So much of a symbol leaves room for a title. */
const LONGEST_SYMBOL = 32

/**
 * What a paper's file is called where people see it: `<symbol>_<title>_<LANG>_<date>[_Rev1][_DRAFT].pdf`, such as
 * `MBC-2026-4_poland-and-the-mine-ban_EN_2026-11-24.pdf`. ASCII, whatever its title; parts stand between low lines, and have none within.
 * `suffix` comes before `.pdf`, such as `.print`. A title that is too long ends with a whole word.
 */
export function deliveryName({symbol: printed, title, language, date, release = {}}: Delivered, {suffix = ''}: {suffix?: string} = {}): string {
  const {rev, add, corr, standing = 'unmarked'} = release
  // As it prints it ends with the number of its issue, which stands behind the date here.
  const symbol = release.symbol ?? printed
  const after = [
    asciiOf(language.split('-')[0] ?? '').toUpperCase(),
    asciiOf(date),
    ...(rev === undefined ? [] : [`Rev${rev}`]),
    ...(add === undefined ? [] : [`Add${add}`]),
    ...(corr === undefined ? [] : [`Corr${corr}`]),
    ...(standing === 'unmarked' || standing === 'cleared' ? [] : ['DRAFT']),
  ]
  const end = `_${after.join('_')}${suffix}.pdf`
  const before = symbol === undefined ? '' : shortened(asciiOf(symbol), Math.min(LONGEST_SYMBOL, LONGEST - end.length - '_paper'.length))
  const start = before === '' ? '' : `${before}_`
  const slug = shortened(asciiOf(title).toLowerCase(), LONGEST - start.length - end.length) || 'paper'
  return `${start}${slug}${end}`
}

/** A name that says nothing of what a file holds, and is the same in every build: a number made of its briefing's place. */
export const neutralName = (path: string, {row, language, suffix = ''}: {row?: string | undefined; language: string; suffix?: string}): string =>
  `paper-${createHash('sha256').update(JSON.stringify([path, row, language])).digest('hex').slice(0, 8)}${suffix}.pdf`

/** Words in letters, digits and hyphens: other scripts in the Latin letters that they are commonly written in. */
const asciiOf = (words: string): string =>
  anyAscii(words.normalize('NFC'))
    .replace(/['’`"]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** Cut at a word's end, where it has one. */
function shortened(words: string, room: number): string {
  if (words.length <= room) return words
  const cut = words.slice(0, Math.max(0, room + 1))
  return (cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, room)).replace(/-+$/, '')
}
