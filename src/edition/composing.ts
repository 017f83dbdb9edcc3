import type {Definition, FootnoteDefinition, Heading} from 'mdast'
import type {Node} from 'unist'
import type {BrandLayout} from '../brand/index.js'
import type {Inline, Note, Picture} from '../content.js'
import type {Diagnostic, Place} from '../diagnostic.js'
import type {Register, When} from '../facts/index.js'
import type {Language} from '../language/index.js'
import type {CitationField} from '../shapes/fields.js'
import {placeAt, type Source} from '../source.js'
import type {FactUse} from './fact-use.js'
import type {ShownPlace} from './places.js'
import type {OtherPaper} from './references.js'

/** What every part of the composer is given: what the paper's words refer to, and where to put what was found. */
export interface Composing {
  source: Source
  language: Language
  /** Definitions of links and notes by their identifier; of two the first counts. */
  definitions: ReadonlyMap<string, Definition>
  footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** Sources in full, by id, that the paper itself lists. */
  sources: ReadonlyMap<string, CitationField>
  /** What the paper's facts and further sources are taken from. */
  register: Register
  /** The paper's date: its facts are as they were then. */
  asOf: When
  /** Whether anything of the paper was taken from it; the sources that the paper names, and the facts of its series. */
  used: {register: boolean; sources: Set<string>; series: Set<string>}
  /** Facts as they are met. */
  facts: FactUse[]
  /** Sources as they are called, by id. */
  cited: {id: string; place: Place}[]
  /** Calls of notes that facts made, and no author placed. */
  factCalls: WeakSet<Inline>
  headings: ReadonlyMap<Heading, string>
  /** What a link within the paper may lead to, by address: words of headings, numbers of what an author named by an id. */
  addresses: ReadonlyMap<string, string>
  /** In a template: addresses of headings as they are typed, and those that they have in this paper. */
  samples: ReadonlyMap<string, string>
  /** Pictures that could be had, by path as typed. */
  pictures: ReadonlyMap<string, Picture>
  /** How States are shown that are, by code of two letters. */
  places: ReadonlyMap<string, ShownPlace>
  /** What the brand shows of its blocks. */
  layout: BrandLayout
  papers(name: string): OtherPaper | undefined
  paperPaths: readonly string[]
  /** Notes by the key of what they say, numbered in order of first call. */
  notes: Map<string, Note>
  /** Last number given out, by series. */
  ordinals: Map<string, number>
  /** In a table that is drawn: numbers of notes that its facts call, to stand under the whole. */
  gridCalls?: Set<number>
  /** The words being composed stand in a note already. */
  inNote?: true
  report(...diagnostics: Diagnostic[]): void
}

type Positioned = Pick<Node, 'position'>

/** The place of a node in its file. */
export function placeOf(source: Source, {position}: Positioned): Place {
  const start = position?.start.offset
  return start === undefined ? {path: source.path} : placeAt(source, start, position?.end.offset ?? start)
}

/** The place of some words within a node, such as the address of a link; the node's where they are not found. */
export function placeOfWords(source: Source, node: Positioned, words: string): Place {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  const at = start === undefined || words === '' ? -1 : source.text.slice(start, end).lastIndexOf(words)
  return start === undefined || at < 0 ? placeOf(source, node) : placeAt(source, start + at, start + at + words.length)
}
