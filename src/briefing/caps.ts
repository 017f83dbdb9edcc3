import type {Heading, Nodes, Paragraph, Parents, Root} from 'mdast'
import {toString as wordsOf} from 'mdast-util-to-string'
import {type Diagnostic, error} from '../diagnostic.js'
import type {Source} from '../source.js'
import {placeOf} from './reading.js'

/** Far beyond any paper, and what still prints within its minute. */
export const MOST = {nodes: 100_000, depth: 100, rows: 5000, columns: 100, paragraph: 30_000, heading: 2000}

/** The first part of a body that is more than a paper can hold: a table, a paragraph, or all of it together. */
export function findTooMuch(body: Root, source: Source): Diagnostic | undefined {
  let nodes = 0
  const visit = (node: Nodes, depth: number): Diagnostic | undefined => {
    const trouble = ++nodes > MOST.nodes ? tooMany : depth > MOST.depth ? tooDeep : troubleOf(node)
    if (trouble) return error('briefing/too-much', placeOf(source, node), trouble.message, trouble.hint)
    for (const child of 'children' in node ? (node as Parents).children : []) {
      const found = visit(child, depth + 1)
      if (found) return found
    }
    return undefined
  }
  return visit(body, 0)
}

/** Paragraphs and headings of a template, within blocks too, that its row makes longer than a paper can hold. */
export function findTooLong(value: unknown, source: Source): Diagnostic[] {
  if (typeof value !== 'object' || value === null) return []
  if (!isText(value)) return Object.entries(value).flatMap(([key, child]) => (key === 'position' || key === 'place' ? [] : findTooLong(child, source)))
  const trouble = tooLong(value.type, wordsOf(value).length)
  return trouble ? [error('briefing/too-much', placeOf(source, value), trouble.message, trouble.hint)] : []
}

const isText = (value: object): value is Paragraph | Heading => 'type' in value && (value.type === 'paragraph' || value.type === 'heading')

interface Trouble {
  message: string
  hint: string
}

const tooMany = {message: `More than ${MOST.nodes} paragraphs, cells and words with a style of their own up to here`, hint: 'Split the paper in two'}
const tooDeep = {message: `More than ${MOST.depth} levels, one within the other`, hint: 'Take it apart'}

function troubleOf(node: Nodes): Trouble | undefined {
  if (node.type === 'table') {
    const [rows, columns] = [node.children.length - 1, node.children[0]?.children.length ?? 0]
    const hint = 'Print what the reader needs, and attach the rest with `attach`'
    if (rows > MOST.rows) return {message: `A table of ${rows} rows: expected at most ${MOST.rows}`, hint}
    if (columns > MOST.columns) return {message: `A table of ${columns} columns: expected at most ${MOST.columns}`, hint}
  }
  if (node.type === 'paragraph' || node.type === 'heading') {
    return tooLong(node.type, (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0))
  }
  return undefined
}

function tooLong(what: 'paragraph' | 'heading', length: number): Trouble | undefined {
  const most = MOST[what]
  return length > most ? {message: `A ${what} of ${length} characters: expected at most ${most}`, hint: `Divide the ${what}`} : undefined
}
