import type {CheckedPaper} from '../../src/check.js'
import {layoutEditions} from '../../src/print/index.js'
import {assetsOf, checked, front} from '../papers.js'
import {visibleInHtml, visibleOnPages} from './visible-words.js'

/** A text in Markdown, and how it is rendered by who wrote the rules. */
export interface Example {
  markdown: string
  html: string
}

/** Examples to a document: what a document costs is shared, and what does not come to rest is still found. */
const TOGETHER = 80

/**
 * Lays out examples, each as the body of a fact sheet. What was refused, and what is seen on paper and not in the reference
 * or the other way round, is told by the example's number.
 */
export async function differences(examples: readonly Example[]): Promise<string[]> {
  const told: string[] = []
  for (let from = 0; from < examples.length; from += TOGETHER) {
    const papers: {number: number; html: string; paper: CheckedPaper}[] = []
    for (const [at, {markdown, html}] of examples.slice(from, from + TOGETHER).entries()) {
      const number = from + at + 1
      const {value, diagnostics} = await checked(front() + markdown, `examples/${number}.md`)
      if (value) papers.push({number, html, paper: value})
      else told.push(`${number} refused: ${diagnostics.filter(({severity}) => severity === 'error').map(({rule}) => rule).join(', ')}`)
    }
    const {value, diagnostics} = await layoutEditions(papers.map(({paper}) => paper.edition), assetsOf(papers.map(({paper}) => paper)))
    for (const {number, html, paper} of papers) {
      const found = diagnostics.filter(({place}) => place.path === paper.edition.path)
      if (found.length > 0) told.push(`${number} refused: ${[...new Set(found.map(({rule}) => rule))].join(', ')}`)
      const seen = visibleOnPages(value?.pages.filter(({edition}) => edition === paper.edition.key) ?? [])
      const expected = visibleInHtml(html)
      if (JSON.stringify(seen) !== JSON.stringify(expected)) told.push(`${number}: ${JSON.stringify(expected)} is ${JSON.stringify(seen)}`)
    }
  }
  return told.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
}
