import type {Blockquote, Paragraph, PhrasingContent, RootContent, Text} from 'mdast'
import {toString as wordsOf} from 'mdast-util-to-string'
import {blocks, type Quote, type QuoteSpec} from '../blocks/index.js'
import {type Diagnostic, error, hasErrors, type Place} from '../diagnostic.js'
import {closest} from '../shapes/index.js'
import {offsetOfLine, placeAt, pointAt} from '../source.js'
import {readConditions} from '../rows/index.js'
import {blockCalled} from './also-called.js'
import type {BlockNode, OnlyNode} from './briefing.js'
import {badCondition} from './conditions.js'
import {placeOf, placeOfWords, type Reading, typed} from './reading.js'
import {notATemplate} from './unfilled.js'

const TAG = /^\[!\s*(only\b[^\]\n]{0,400}?|[^\]\n]{0,40}?)\s*\]/i

const quoteSpecs = () => blocks.filter((block): block is QuoteSpec => block.form === 'quote')
const tagsOf = (spec: QuoteSpec): string[] => [spec.name, ...(spec.aliases ?? [])].map((name) => name.toUpperCase())
const tags = () => [...quoteSpecs().flatMap(tagsOf), ONLY]
/** A passage that prints for some rows of a template; conditions follow in its brackets. */
const ONLY = 'ONLY'
const isOnly = (tag: string): boolean => /^only(?![\w-])/i.test(tag)
const isTag = (tag: string): boolean => isOnly(tag) || specOf(tag) !== undefined
const specOf = (tag: string) => quoteSpecs().find((spec) => tagsOf(spec).includes(tag.toUpperCase()))

/** A quotation as its reader receives it. */
export const quoteOf = (node: Blockquote, {source}: Reading): Quote => ({children: node.children, place: placeOf(source, node)})

/**
 * Reads a quotation whose parts are read already: a block where it opens with a tag of ours, itself where it is plain,
 * nothing where its tag is wrong. `above` is what stands directly above it.
 */
export function readQuote(node: Blockquote, above: RootContent | undefined, reading: Reading): BlockNode | OnlyNode | Blockquote | undefined {
  const [first] = node.children
  const wrong = (what: string, at: Place, message: string, hint: string): undefined => {
    reading.report(error(`briefing/${what}`, at, message, hint))
  }
  const opening = first?.type === 'paragraph' ? openingOf(first, reading) : undefined
  const merged = laterTag(node, opening?.text, reading)
  if (merged) {
    const hint = `Leave an empty line, without \`>\`, above \`${merged.words}\``
    return wrong('merged-tags', merged.place, `\`${merged.words}\` opens a quotation of its own, and here it goes on with the one above`, hint)
  }
  const near = first?.type === 'paragraph' && !opening ? nearTag(first, reading) : undefined
  if (near) return wrong('unknown-tag', near.place, `\`${near.words}\` is not a tag, and would print as it is`, `Write \`[!${near.tag}]\``)
  if (!opening || first?.type !== 'paragraph') return node
  const {tag, place, words} = opening
  if (opening.dressed) {
    const hint = `Write \`> ${isOnly(tag) ? words : `[!${tag.toUpperCase()}]`}\` and nothing around it`
    return wrong('dressed-tag', place, `\`${words}\` stands in other signs and would print as it is`, hint)
  }
  const spec = specOf(tag)
  if (!isOnly(tag) && (!spec || /\s/.test(words))) {
    const meant = spec ? tag.toUpperCase() : (closest(tag, tags()) ?? blockCalled(tag, quoteSpecs().map(({name}) => name))?.toUpperCase() ?? (closest(tag.split(/\s/)[0] ?? '', [ONLY]) && `${ONLY} ...`))
    const all = tags().map((name) => `\`[!${name}]\``)
    return wrong('unknown-tag', place, `\`${words}\` is not a tag`, meant ? `Did you mean \`[!${meant}]\`?` : `Tags are ${all.join(', ')}`)
  }
  const rest = opening.text.value.slice(words.length)
  if (/^[^\S\n\r]*\S/.test(rest) || (rest.trim() === '' && !/[\n\r]/.test(rest) && isSameLine(first.children[1], opening.text))) {
    return wrong('text-beside-tag', place, `\`${words}\` must stand alone in its line`, 'Begin the text in the next line, after `> `')
  }
  takeTag(node, first, opening.text, words, reading)
  const [next] = node.children
  if (!next) return wrong('empty-quotation', place, `Nothing stands under \`${words}\``, 'Write its text in the next line, after `> `')
  // A comment may stand there, and is read already.
  const below = (place.start?.line ?? 0) + 1
  const line = reading.source.text.slice(offsetOfLine(reading.source, below), offsetOfLine(reading.source, below + 1))
  if ((next.position?.start.line ?? 0) > below && /^[\s>]*$/.test(line)) {
    return wrong('gap-after-tag', place, `An empty line follows \`${words}\`, which parts it from its text`, 'Delete the empty line')
  }
  if (!spec) return onlyOf(node, opening, reading)
  const answered = spec.answers && above?.type === 'blockquote' ? above : undefined
  if (spec.answers && !answered) {
    const hint = 'Put the argument above it, each line after `> `, and an empty line between the two'
    return wrong('answers-nothing', place, `\`${words}\` answers the plain quotation directly above it, and there is none`, hint)
  }
  return blockOf(node, spec, answered, reading)
}

