import type {Code, Html} from 'mdast'
import {visit} from 'unist-util-visit'
import {Parser} from 'yaml'
import {blockNamed} from '../blocks/index.js'
import {type Excerpt, excerptOfLines, fileOffset} from '../shapes/index.js'
import type {Source} from '../source.js'
import {drawsSomething} from './comments.js'
import {splitFrontMatter} from './front-matter.js'
import {parsePaper} from './markdown.js'

/** A stretch of a file, in UTF-16 units. */
export interface Stretch {
  start: number
  end: number
}

/**
 * Every comment of a briefing that is nobody's business but its author's: of Markdown, of the front matter, of fences. Not
 * among them are the comments that are part of the paper, such as `chart:`.
 */
export function commentsIn(source: Source): Stretch[] {
  const split = splitFrontMatter(source).value
  if (!split) return []
  const found = yamlComments(split.yaml)
  visit(parsePaper(source.text, split.bodyStart), (node) => {
    if (node.type === 'html') found.push(...htmlComments(node, source))
    if (node.type === 'code' && isRecord(node)) found.push(...fenceComments(node, source))
  })
  return found.sort((a, b) => a.start - b.start)
}

/** One without a word keeps two lists apart, and tells nothing. */
const COMMENT = /<!--(?!\s*-->)[\s\S]*?-->/g

function htmlComments({position}: Html, {text}: Source): Stretch[] {
  const [from = 0, to] = [position?.start.offset, position?.end.offset]
  const typed = text.slice(from, to)
  return [...typed.matchAll(COMMENT)].flatMap(({0: comment, index}) =>
    drawsSomething(comment) ? [] : [{start: from + index, end: from + index + comment.length}],
  )
}

const isRecord = ({lang, position}: Code): boolean => position !== undefined && blockNamed(lang ?? '')?.form === 'record'

/** In a fence stand comments of YAML, and within its words comments of Markdown. */
function fenceComments(node: Code, source: Source): Stretch[] {
  const excerpt = excerptOfLines(source, node.value, (node.position?.start.line ?? 1) + 1)
  const inWords = [...excerpt.text.matchAll(COMMENT)].map(({0: comment, index}) => stretchOf(excerpt, index, index + comment.length))
  return [...yamlComments(excerpt), ...inWords]
}

function yamlComments(excerpt: Excerpt): Stretch[] {
  const found: Stretch[] = []
  const meet = (token: unknown): void => {
    if (typeof token !== 'object' || token === null) return
    if (isComment(token)) found.push(stretchOf(excerpt, token.offset, token.offset + token.source.length))
    else for (const part of Object.values(token)) meet(part)
  }
  for (const token of new Parser().parse(excerpt.text)) meet(token)
  return found
}

const isComment = (token: object): token is {offset: number; source: string} =>
  'type' in token && token.type === 'comment' && 'offset' in token && 'source' in token && typeof token.source === 'string'

const stretchOf = (excerpt: Excerpt, start: number, end: number): Stretch => ({
  start: fileOffset(excerpt, start),
  end: fileOffset(excerpt, Math.max(start, end - 1)) + 1,
})
