import type {Blockquote, Code, FootnoteDefinition, Html, List, ListItem, Paragraph, Root, RootContent} from 'mdast'
import {blockNamed} from '../blocks/index.js'
import {type Diagnostic, error, type Place, warning} from '../diagnostic.js'
import type {Source} from '../source.js'
import {type Ahead, cover, heed, tellUnheeded} from './ahead.js'
import type {Briefing} from './briefing.js'
import {findTooMuch} from './caps.js'
import {readComment} from './comments.js'
import {type Definitions, findDefinitions, findDoubled} from './definitions.js'
import {readFence} from './fences.js'
import {settleHeadings} from './headings.js'
import {rawHtml, readInline} from './inline.js'
import {parsePaper} from './markdown.js'
import {loneImage, readImage} from './native-image.js'
import {markSection} from './parts.js'
import {hiddenTag, readQuote, strayTag} from './quotes.js'
import {isClosingTag, wordsOfHtml} from './raw-html.js'
import {placeOf, placeOfWords, type Reading, typed} from './reading.js'
import {readPlainTable, readTable} from './tables.js'
import {tooMany} from './too-many.js'
import {findUncalled} from './uncalled.js'

type Body = Pick<Briefing, 'body' | 'ignored'> & {diagnostics: Diagnostic[]}

/** What holds paragraphs and blocks. */
type Holder = Root | Blockquote | List | ListItem | FootnoteDefinition

/** What stands around a node and decides what it means. */
interface Around {
  parent: Holder
  /** What stands directly above it, as it was read. */
  above: RootContent | undefined
  ahead: Ahead
}

/** What the walk over the body carries along. */
interface Walk extends Reading {
  links: Definitions['links']
  /** Blocks of which a paper may hold only so many, as they are met. */
  met: Map<string, Place[]>
  ignored: Briefing['ignored']
}

/** Reads the Markdown below the front matter: what is wrong is told, and left out of the tree. */
export function readBody(source: Source, bodyStart: number, {asks}: Pick<Reading, 'asks'> = {}): Body {
  const diagnostics: Diagnostic[] = []
  const report = (...found: Diagnostic[]) => void diagnostics.push(...found)
  const body: Root = parsePaper(source.text, bodyStart)
  const tooMuch = findTooMuch(body, source)
  if (tooMuch) return {body: {type: 'root', children: []}, ignored: [], diagnostics: [tooMuch]}
  const definitions = findDefinitions(body, source, report)
  if (!asks) diagnostics.push(...findDoubled(body, source))
  diagnostics.push(...settleHeadings(body, source))
  const walk: Walk = {source, ...definitions, met: new Map(), ignored: [], report, ...(asks ? {asks} : {})}
  readChildren(body, walk)
  diagnostics.push(...findUncalled(body, definitions.notes, source, diagnostics))
  return {body, ignored: walk.ignored, diagnostics}
}

/** Reads what a node holds, in order: what stands above decides what some of it means. */
function readChildren(parent: Holder, walk: Walk): void {
  const read: RootContent[] = []
  let above: RootContent | undefined
  let ahead: Ahead = {ignores: []}
  for (const node of parent.children) {
    if (node.type === 'html' && node.value.trimStart().startsWith('<!--')) {
      const comment = readComment(node, walk)
      if (comment.says === 'nothing') read.push(...wordsOf(node, walk))
      else ahead = heed(comment, ahead, walk)
      continue
    }
    walk.ignored.push(...cover(node, ahead, walk.source))
    const found = readNode(node, {parent, above, ahead}, walk)
    tellUnheeded(ahead, node, walk)
    if (isAnswer(found[0]) && above?.type === 'blockquote') read.splice(read.lastIndexOf(above), 1)
    if (found[0] && node.type === 'paragraph') tellPublic(node, above, walk)
    read.push(...found)
    above = found.at(-1)
    ahead = {ignores: []}
  }
  tellUnheeded(ahead, undefined, walk)
  parent.children = read
}