/** The passage of a template that its tag's conditions keep or drop. */
function onlyOf({children, position}: Blockquote, {tag, words, place}: Opening, reading: Reading): OnlyNode | undefined {
  if (!reading.asks) {
    reading.report(notATemplate(place))
    return undefined
  }
  const typedText = tag.slice(ONLY.length)
  const {conditions, wrong} = readConditions(typedText)
  const from = (place.start?.offset ?? 0) + words.indexOf(tag) + ONLY.length
  if (wrong !== undefined) {
    reading.report(badCondition(typedText.trim() === '' ? place : placeAt(reading.source, from + wrong, from + typedText.length)))
    return undefined
  }
  for (const {column, values, start, end} of conditions) reading.asks({names: [column], values, place: placeAt(reading.source, from + start, from + end)})
  return {type: 'only', conditions, children, ...(position ? {position} : {})}
}

function blockOf(node: Blockquote, spec: QuoteSpec, answered: Blockquote | undefined, reading: Reading): BlockNode | undefined {
  const {source} = reading
  const quote = {...quoteOf(node, reading), ...(answered ? {answered: quoteOf(answered, reading)} : {})}
  // Spec readers see nodes of mdast, whose position is unist's.
  const {value, diagnostics} = spec.read(quote, (part) => placeOf(source, part as Pick<RootContent, 'position'>))
  reading.report(...diagnostics)
  const start = (answered ?? node).position?.start
  if (value === undefined || hasErrors(diagnostics) || !node.position || !start) return undefined
  return {type: 'block', name: spec.name, value, position: {start, end: node.position.end}}
}

interface Opening {
  tag: string
  /** The tag as typed, brackets included. */
  words: string
  place: Place
  text: Text
  /** It stands in emphasis or a link, which takes its meaning away. */
  dressed: boolean
}

/** The tag that a paragraph opens with. */
export function openingOf(paragraph: Paragraph, reading: Reading): Opening | undefined {
  const [first] = paragraph.children
  const dressed = first !== undefined && ['strong', 'emphasis', 'delete', 'link', 'linkReference'].includes(first.type)
  if (!first || (!dressed && first.type !== 'text')) return undefined
  const [, tag] = TAG.exec(wordsOf(first)) ?? []
  const words = TAG.exec(wordsOf(first))?.[0]
  if (tag === undefined || words === undefined || (!dressed && !typed(reading.source, first).startsWith('[!'))) return undefined
  if (dressed && !isTag(tag)) return undefined
  const text: Text = first.type === 'text' ? first : {type: 'text', value: wordsOf(first)}
  return {tag, words, place: placeOfWords(reading.source, first, words), text, dressed}
}

