import {describe, expect, test} from 'vitest'
// @ts-expect-error A script of the benchmark, without types.
import {asAsciidoc} from './formats/asciidoc.mjs'
// @ts-expect-error A script of the benchmark, without types.
import {asMarkdown} from './formats/demarche.mjs'
// @ts-expect-error A script of the benchmark, without types.
import {asHtml} from './formats/html.mjs'
// @ts-expect-error A script of the benchmark, without types.
import {asTypst} from './formats/typst.mjs'
// @ts-expect-error A script of the benchmark, without types.
import {makePaper, makeRows, withRow, wordsOf} from './paper.mjs'

const [row] = makeRows(1)
const paper = withRow(makePaper(), row)

/** All words of a source, in order, once what its format adds is taken out. */
const said = (source: string, ...added: RegExp[]): string[] => added.reduce((text, one) => text.replace(one, ' '), source).match(/[\w,]*\w/g) ?? []
/** Alternative text stands elsewhere in each format, and twice in some. */
const inAnyOrder = (words: readonly string[]): string[] => [...words].sort()

const SOURCES: Record<string, string[]> = {
  Markdown: said(asMarkdown(paper), /^kind:.*$/m, /^(?:date|budget):.*$/gm, /^(?:title|subtitle):/gm, /```key-figures/, /^(?:- value| {2}label):/gm, /<!-- (?:table: plain, caption|chart: column, title):/g, /", (?:unit|alt):/g, /^\| Year \| People \|$/m),
  Typst: said(asTypst(paper), /^#import.*$/m, /#show: paper\.with\(title:/, /, subtitle:/, /#(?:tiles|rows|bars)\(/g, /\b(?:caption|head|title|unit|alt): /g),
  HTML: said(asHtml(paper).replace(/<svg[^>]*aria-label="([^"]*)">/, ' $1 '), /<title>.*<\/title>/, /<[^>]*>/g),
  AsciiDoc: said(asAsciidoc(paper).text, /^:.*$/gm, /\[(?:cols|\.big).*?\]/g, /image::chart\.svg/).concat(said(asAsciidoc(paper).chart.replace(/<[^>]*>/g, ' '))),
}

describe('the sources of the benchmark', () => {
  test('the paper has some 715 words', () => {
    expect(Math.abs(wordsOf(paper).length - 715)).toBeLessThan(25)
  })

  test.each(Object.keys(SOURCES))('%s says the words of the paper, each as often, and no others', (name) => {
    expect(inAnyOrder(SOURCES[name] ?? [])).toEqual(inAnyOrder(wordsOf(paper)))
  })
})