/** One node as what it is; nothing where it could not be read. */
function readNode(node: RootContent, {parent, above, ahead}: Around, walk: Walk): RootContent[] {
  switch (node.type) {
    case 'html':
      return wordsOf(node, walk)
    case 'code':
      return isIndented(node, walk) && tellHidden(node, walk) ? [] : met(readFence(node, walk), walk)
    case 'table':
      return met(ahead.table ? readTable(node, ahead.table.spec, ahead.table.options, walk) : readPlainTable(node, walk), walk)
    case 'blockquote':
      readChildren(node, walk)
      return met(readQuote(node, above, walk), walk)
    case 'paragraph':
      return readParagraph(node, parent, walk)
    case 'heading':
      node.children = readInline(node.children, walk)
      if (ahead.section) walk.report(...markSection(node, ahead.section.part))
      return [node]
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
      readChildren(node, walk)
      return [node]
    default:
      return [node]
  }
}

function readParagraph(node: Paragraph, parent: Holder, walk: Walk): RootContent[] {
  const stray = parent.type === 'blockquote' ? undefined : strayTag(node, walk)
  if (stray) {
    walk.report(stray)
    return []
  }
  node.children = readInline(node.children, walk)
  const image = loneImage(node, walk.links)
  if (image) return met(readImage(image, walk.links, walk), walk)
  return node.children.length > 0 ? [node] : []
}

/** HTML prints as its words, a paragraph of them. */
function wordsOf(node: Html, walk: Walk): RootContent[] {
  if (tellHidden(node, walk)) return []
  if (/\]\(<?row:/.test(node.value)) {
    const hint = 'Put it below the HTML, after an empty line'
    walk.report(error('briefing/broken-link', placeOfWords(walk.source, node, '](row:'), 'This `row:` link stands in HTML, and is not read as one', hint))
  }
  const lines = wordsOfHtml(node.value)
  const comment = /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)
  // A closing tag was told with the tag it closes.
  const closing = lines.length === 0 && isClosingTag(node.value.trim())
  if (!comment && !closing) walk.report(rawHtml(node, walk))
  if (lines.length === 0 || !node.position) return []
  const {position} = node
  const children = lines.flatMap((value, index) => {
    const text = {type: 'text' as const, value, position}
    return index > 0 ? [{type: 'break' as const, position}, text] : [text]
  })
  return [{type: 'paragraph', children, position}]
}

/** Code that is indented, and no fence. */
const isIndented = (node: Code, {source}: Walk): boolean => !/^[`~]/.test(typed(source, node))

/** A passage for our own people that stands in HTML, or too far in, would print for all. */
function tellHidden(node: Code | Html, {source, report}: Walk): boolean {
  const tag = hiddenTag(node.type === 'html' ? node.value.replace(/<!--[\s\S]*?-->/g, '') : node.value)
  if (tag === undefined) return false
  const [why, deed] =
    node.type === 'html'
      ? ['stands in HTML', 'Put it below the HTML, after an empty line']
      : ['stands four spaces in, as code does', 'Begin its lines with `>` at the start of the line']
  report(error('briefing/hidden-tag', placeOfWords(source, node, tag), `\`${tag}\` is not read as a tag here: it ${why}`, deed))
  return true
}

/** Counts the blocks of which a paper may hold only so many. */
function met<N extends RootContent>(node: N | undefined, walk: Walk): N[] {
  if (!node) return []
  const spec = node.type === 'block' ? blockNamed(node.name) : undefined
  // Of a template's passages each row has its own: what a paper holds is counted when it is filled in.
  if (spec?.atMost === undefined || walk.asks) return [node]
  const place = placeOf(walk.source, node)
  const [first = place, ...others] = walk.met.get(spec.name) ?? []
  walk.met.set(spec.name, [...(walk.met.get(spec.name) ?? []), place])
  if (others.length + 1 < spec.atMost || first === place) return [node]
  walk.report(tooMany(spec.name, spec.atMost, place, first))
  return []
}

const isAnswer = (node: RootContent | undefined): boolean => {
  const spec = node?.type === 'block' ? blockNamed(node.name) : undefined
  return spec?.form === 'quote' && spec.answers === true
}

/** A paragraph that follows a passage for our own people may have lost its `>`. */
function tellPublic(node: Paragraph, above: RootContent | undefined, {source, report}: Walk): void {
  const spec = above?.type === 'block' ? blockNamed(above.name) : undefined
  if (spec?.form !== 'quote' || spec.audience !== 'internal') return
  const message = 'This paragraph follows a passage for our own people and is public: it does not begin with `>`'
  const hint =
    'Begin its lines with `> ` and join them to the passage with a line of `>`; ' +
    'if it is public, put a heading or a `demarche-ignore` comment above it'
  report(warning('briefing/public-after-internal', placeOf(source, node), message, hint))
}