/** A first line that is a tag of ours but for its signs: `[INTERNAL]`, `(!ASK)`, `NOTE:`. */
function nearTag(paragraph: Paragraph, {source}: Reading): {tag: string; words: string; place: Place} | undefined {
  const words = (typed(source, paragraph).split(/[\n\r]/)[0] ?? '').trim()
  const [, open = '', word = ''] = /^([[({<!\\]*)\s*([A-Za-z]{3,})\s*[\])}>!:.]*$/.exec(words) ?? []
  // What was meant to print for some rows must not print for all.
  if (/^\[\s*ONLY\s+\S/.test(words)) return {tag: `${ONLY} ...`, words, place: placeOfWords(source, paragraph, words)}
  // Without a bracket, only capitals tell a tag from a word; with a backslash, text is meant.
  if (!specOf(word) || open.includes('\\') || (open === '' && word !== word.toUpperCase())) return undefined
  return {tag: word.toUpperCase(), words, place: placeOfWords(source, paragraph, words)}
}

/** Lines that a code host shows as a tagged quotation and Markdown does not, because they stand in HTML or too far in. */
export function hiddenTag(text: string): string | undefined {
  return [...text.matchAll(/^[ \t]*>[ \t]*(\[!([A-Za-z-]+)(?: [^\]\n]*)?\])/gm)].find(([, , tag = '']) => isTag(tag))?.[1]
}

/** A tag of ours that opens a paragraph instead of a quotation: its `>` was forgotten. */
export function strayTag(paragraph: Paragraph, reading: Reading): Diagnostic | undefined {
  const {position} = paragraph
  const opening = openingOf(paragraph, reading)
  if (!opening || !position || !isTag(opening.tag)) return undefined
  const message = `\`${opening.words}\` opens a quotation, and this line does not begin with \`>\``
  return error('briefing/tag-without-quotation', opening.place, message, `Write \`> ${opening.words}\`, and \`> \` before each line below it`)
}

/** A tag of ours that begins a later line of the quotation: two of them without an empty line between. */
function laterTag(node: Blockquote, opening: Text | undefined, reading: Reading) {
  for (const paragraph of node.children) {
    if (paragraph.type !== 'paragraph') continue
    for (const [index, child] of paragraph.children.entries()) {
      if (child.type !== 'text') continue
      for (const {1: start, 2: words = '', 3: tag = ''} of child.value.matchAll(/(^|[\n\r])(\[!([A-Za-z-]+)(?: [^\]\n]*)?\])[ \t]*(?=[\n\r]|$)/g)) {
        const first = start === '' && (child === opening || index > 0)
        if (!first && isTag(tag)) {
          const from = (child.position?.start.offset ?? 0) + (child === opening ? words.length : 0)
          const at = reading.source.text.indexOf(words, child === opening && start !== '' ? from : child.position?.start.offset)
          if (reading.source.text[at - 1] === '\\') continue
          return {words, place: at < 0 ? placeOf(reading.source, child) : placeAt(reading.source, at, at + words.length)}
        }
      }
    }
  }
  return undefined
}

const isSameLine = (node: PhrasingContent | undefined, text: Text): boolean =>
  node !== undefined && node.type !== 'break' && node.position?.start.line === text.position?.end.line

/** Takes the tag and its line end off the quotation's first paragraph. */
function takeTag(node: Blockquote, paragraph: Paragraph, text: Text, words: string, {source}: Reading): void {
  const left = text.value.slice(words.length)
  const value = left.replace(/^\s*/, '')
  const children = paragraph.children.slice(1)
  if (value === '' && children[0]?.type === 'break') children.shift()
  if (value !== '') {
    const end = text.position?.end ?? pointAt(source, 0)
    const begin = (text.position?.start.offset ?? 0) + words.length
    const at = source.text.indexOf(value.split(/[\n\r]/)[0] ?? '', begin)
    children.unshift({type: 'text', value, position: {start: pointAt(source, at < 0 ? begin : at), end}})
  }
  const start = children[0]?.position?.start
  node.children =
    children.length === 0
      ? node.children.slice(1)
      : [{...paragraph, children, ...(start && paragraph.position ? {position: {...paragraph.position, start}} : {})}, ...node.children.slice(1)]
}
