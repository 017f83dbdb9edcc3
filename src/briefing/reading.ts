import type {PhrasingContent} from 'mdast'
import type {Node} from 'unist'
import type {Diagnostic, Place} from '../diagnostic.js'
import type {ColumnUse, TreeFilling} from '../rows/index.js'
import type {Excerpt} from '../shapes/index.js'
import {placeAt, type Source} from '../source.js'

/** What every part of the body's reader is given: the file, what is defined in it, and where to put what was found. */
export interface Reading {
  source: Source
  /** Labels of links (`label`) and notes (`^label`) that the body defines, as `sameLabel` makes them. */
  labels: ReadonlySet<string>
  /** Identifiers of link definitions that lead nowhere a paper may lead: their links are only words. */
  leadNowhere: ReadonlySet<string>
  /** Of a template: takes the columns that it asks for. */
  asks?: (use: ColumnUse) => void
  /** The row that a template's blocks are read for. */
  filling?: TreeFilling
  /** Prose of such a block that was read for an earlier row, by where it stands. */
  prose?: Map<Excerpt, {children: PhrasingContent[]; told: Diagnostic[]}>
  report(...diagnostics: Diagnostic[]): void
}

/** The place of a node in the file. */
export function placeOf(source: Source, node: Pick<Node, 'position'>): Place {
  const {start, end} = node.position ?? {}
  return placeAt(source, start?.offset ?? 0, end?.offset ?? start?.offset ?? 0)
}

/** The characters of a node as typed. */
export const typed = (source: Source, node: Pick<Node, 'position'>): string =>
  source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

/** The place of some words within a node; the node's where they are not found. */
export function placeOfWords(source: Source, node: Pick<Node, 'position'>, words: string): Place {
  const at = typed(source, node).indexOf(words)
  if (at < 0 || words === '') return placeOf(source, node)
  const start = (node.position?.start.offset ?? 0) + at
  return placeAt(source, start, start + words.length)
}

