import type {Briefing} from '../briefing/index.js'
import type {ComposedFact, Inline, Piece} from '../content.js'
import type {Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Language} from '../language/index.js'
import type {FigureField} from '../shapes/fields.js'
import type {Source} from '../source.js'

/** Words that are read in one go: a paragraph, a heading, a cell, a field; a figure or a fact that stands by itself. */
export interface Passage {
  where: 'title' | 'heading' | 'text' | 'cell' | 'figure' | 'fact' | 'note'
  /** As it prints, with plain spaces and straight apostrophes; links count by their words, and calls of notes not at all. */
  text: string
  /** As long as `text`, with `HIDDEN` for what is not the author's own: quotations, code, the words of other papers, addresses. */
  own: string
  /** Pieces of the text with the places they were written at, in order. */
  runs: Run[]
  /** Positions in the text at which the author called a note. */
  calls: number[]
  /** A source stands beside it: of its record, of its table. */
  sourced: boolean
  /** Of a cell: the table it stands in, and the words that say what it counts. */
  table?: object
  around?: string
  place: Place
}

/** A paper as its words are checked. */
export interface Reading {
  passages: readonly Passage[]
  language: Language
  /** The file they were written in. */
  source: Source
}

/** A piece of a text, and whose it is: the words of a fact, and those of a web link, carry their source. */
export interface Run {
  start: number
  end: number
  /** As composed, to find a word of it in the file. */
  value: string
  place: Place
  /** The fact whose words they are: where it is called. */
  fact?: Place
  linked?: true
  /** Set apart, as titles are. */
  slanted?: true
}

/** Stands for a character that is not the author's own. */
export const HIDDEN = '\uFFFC'

/** What holds of all that stands in a part of the paper. */
interface Around {
  sourced: boolean
  quoted: boolean
  where: Passage['where']
  table?: object
  words?: string
}

/** Every passage of a paper in the order it is read, the author's notes last; what the register or the program says is none. */
export function readPassages({source, places}: Briefing, {meta, body, notes, facts = []}: Edition): Passage[] {
  const links = facts.map(({place, link}) => link ?? place).filter(({start}) => start).sort((a, b) => offset(a) - offset(b))
  const found: Passage[] = []
  const title = (text: string | undefined, place: Place | undefined) => {
    if (text !== undefined && place) add([{type: 'text', value: text, place}], place, {...OPEN, where: 'title'})
  }
  title(meta.title, places.title)
  title(meta.subtitle, places.subtitle)
  pieces(body, OPEN)
  // A note that the author wrote; those of sources are made by the program.
  for (const note of notes) if (source.text.startsWith('[^', offset(note.place))) pieces(note.children, {...OPEN, where: 'note'})
  return found

  function add(children: readonly Inline[], place: Place, around: Around): Passage {
    const passage = passageOf(children, place, around, (at) => factAt(links, at))
    found.push(passage)
    return passage
  }

  function pieces(all: readonly Piece[], around: Around): void {
    for (const [at, piece] of all.entries()) {
      if (piece.type === 'list') {
        // A note on the line that leads into a list speaks of its items.
        const lead = found.at(-1)
        const sourced = around.sourced || (all[at - 1]?.type === 'paragraph' && lead !== undefined && lead.calls.length > 0 && /:$/.test(lead.text))
        for (const item of piece.items) pieces(item.children, {...around, sourced})
      } else if (piece.type === 'quote') pieces(piece.children, {...around, quoted: true})
      else if (piece.type === 'heading') add(piece.children, piece.place, {...around, where: 'heading'})
      else if (piece.type === 'paragraph') add(piece.children, piece.place, around)
      else if (piece.type === 'block' && !NOT_SAID.has(piece.name)) value(piece.value, around)
    }
  }

  /** The value of a block: what stands in one record shares its source. */
  function value(given: unknown, around: Around): void {
    if (typeof given !== 'object' || given === null) return
    if (Array.isArray(given)) {
      for (const item of given) value(item, around)
      return
    }
    if (isTagged(given)) {
      // The tags are those of `content.ts`, made only by `edition/`.
      if (given.type === 'prose') add((given as {children: Inline[]} & Tagged).children, given.place, around)
      else if (given.type === 'flow') pieces((given as {children: Piece[]} & Tagged).children, around)
      else if (given.type === 'figure') addFigure(given as FigureField, around)
      else if (given.type === 'fact') addFact(given as ComposedFact, around)
      else if (given.type === 'grid') addGrid(given as Grid & Tagged, around)
      return
    }
    const entries = Object.entries(given)
    const sourced = around.sourced || entries.some(([, child]) => callsSource(child, links))
    const label = entries.map(([, child]) => (isTagged(child) && child.type === 'prose' ? wordsIn(child) : '')).join(' ')
    for (const [key, child] of entries) {
      value(child, {...around, sourced, words: label, ...(key === 'argument' ? {quoted: true} : {}), ...(CAPTIONS.has(key) ? {where: 'heading'} : {})})
    }
  }

  function addFigure({text, place}: FigureField, around: Around): void {
    add([{type: 'text', value: text, place}], place, {...around, where: 'figure'})
  }

  function addFact({statement, figure, place}: ComposedFact, around: Around): void {
    const [text = {type: 'text' as const, value: figure.text, place}] = statement
    add([text], place, {...around, where: 'fact', sourced: true})
  }

  /** Heads and first cells name what is counted; the other cells count it. */
  function addGrid(grid: Grid, around: Around): void {
    const heads = grid.columns.map(({head}) => add(head.children, head.place, {...around, where: 'heading', table: grid}))
    const whole = around.sourced || (grid.calls?.length ?? 0) > 0
    for (const row of grid.rows) {
      const [first] = row
      const name = first && add(first.children, first.place, {...around, where: 'heading', table: grid})
      const called = row.some((cell) => callsSource(cell, links) || MARK.test(wordsIn(cell)))
      for (const [at, cell] of row.slice(1).entries()) {
        const head = heads[at + 1]
        const sourced = whole || called || (head !== undefined && (head.calls.length > 0 || MARK.test(head.text)))
        add(cell.children, cell.place, {...around, where: 'cell', table: grid, sourced, words: `${around.words ?? ''} ${heads.map(({text}) => text).join(' ')} ${name?.text ?? ''}`})
      }
    }
  }
}

