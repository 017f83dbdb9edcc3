import type {Html, Image, ImageReference, Link, PhrasingContent, Text} from 'mdast'
import {error, warning} from '../diagnostic.js'
import {columnOf} from '../rows/index.js'
import {closest} from '../shapes/index.js'
import {isOurComment} from './comments.js'
import {troubleOfLink} from './links.js'
import {isClosingTag, readTag} from './raw-html.js'
import {placeOf, placeOfWords, type Reading, typed} from './reading.js'
import {notATemplate} from './unfilled.js'

/** Words as they will print: HTML becomes its words, links that lead nowhere become theirs, what is not right is told. */
export function readInline(children: readonly PhrasingContent[], reading: Reading): PhrasingContent[] {
  const read: PhrasingContent[] = []
  let silent: RegExp | undefined
  let commented = false
  for (const node of children) {
    if (silent) {
      if (node.type === 'html' && silent.test(node.value)) silent = undefined
      continue
    }
    if (node.type === 'html') {
      const tag = readHtml(node, reading)
      if (tag.does === 'silence') silent = tag.until
      if (tag.does === 'nothing' && node.value.startsWith('<!--')) commented = true
      if (tag.does === 'break') {
        const above = read.at(-1)
        if (above?.type === 'text') above.value = above.value.replace(/[ \t\r\n]+$/, '')
        read.push({type: 'break', ...(node.position ? {position: node.position} : {})})
      }
      continue
    }
    if ('children' in node) node.children = readInline(node.children, reading) as typeof node.children
    if (node.type === 'text') {
      // A line neither begins nor ends with a space, as around a break of Markdown's own.
      if (read.at(-1)?.type === 'break') node.value = node.value.replace(/^[ \t\r\n]+/, '')
      if (node.value === '') continue
      readText(node, reading)
    }
    const above = read.at(-1)
    const joins = commented && node.type === 'text' && above?.type === 'text'
    commented = false
    if (joins) {
      read[read.length - 1] = joined(above, node)
      continue
    }
    if (node.type === 'link' && !staysLink(node, reading)) read.push(...node.children)
    else if (node.type === 'linkReference' && reading.leadNowhere.has(node.identifier)) read.push(...node.children)
    else read.push(node)
    if (node.type === 'image' || node.type === 'imageReference') readImage(node, reading)
  }
  const last = read.at(-1)
  if (commented && last?.type === 'text') read[read.length - 1] = {...last, value: last.value.trimEnd()}
  return read
}

/** A comment between words leaves no trace: the paper is the one that it would be without it. */
function joined(above: Text, below: Text): Text {
  const value = `${above.value}${below.value}`.replace(/[ \t]+\n/g, '\n')
  const [start, end] = [above.position?.start, below.position?.end]
  return {type: 'text', value, ...(start && end ? {position: {start, end}} : {})}
}

/** Where an image may lie is for who opens it to say; a scheme that is refused, and an image nobody can describe, are told here. */
function readImage(node: Image | ImageReference, reading: Reading): void {
  const trouble = node.type === 'image' ? troubleOfLink(node.url, placeOfWords(reading.source, node, node.url)) : undefined
  if (trouble?.severity === 'error') reading.report(trouble)
  if (/\]\(<?row:/.test(typed(reading.source, node).slice(2)) || columnOf(node.type === 'image' ? node.url : '') !== undefined) {
    const hint = 'Write it as a fence: `figure`, with `image: row:map` and `alt: "A map of [Poland](row:name)"`'
    reading.report(error('rows/image', placeOf(reading.source, node), 'An image in the text takes nothing from a row: every paper would show the sample', hint))
  }
  // With a caption it is a figure, which is told that it needs words.
  if (node.alt?.trim() || ('title' in node && node.title?.trim())) return
  const hint = 'Say what it shows between the brackets: `![What it shows](...)`'
  reading.report(warning('briefing/no-alt', placeOf(reading.source, node), 'This image has no words for who cannot see it', hint))
}

function readHtml(node: Html, reading: Reading) {
  const place = placeOf(reading.source, node)
  if (node.value.startsWith('<!--')) {
    if (isOurComment(node.value)) {
      const message = 'A comment that says something to the printer stands alone in its line'
      reading.report(error('briefing/comment-in-text', place, message, 'Give it a line of its own'))
    }
    return {does: 'nothing'} as const
  }
  if (!isClosingTag(node.value)) reading.report(rawHtml(node, reading))
  return readTag(node.value)
}

/** HTML on paper: only its words. */
export const rawHtml = (node: Html, {source}: Reading) =>
  warning('briefing/html', placeOf(source, node), 'HTML does not print, only its words do', 'Write it in Markdown')

/** Whether a link stays one; a link that leads nowhere leaves its words. */
function staysLink(node: Link, reading: Reading): boolean {
  const source = typed(reading.source, node)
  const trouble = troubleOfLink(node.url, placeOfWords(reading.source, node, node.url), source.startsWith('<'))
  if (trouble) reading.report(trouble)
  const column = trouble ? undefined : columnOf(node.url)
  return trouble === undefined && (column === undefined || staysRowLink(node, column, reading))
}

/** A link to a column: its words are the sample that is read in the template. */
function staysRowLink(node: Link, column: string, reading: Reading): boolean {
  const place = placeOf(reading.source, node)
  if (!reading.asks) {
    reading.report(notATemplate(place))
    return false
  }
  reading.asks({names: [column], place})
  if (node.children.length > 0) return true
  reading.report(warning('rows/no-sample', place, 'This link has no sample: who reads the template sees a gap', `Write the value of one row between the brackets: \`[Poland](${node.url})\``))
  return true
}

/** Columns and files are called what others called them. */
const MAY_HAVE_SPACES = new Set(['row', 'doc'])

/** What still looks like Markdown in plain words was meant as such. */
function readText(node: Text, reading: Reading): void {
  const source = typed(reading.source, node)
  const meant = (words: string): boolean => node.value.includes(words) && source.includes(words) && !source.includes(`\\${words}`)
  const at = (words: string) => placeOfWords(reading.source, node, words)
  for (const [words, label = ''] of node.value.matchAll(/\[\^([^\]\s]{1,100})\]/g)) {
    if (!meant(words)) continue
    const near = closest(label, [...reading.labels].filter((name) => name.startsWith('^')).map((name) => name.slice(1).toLowerCase()))
    const hint = near ? `Did you mean \`[^${near}]\`?` : `Add a line \`[^${label}]: ...\` at the end of the paper`
    reading.report(error('briefing/unknown-note', at(words), `\`${words}\` calls a note that is nowhere in the paper`, hint))
  }
  for (const {0: words, 1: scheme = '', index} of node.value.matchAll(/\]\((fact|src|row|doc|lang):/g)) {
    if (!meant(words)) continue
    const [, spaced] = MAY_HAVE_SPACES.has(scheme) ? (/^([^()<>\n]{1,100})\)/.exec(node.value.slice(index + words.length)) ?? []) : []
    const hint = spaced === undefined ? `Write its target without spaces: \`[words](${scheme}:name)\`` : `A target with spaces stands between \`<\` and \`>\`: \`[words](<${scheme}:${spaced}>)\``
    reading.report(error('briefing/broken-link', at(words), `This \`${scheme}:\` link is not read as one`, hint))
  }
  if (meant('<!--') && !node.value.slice(node.value.indexOf('<!--')).includes('-->')) {
    reading.report(error('briefing/comment-end', at('<!--'), 'This comment is never closed, and would print', 'End it with `-->`'))
  }
}
