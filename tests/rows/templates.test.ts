import {readFileSync, writeFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import type {Diagnostic, Place} from '../../src/diagnostic.js'
import {outline} from '../edition/outline.js'
import {told} from '../told.js'
import {printRows, TEMPLATE} from './print-rows.js'

/**
 * Every case of `templates.txt`: a template, its files after `++++++++ name`, and what comes of it after `--------`: what is wrong with the
 * rows, then each row's paper. With UPDATE=1 that is written anew: read the diff.
 */
const file = new URL('templates.txt', import.meta.url)
const [head = '', ...chunks] = readFileSync(file, 'utf8').split(/^={8} /m)
const cases = chunks.map((chunk) => {
  const [, name = '', typed = '', expected = ''] = /^([^\n]*)\n([\s\S]*?)^-{8}\n([\s\S]*)$/m.exec(chunk) ?? []
  return {name, typed, expected: expected.trim()}
})

const FRONT = ['---', 'kind: fact-sheet', 'title: T', 'date: 2026-11-24', 'rows: rows.csv', '---', ''].join('\n')

async function outcome(typed: string): Promise<string> {
  const [body = '', ...parts] = typed.split(/^\+{8} /m)
  const files = Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]))
  const above = body.startsWith('---') ? '' : FRONT
  const {rows, found} = await printRows(above + body, files)
  const shown = (one: Diagnostic) => line(one, above.split('\n').length - 1)
  return [...found.map(shown), ...rows.map(({key, output, paper, diagnostics}) => block(key, output, [...diagnostics.filter(isOfRows).map(shown), ...(paper ? papers(paper.edition) : [])]))].join('\n').trim()
}

const papers = (edition: Parameters<typeof outline>[0] & {meta: {title: string; symbol?: string; keywords: string[]}}): string[] => {
  const {title, symbol, keywords} = edition.meta
  const meta = [...(title === 'T' ? [] : [`title: ${title.replaceAll('\u00a0', '~')}`]), ...(symbol ? [`symbol: ${symbol}`] : []), ...(keywords.length > 0 ? [`keywords: ${keywords.join(', ')}`] : [])]
  return [...meta, ...outline(edition).split('\n')]
}

const block = (key: string, output: string, lines: readonly string[]): string => [`${key} (${output})`, ...lines.map((one) => `  ${one}`.trimEnd())].join('\n')

/** A short paper has none of what its kind expects. */
const isOfRows = ({rule}: Diagnostic): boolean => rule !== 'fact-sheet/missing-part'

function line(found: Diagnostic, above: number): string {
  const at = (place: Place) => (place.path === TEMPLATE ? '' : `${place.path} `)
  const related = (found.related ?? []).map(({message, place}) => ` [${message}: ${place.path === TEMPLATE ? '' : place.path.split('/').at(-1)}:${place.start?.line ?? ''}]`)
  return `${at(found.place)}${told(found, found.place.path === TEMPLATE ? above : 0)}${related.join('')}${found.hint ? ` | ${found.hint}` : ''}`
}

describe('templates', () => {
  it('have cases, each with a name of its own', () => {
    expect(new Set(cases.map(({name}) => name)).size).toBe(cases.length)
    expect(cases.length).toBeGreaterThan(30)
  })
  it('are written anew where that is asked for', async () => {
    const fresh = await Promise.all(cases.map(async ({name, typed}) => `======== ${name}\n${typed}--------\n${await outcome(typed)}\n\n`))
    if (process.env.UPDATE) writeFileSync(file, head + fresh.join(''))
    expect(fresh.length).toBe(cases.length)
  })
  it.each(cases)('$name', async ({typed, expected}) => {
    const now = await outcome(typed)
    expect(now).toBe(process.env.UPDATE ? now : expected)
  })
})
