import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Register} from '../facts/index.js'
import type {Language} from '../language/index.js'
import {countsOf, type FigureInText, figuresIn} from './figures-in.js'
import type {Passage, Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {anyOf, madeOnce, WORD_END, WORD_START} from './word-pattern.js'

/**
 * A figure of which a reader cannot tell where it is from: no fact, no note after it, no source beside it. Titles and captions sum
 * up what stands below them: their figures are those of the paper. What needs no source stands under `unchecked` in the register.
 */
export function checkFigures({passages, language, source}: Reading, {facts = []}: Edition, register: Register): Diagnostic[] {
  const units = unitsOf(register)(language)
  const unchecked = uncheckedOf(register)
  /** What titles sum up. */
  const below = new Set<string>()
  const open: {passage: Passage; figure: FigureInText}[] = []
  for (const passage of passages) {
    if (passage.where === 'note' || passage.where === 'fact') continue
    for (const figure of figuresIn(passage.own, language, passage.where === 'text' ? units : undefined)) {
      if (!isSummary(passage)) below.add(keyOf(figure.words))
      if (!isSourced(passage, figure) && !isListed(passage, figure, unchecked)) open.push({passage, figure})
    }
  }
  for (const {value} of facts) for (const {words} of figuresIn(value.replaceAll('\u00a0', ' '), language)) below.add(keyOf(words))
  const bare = open.filter(({passage, figure}) => !isSummary(passage) || !(passage.table || below.has(keyOf(figure.words))))
  return byTable(bare).map(([{passage, figure}, ...others]) => {
    const shown = `\`${figure.words.trim()}\``
    const place = placeIn(passage, figure.start, figure.end, source)
    if (isSummary(passage)) {
      return warning('checks/unsourced-figure', place, `${shown} stands in a title, and nothing in the paper bears it out`, 'Write it in the text as well, with its source')
    }
    const many = others.length === 0 ? '' : `, nor ${others.length === 1 ? 'has another figure' : `have ${others.length} more figures`} of this table`
    return warning('checks/unsourced-figure', place, `${shown} has no source${many}`, hintFor(passage, figure))
  })
}

const isSummary = ({where}: Passage): boolean => where === 'title' || where === 'heading'

/** The words of a fact and of a web link have their source; so has what stands before a note, and beside a source. */
function isSourced({sourced, calls, runs}: Passage, {start, end}: FigureInText): boolean {
  return sourced || calls.some((call) => call >= end) || runs.some((run) => (run.fact !== undefined || run.linked === true) && run.start < end && run.end > start)
}

/** A figure that the register lets pass, with the words around it that the register has. */
function isListed({own}: Passage, {start, end}: FigureInText, unchecked: RegExp | undefined): boolean {
  return unchecked !== undefined && [...own.matchAll(unchecked)].some(({0: words, index}) => index < end && index + words.length > start)
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

const uncheckedOf = madeOnce(({unchecked}: Register) =>
  unchecked.length > 0 ? new RegExp(`${WORD_START}(?<![.,]|\\d[-–])(?:${anyOf(unchecked.map((words) => words.replace(/\s+/g, ' ').trim()))})${WORD_END}(?![.,]\\d)`, 'giu') : undefined,
)
