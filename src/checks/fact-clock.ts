import {type Diagnostic, type Place, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {type ClockFinding, clockFindings, type Fact, firstDay, inLanguage, lastDay, type Register, valueAt, type When, writeValue} from '../facts/index.js'
import {type Language, languageOf} from '../language/index.js'
import type {WhenField} from '../shapes/fields.js'
import {metIn} from './met-in.js'

/** What the clock is held against: the register, and the day that is asked about. */
export interface ClockOptions {
  register: Register
  on: When
}

/** Facts of a paper that are past their age, due for review, or no longer the newest on a day; what is pinned is meant so. */
export function checkFactClock({facts = [], meta}: Edition, {register, on}: ClockOptions): Diagnostic[] {
  const language = languageOf(meta.language)
  const told = new Set<string>()
  return facts.flatMap(({id, pin, place}) => {
    const known = register.facts.get(id)
    if (known?.status === 'disputed' && language && lastDay(on) > lastDay(meta.asOf) && !told.has(`disputed ${id}`)) {
      told.add(`disputed ${id}`)
      return [disputed(known, place, language)]
    }
    const fact = pin === undefined ? known : undefined
    const value = fact && valueAt(fact, {asOf: meta.asOf}, register).value
    if (!fact || !value || !language) return []
    return clockFindings(fact, value, {asOf: meta.asOf, on}, register).flatMap((finding) => {
      const shown = (one: typeof value) => `\`${writeValue(fact, one, language)}\``
      if (finding.what === 'superseded') return finding.newer ? [superseded(shown(value), shown(finding.newer), finding.newer, place, language)] : []
      // Age is the fact's: told once in a paper, where it stands first.
      const first = !told.has(`${finding.what} ${id}`)
      told.add(`${finding.what} ${id}`)
      return first ? [aged(finding, {id, maxAge: fact.maxAge ?? 0, place}, language)] : []
    })
  })
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

function superseded(printed: string, newer: string, value: {place: Place; asOf?: WhenField; period?: WhenField}, place: Place, language: Language): Diagnostic {
  const when = value.period ?? value.asOf
  const message = plain(`${printed} is no longer the newest: the register has ${newer}${when ? `, ${value.period ? 'for' : 'as of'} ${language.date(when, 'long')}` : ''}`)
  const hint = 'Bring `as_of` up to date and write the newer value, or pin the link to its date'
  return {...warning('facts/superseded', place, message, hint), related: [{message: 'The newer value stands here', place: value.place}]}
}

/** A paper of the day has the caveat in its note; one that has been handed out says what the register no longer stands by. */
function disputed({id, caveat}: Fact, place: Place, language: Language): Diagnostic {
  const why = inLanguage(caveat, language)?.replace(/\.$/, '')
  const message = `\`${id}\` is disputed by now${why === undefined ? '' : `: ${why}`}`
  return warning('facts/disputed-since', place, message, 'Leave the claim out of the next edition, or say in the text who disputes it')
}

function aged({what, days, due}: ClockFinding, {id, maxAge, place}: {id: string; maxAge: number; place: Place}, language: Language): Diagnostic {
  if (what === 'review-due' && due) {
    return warning('facts/review-due', place, plain(`\`${id}\` was to be looked at again by ${language.date(due, 'long')}`), 'Look it up, and set `review_by` in the register')
  }
  return warning('facts/stale', place, `\`${id}\` is ${days} days old, and stale after ${maxAge}`, 'Look the figure up again, and add its value to the register')
}

/** Days that a paper sets others, and itself, and that have passed. */
export function checkDeadlines({body, meta}: Edition, reviewBy: (WhenField & {place: Place}) | undefined, on: When): Diagnostic[] {
  const language = languageOf(meta.language)
  if (!language) return []
  const passed = (when: When): boolean => lastDay(when) < firstDay(on)
  const deadlines = deadlinesIn(body).filter(passed).map((when) => {
    const message = plain(`This deadline has passed: ${language.date(when, 'long')}`)
    return warning('checks/deadline-passed', when.place, message, 'Set a new one, or say what became of it')
  })
  if (!reviewBy || !passed(reviewBy)) return deadlines
  const message = plain(`This paper was to be looked at again by ${language.date(reviewBy, 'long')}`)
  return [...deadlines, warning('checks/review-due', reviewBy.place, message, 'Look it through, and set `review_by` anew')]
}

const deadlinesIn = (body: Edition['body']): WhenField[] => metIn(body).flatMap(({node, key}) => (key === 'deadline' && isWhen(node) ? [node] : []))

const isWhen = (value: unknown): value is WhenField => typeof value === 'object' && value !== null && 'type' in value && value.type === 'when'
