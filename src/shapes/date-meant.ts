import {readWhen} from './fields.js'

/** In English, French, Spanish, Portuguese, Italian and German, without accents. */
const MONTHS = [
  'january february march april may june july august september october november december',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'januar februar marz april mai juni juli august september oktober november dezember',
].map((names) => names.split(' '))

/** How a date that was typed in another way is written; `whole`: its day is asked for. Nothing where it is no date that we know. */
export function dateMeant(typed: string, whole: boolean): string | undefined {
  const text = typed.trim().replace(/\s+/g, ' ')
  const found = inFigures(text) ?? inWords(text) ?? (/^\d{4}$/.test(text) ? [text] : [])
  const [date, ...others] = found.filter((one) => readWhen(one) !== undefined)
  if (date === undefined) return found.some(isNearlyADay) ? 'There is no such day' : undefined
  if (whole && readWhen(date)?.day === undefined) return `Add the day to \`${date}\``
  return [`Write \`${date}\``, ...others.map((other) => `or \`${other}\` if the month stands first`)].join(', ')
}

/** A day of a month that has fewer. */
const isNearlyADay = (date: string): boolean => readWhen(date.slice(0, 7)) !== undefined && /^-(?:3\d|29)$/.test(date.slice(7))

const iso = (year: string, month: string | number, day?: string): string => [year, ...[month, ...(day === undefined ? [] : [day])].map((part) => String(part).padStart(2, '0'))].join('-')

/** `2026/11/5`, `5.11.2026`, `11/2026`, `20261105`; two readings where day and month may have changed places. */
function inFigures(text: string): string[] | undefined {
  const [, year, month, day] = /^(\d{4})[ /.–-](\d{1,2})(?:[ /.–-](\d{1,2}))?$/.exec(text) ?? []
  if (year !== undefined && month !== undefined) return [iso(year, month, day)]
  if (/^\d{8}$/.test(text)) return [iso(text.slice(0, 4), text.slice(4, 6), text.slice(6)), iso(text.slice(4), text.slice(2, 4), text.slice(0, 2))].filter((date) => readWhen(date) !== undefined).slice(0, 1)
  const [, first, second, last] = /^(\d{1,2})[ /.–-](\d{1,2})[ /.–-](\d{4})$/.exec(text) ?? []
  if (first !== undefined && second !== undefined && last !== undefined) {
    const [usual, other] = [iso(last, second, first), iso(last, first, second)]
    // With full stops the day stands first, wherever it can.
    return usual === other || (text.includes('.') && readWhen(usual) !== undefined) ? [usual] : [usual, other]
  }
  const [, only, of] = /^(\d{1,2})[ /.–-](\d{4})$/.exec(text) ?? []
  return only !== undefined && of !== undefined ? [iso(of, only)] : undefined
}

/** `5 November 2026`, `Nov 5th, 2026`, `1er mars 2026`, `November 2026`. */
function inWords(text: string): string[] | undefined {
  const [, day, month, year] = /^(?:(\d{1,2})(?:st|nd|rd|th|er|\.)? (?:of |de )?)?(\p{L}{3,})\.?,? (?:de )?(\d{4})$/iu.exec(text) ?? []
  const [, other, date, of] = /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(text) ?? []
  const number = monthOf(month ?? other ?? '')
  const [theYear, theDay] = month === undefined ? [of, date] : [year, day]
  return number === undefined || theYear === undefined ? undefined : [iso(theYear, number, theDay)]
}

/** By its name or how that begins, in any of a few languages, where they mean one month. */
function monthOf(word: string): number | undefined {
  const start = plain(word)
  const found = new Set(MONTHS.flatMap((names) => names.flatMap((name, at) => (start !== '' && name.startsWith(start) ? [at + 1] : []))))
  const [only, ...more] = found
  return more.length === 0 ? only : undefined
}

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