const OPEN: Around = {sourced: false, quoted: false, where: 'text'}
/** Lists of sources and of people say nothing of their own. */
const NOT_SAID: ReadonlySet<string> = new Set(['sources', 'contacts'])
const CAPTIONS: ReadonlySet<string> = new Set(['title', 'caption'])
/** The small letter that calls a note under a table. */
const MARK = /\^[a-z]\^/

interface Tagged {
  type: string
  place: Place
}
interface Words {
  children: Inline[]
  place: Place
}
interface Grid {
  columns: {head: Words}[]
  rows: Words[][]
  calls?: number[]
}

const offset = ({start}: Place): number => start?.offset ?? -1

const isTagged = (value: unknown): value is Tagged => typeof value === 'object' && value !== null && 'type' in value && 'place' in value

/** The link to a fact that an offset of the file lies in. */
function factAt(links: readonly Place[], at: number): Place | undefined {
  let low = 0
  let high = links.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const link = links[middle]
    if (!link || offset(link) > at) high = middle - 1
    else if (at < (link.end?.offset ?? 0)) return link
    else low = middle + 1
  }
  return undefined
}

/** A source of a record, or words in which the author calls a note; the notes of facts are of the facts alone. */
const callsSource = (value: unknown, links: readonly Place[]): boolean =>
  isTagged(value) && (value.type === 'source' || (value.type === 'prose' && 'children' in value && callsNote(value.children as Inline[], links)))

const callsNote = (children: readonly Inline[], links: readonly Place[]): boolean =>
  children.some((child) => (child.type === 'note' ? !factAt(links, offset(child.place)) : 'children' in child && callsNote(child.children, links)))

const wordsIn = (value: object): string => ('children' in value && Array.isArray(value.children) ? value.children.map((child) => ('value' in child ? child.value : wordsIn(child))).join('') : '')

function passageOf(children: readonly Inline[], place: Place, {sourced, quoted, where, table, words}: Around, factOf: (at: number) => Place | undefined): Passage {
  const runs: Run[] = []
  const calls: number[] = []
  let text = ''
  let own = ''
  const say = (words: string, hidden: boolean) => {
    text += words
    own += hidden ? HIDDEN.repeat(words.length) : words
  }
  const read = (inlines: readonly Inline[], around: {hidden: boolean; linked: boolean; slanted: boolean}): void => {
    for (const inline of inlines) {
      if (inline.type === 'text') {
        const start = text.length
        const fact = factOf(offset(inline.place))
        say(inline.value, around.hidden || isAddress(inline.value))
        runs.push({start, end: text.length, value: inline.value, place: inline.place, ...(fact ? {fact} : {}), ...(around.linked ? {linked: true} : {}), ...(around.slanted ? {slanted: true} : {})})
      } else if (inline.type === 'code') say(inline.value, true)
      else if (inline.type === 'break') say(' ', false)
      else if (inline.type === 'image') say(HIDDEN, true)
      else if (inline.type === 'note') {
        if (!factOf(offset(inline.place))) calls.push(text.length)
      } else {
        const {type} = inline
        read(inline.children, {hidden: around.hidden || type === 'reference' || type === 'foreign', linked: around.linked || type === 'link', slanted: around.slanted || type === 'emphasis'})
      }
    }
  }
  read(children, {hidden: false, linked: false, slanted: false})
  const plain = plainly(text)
  return {
    where,
    text: plain,
    own: quoted ? HIDDEN.repeat(text.length) : withoutQuotations(plainly(own)),
    runs,
    calls,
    sourced,
    ...(table ? {table} : {}),
    ...(words === undefined ? {} : {around: words}),
    place,
  }
}

const isAddress = (words: string): boolean => /^(?:https?:\/\/|www\.|mailto:)\S+$/.test(words) || /^\S+@\S+\.\S+$/.test(words)

const plainly = (text: string): string => (/[\u00a0\u202f’ʼ]/.test(text) ? text.replace(/[\u00a0\u202f]/g, ' ').replace(/[’ʼ]/g, "'") : text)

const withoutQuotations = (text: string): string =>
  /[“„«]/.test(text) ? text.replace(/“[^”“]*”|„[^“”„]*[“”]|«[^»«]*»/g, (quoted) => HIDDEN.repeat(quoted.length)) : text
