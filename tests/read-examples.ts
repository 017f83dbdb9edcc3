import {remark} from 'remark'
import {toString as wordsOf} from 'mdast-util-to-string'
import {readBriefing} from '../src/briefing/index.js'
import type {Outcome} from '../src/diagnostic.js'
import type {Briefing} from '../src/briefing/index.js'
import {told} from './told.js'

/** One case of an `examples.md`. */
export interface Example {
  /** The heading it stands under. */
  name: string
  /** The briefing it is: with front matter of its own, or under one that is put above it. */
  text: string
  /** Lines of `text` that are not lines of the example; its places count its fence as line 1. */
  above: number
  /** The findings that must come back, one a line. */
  told: string[]
}

const FRONT = '---\nkind: fact-sheet\ntitle: An example\ndate: 2026-11-24\n---\n\n'

/** The cases of an `examples.md`: fences of `md`, and of each name that `isBlock` knows. Other fences are only read by people. */
export function casesOf(markdown: string, isBlock: (name: string) => boolean): Example[] {
  const {children} = remark().parse(markdown)
  let heading = ''
  return children.flatMap((node, index) => {
    if (node.type === 'heading') heading = wordsOf(node)
    if (node.type !== 'code' || (node.lang !== 'md' && !isBlock(node.lang ?? ''))) return []
    const next = children[index + 1]
    const expected = next?.type === 'blockquote' ? linesOfQuote(markdown.slice(next.position?.start.offset, next.position?.end.offset)) : []
    const whole = node.lang === 'md' && node.value.startsWith('---')
    const typed = node.lang === 'md' ? node.value : markdown.slice(node.position?.start.offset, node.position?.end.offset)
    const front = whole ? '' : FRONT
    const above = front.split('\n').length - 1 - (node.lang === 'md' ? 1 : 0)
    return [{name: heading, text: `${front}${typed}\n`, above, told: expected}]
  })
}

const linesOfQuote = (quote: string): string[] =>
  quote
    .split('\n')
    .map((line) => line.replace(/^> ?/, '').trim())
    .filter((line) => line !== '')

/** Reads a case, and tells what was found in lines that can stand under it. */
export function readExample({text, above}: Example): Outcome<Briefing> & {told: string[]} {
  const outcome = readBriefing({path: 'example.md', text})
  return {...outcome, told: outcome.diagnostics.map((found) => told(found, above))}
}
