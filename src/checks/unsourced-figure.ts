import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Register} from '../facts/index.js'
import type {Language} from '../language/index.js'
import {matchesOf} from '../matches.js'
import {countsOf, type FigureInText, figuresIn} from './figures-in.js'
import type {Passage, Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {runsOver} from './runs.js'
import {anyOf, madeOnce, WORD_END, WORD_START} from './word-pattern.js'

/**
 * A figure of which a reader cannot tell where it is from: no fact, no note after it, no source beside it. Titles and captions sum
 * up what stands below them: their figures are those of the paper. What needs no source stands under `unchecked` in the register.
 */
export function checkFigures({passages, language, source}: Reading, {facts = []}: Edition, register: Register): Diagnostic[] {
  const units = unitsOf(register)(language)
  const unchecked = uncheckedOf(register)
  const open = passages.filter(needsSource).flatMap((passage) => {
    const figures = figuresIn(passage.own, language, passage.where === 'text' ? units : undefined).filter((figure) => !isSourced(passage, figure))
    const listed = figures.length > 0 && unchecked ? matchesOf(passage.own, unchecked) : []
    const passes = ({start, end}: FigureInText) => listed.some(({0: words, index}) => index < end && index + words.length > start)
    return figures.filter((figure) => !passes(figure)).map((figure) => ({passage, figure}))
  })
  const [titles, texts] = [open.filter(({passage}) => isSummary(passage)), open.filter(({passage}) => !isSummary(passage))]
  const below = titles.length > 0 ? figuresBelow(passages, facts, language) : new Set()
  return byTable([...titles.filter(({figure}) => !below.has(keyOf(figure.words))), ...texts]).map(([{passage, figure}, ...others]) => {
    const shown = `\`${figure.words.trim()}\``
    const place = placeIn(passage, figure.start, figure.end, source)
    if (isSummary(passage)) {
      return warning('checks/unsourced-figure', place, `${shown} stands in a title, and nothing in the paper bears it out`, 'Write it in the text as well, with its source')
    }
    const many = others.length === 0 ? '' : `, nor ${others.length === 1 ? 'has another figure' : `have ${others.length} more figures`} of this table`
    return warning('checks/unsourced-figure', place, `${shown} has no source${many}`, hintFor(passage, figure))
  })
}

/** Notes are sources themselves; heads and first cells of a table name what the others count. */
const needsSource = ({where, sourced, runs, table}: Passage): boolean =>
  !sourced && where !== 'note' && where !== 'fact' && !(table && where === 'heading') && runs.some(({fact}) => fact === undefined)

/** What titles may sum up. */
function figuresBelow(passages: readonly Passage[], facts: readonly {value: string}[], language: Language): Set<string> {
  const texts = [...passages.flatMap((passage) => (isSummary(passage) ? [] : [passage.own])), ...facts.map(({value}) => value.replaceAll('\u00a0', ' '))]
  return new Set(texts.flatMap((text) => figuresIn(text, language).map(({words}) => keyOf(words))))
}

const isSummary = ({where}: Passage): boolean => where === 'title' || where === 'heading'

/** The words of a fact and of a web link have their source; so has what stands before a note. */
function isSourced({calls, runs}: Passage, {start, end}: FigureInText): boolean {
  return (calls.at(-1) ?? 0) >= end || runsOver(runs, start, end).some(({fact, linked}) => fact !== undefined || linked === true)
}

const keyOf = (words: string): string => words.replace(/[\s.,'-]/g, '').toLowerCase()

/** The bare figures of one table are told once. */
function byTable<T extends {passage: Passage}>(found: readonly T[]): [T, ...T[]][] {
  const groups = new Map<object, [T, ...T[]]>()
  for (const one of found) {
    const key = one.passage.table ?? one
    const known = groups.get(key)
    if (known) known.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

function hintFor({table, where}: Passage, {words}: FigureInText): string {
  if (table) return 'Add `source:` to the comment above the table, link the figures to facts, or call a note after them'
  if (where === 'figure') return 'Write `fact:` in place of `value:`, or add `source:`'
  return `Write \`[${words.trim()}](fact:...)\`, call a note after it, or list it under \`unchecked\` in the register`
}

const unitsOf = madeOnce((register: Register) =>
  madeOnce((language: Language) => {
    const units = new Set<string>()
    for (const {unit} of register.facts.values()) {
      const forms = unit[language.code]
      if (forms && /^\p{L}[\p{L} -]+$/u.test(forms.other)) units.add(forms.other)
    }
    return countsOf([...units], language)
  }),
)

/** What the register lets pass, with the words around it that the register has. */
const uncheckedOf = madeOnce(({unchecked}: Register) =>
  unchecked.length > 0 ? new RegExp(`${WORD_START}(?<![.,]|\\d[-–])(?:${anyOf(unchecked.map((words) => words.replace(/\s+/g, ' ').trim()))})${WORD_END}(?![.,]\\d)`, 'giu') : undefined,
)
