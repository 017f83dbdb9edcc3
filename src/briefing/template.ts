import {type Diagnostic, error, hasErrors, inReadingOrder} from '../diagnostic.js'
import {languageOf} from '../language/index.js'
import {type ColumnUse, type Condition, fillTree, fillWritten, readConditions, type Row, type RowsAsked, type TreeFilling, usesIn, usesInOutput} from '../rows/index.js'
import {inside, placeInText, type Written, type WrittenText} from '../shapes/index.js'
import type {Source} from '../source.js'
import {readBody} from './body.js'
import type {Briefing, Ignored} from './briefing.js'
import {badCondition} from './conditions.js'
import {findDoubled} from './definitions.js'
import {type FrontMatter, type Meant, readFrontMatter, readFrontYaml, splitFrontMatter} from './front-matter.js'
import {guardMarkdown} from './guard.js'
import {placeOf} from './reading.js'
import {heeded, withoutIgnored} from './silenced.js'
import {findTooLong} from './caps.js'
import {findTooMany} from './too-many.js'
import {findTurnedText} from './turned-text.js'
import {withoutMark} from './without-mark.js'

/** What makes a list of papers of a template: plain data, that may be kept. */
export interface TemplateAsks {
  asked: RowsAsked
  /** What is wrong with it, whatever the row. */
  diagnostics: Diagnostic[]
  /** Warnings that its author switched off where they stand. */
  ignored: Ignored[]
}

/** A briefing that prints one paper for each row: its Markdown is read once. */
export interface Template extends TemplateAsks {
  /** As it was handed over. */
  source: Source
  /** The briefing of a row, with all that is wrong with it. */
  withRow(row: Row): Meant<Briefing>
}

/** Front matter that may have the key `rows`: whether it does is for who reads it. */
const MAY_HAVE_ROWS = /^["']?rows["']?[ \t]*:/m

/** Whether a briefing may name rows: most do not, which is soon seen. */
export const mayHaveRows = ({text}: Source): boolean => MAY_HAVE_ROWS.test(text)

/** Reads a template; nothing where the briefing names no rows. */
export function readTemplate(typed: Source): Template | undefined {
  if (!mayHaveRows(typed)) return undefined
  const source = withoutMark(typed)
  const split = splitFrontMatter(source)
  const yaml = split.value && readFrontYaml(split.value.yaml)
  const front = yaml?.value
  const rows = inside(front, 'rows')
  if (!split.value || !yaml || !front || !rows) return undefined

  const tangled = guardMarkdown(source, split.value.bodyStart)
  const columns: ColumnUse[] = usesIn(front)
  const asks = (use: ColumnUse) => void columns.push(use)
  const {body, ignored, diagnostics: read} = tangled ? {body: undefined, ignored: [], diagnostics: [tangled]} : readBody(source, split.value.bodyStart, {asks})
  read.push(...findTurnedText(source, textIn(front, 'language')?.text))
  const {asked, diagnostics: wrong} = askedOf(source, front, rows, columns)
  const diagnostics = inReadingOrder([...split.diagnostics, ...wrong, ...withoutIgnored(read, ignored)])
  const silenced = heeded(read, ignored)
  return {
    source: typed,
    asked: hasErrors(diagnostics) ? {...asked, partly: true} : asked,
    diagnostics,
    ignored,
    withRow(row) {
      const found: Diagnostic[] = []
      const report = (...more: Diagnostic[]) => void found.push(...more)
      const filling: TreeFilling = {row, language: languageFor(front, row), report, placeOf: (node) => placeOf(source, node)}
      const {value, meant, diagnostics: about} = readFrontMatter(source, yaml, filling)
      const filled = body && fillTree(body, filling)
      if (filled) found.push(...findTooMany(filled, source), ...findTooLong(filled, source), ...findDoubled(filled, source))
      const told = inReadingOrder([...diagnostics, ...about, ...withoutIgnored(found, ignored)])
      if (!filled) return {diagnostics: told}
      const whole = (front: FrontMatter): Briefing => ({source, row: row.key, ...front, body: filled, ignored: silenced})
      return {...(value ? {value: whole(value)} : {}), ...(meant ? {meant: whole(meant)} : {}), diagnostics: told}
    },
  }
}

/** A template is read for a row. */
export function needsRow({asked}: Template): Diagnostic {
  return error('rows/no-row', asked.from.place, 'This briefing prints one paper for each row, and is read without one', 'Print it with `demarche build`')
}

/** What the front matter says of the rows; what is wrong there is told with the rest of it, for each row. */
function askedOf(source: Source, front: Written, rows: Written, columns: ColumnUse[]): {asked: RowsAsked; diagnostics: Diagnostic[]} {
  const {only, wrong} = onlyOf(textIn(rows, 'only'))
  const [from, key, output, facts] = [rows.type === 'text' ? rows : textIn(rows, 'file'), textIn(rows, 'key'), textIn(front, 'output'), textIn(front, 'facts')]
  if (output) columns.push(...usesInOutput(output, (start, end) => placeInText(output, start, end)))
  const asked: RowsAsked = {
    template: source.path,
    from: from ? {text: from.text, place: from.place} : {text: '', place: rows.place},
    columns,
    ...(key ? {key: {text: key.text, place: key.place}} : {}),
    ...(only ? {only} : {}),
    ...(output ? {output: {text: output.text, place: output.place}} : {}),
    ...(facts ? {facts: {path: facts.text, place: facts.place}} : {}),
  }
  for (const {column, values, start, end} of only ?? []) {
    const text = textIn(rows, 'only')
    if (text) columns.push({names: [column], place: placeInText(text, start, end), values})
  }
  return {asked, diagnostics: wrong}
}

function onlyOf(text: WrittenText | undefined): {only?: Condition[]; wrong: Diagnostic[]} {
  if (!text) return {wrong: []}
  const {conditions, wrong} = readConditions(text.text)
  return wrong === undefined ? {only: conditions, wrong: []} : {wrong: [badCondition(placeInText(text, wrong, text.text.length))]}
}

const textIn = (written: Written | undefined, key: string): WrittenText | undefined => {
  const found = inside(written, key)
  return found?.type === 'text' ? found : undefined
}

/** The language that dates of a row are written in; a row may name it. */
function languageFor(front: Written, row: Row): TreeFilling['language'] {
  const english = languageOf('en')
  if (!english) throw new Error('English is a language of every release')
  const typed = textIn(front, 'language')
  const quiet = {row, language: english, report: () => undefined}
  const filled = typed && fillWritten(typed, quiet, [], 'language')
  return (filled?.type === 'text' ? languageOf(filled.text) : undefined) ?? english
}
