import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {hasErrors} from '../../src/diagnostic.js'
import {type PrintedRow, printRows} from './print-rows.js'

/** Everywhere that a value can stand. */
const TEMPLATE = `---
kind: fact-sheet
title: "[Poland](row:name) and mines"
subtitle: "Of [Poland](row:name)"
symbol: "M/[PL](row:name)"
keywords: [row:name, "[a](row:name) b"]
date: 2026-11-24
budget: none
rows: rows.json
---

## Where [Poland](row:name) stands

[Poland](row:name), **[Poland](row:name)**, [\`x\`](row:name) and[Poland](row:name)so on.

- [Poland](row:name)

| A | B |
| --- | --- |
| [Poland](row:name) | x |

> [Poland](row:name)

> [!NOTE]
> [Poland](row:name) of note.[^1]

> [!ASK]
> 1. **[Poland](row:name):** Stay.

> [!ONLY name]
> > [!ONLY name name]
> > [Poland](row:name)

\`\`\`key-figures
- value: 1
  unit: "[Poland](row:name)"
  label: row:name
- value: 2
  label: "So *[Poland](row:name)* says[^1]"
\`\`\`

[^1]: A note of [Poland](row:name).
`

/** Signs that mean something to Markdown, YAML, our links and our tags, and what is around them. */
const pieces = fc.constantFrom(
  '*', '_', '`', '~~', '[', ']', '(', ')', '<', '>', '|', '#', '-', '+', '!', '&', ';', '\\', '"', "'", ':', '{', '}', '%', '@', '^', '$', '---', '```', '<!--', '-->', '<script>', '&amp;', '&#x2a;',
  '[^1]', '[!INTERNAL]', '](row:name)', '[x](row:name)', 'row:name', 'row', '[x](fact:y)', '[x](src:y)', '[x](doc:y)', '[x](javascript:a)', 'https://example.org/', 'www.example.org', 'a@b.example',
  ' ', ' ', 'Poland', 'é', 'ж', '1', '2026-02-20', '“', '\u00a0', '\u200b', '1.', '> ', '# ', '{iso2}', '__proto__', 'constructor',
)
/** A keyword has no more than 100 characters, and some of them stand beside the cell. */
const LONGEST = 90
const cell = fc.array(pieces, {minLength: 1, maxLength: 12}).map((parts) => parts.join('')).filter((text) => text.trim() !== '' && text.length <= LONGEST)

const print = async (values: readonly string[]): Promise<PrintedRow[]> => {
  const {rows, found} = await printRows(TEMPLATE, {'rows.json': JSON.stringify(values.map((name, at) => ({key: `r${at}`, name})))})
  expect(found).toEqual([])
  return rows
}

/** What a paper is built of, every word of it left out. */
function bones(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bones)
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? '' : value
  return Object.fromEntries(Object.entries(value).flatMap(([key, child]) => (['place', 'id'].includes(key) ? [] : [[key, key === 'type' || key === 'name' ? child : bones(child)]])))
}

const textsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('type' in value && (value.type === 'text' || value.type === 'code') && 'value' in value) return [String(value.value)]
  return Object.entries(value).flatMap(([key, child]) => (key === 'place' ? [] : textsIn(child)))
}

/** Marks are set finely and spaces bound: neither changes what a cell says. */
const plain = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0\u202f]+/g, ' ').replace(/[“”„«»"]/g, '"').replace(/[‘’‚']/g, "'").trim()

describe('a cell', () => {
  it('changes nothing of a paper but its words, whatever signs it holds', async () => {
    const [usual] = await print(['Poland'])
    expect(usual?.paper).toBeDefined()
    const {body, notes, facts} = usual?.paper?.edition ?? {}
    await fc.assert(
      fc.asyncProperty(fc.array(cell, {minLength: 8, maxLength: 8}), async (values) => {
        const rows = await print(values)
        for (const [at, row] of rows.entries()) {
          expect(row.diagnostics.filter((one) => hasErrors([one])), values[at]).toEqual([])
          const edition = row.paper?.edition
          expect(bones({body: edition?.body, notes: edition?.notes}), values[at]).toEqual(bones({body, notes}))
          expect(edition?.facts).toEqual(facts)
        }
      }),
      {numRuns: 25},
    )
  })
  it('prints as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell.filter((text) => !/^\s*\d{4}-\d{2}-\d{2}\s*$/.test(text) && text.trim() !== 'x'), {minLength: 4, maxLength: 4}), async (values) => {
        for (const [at, row] of (await print(values)).entries()) {
          const texts = textsIn(row.paper?.edition.body).map(plain)
          const value = plain(values[at] ?? '')
          expect(texts.filter((text) => text === value).length, values[at]).toBeGreaterThanOrEqual(5)
          expect(plain(row.paper?.edition.meta.title ?? ''), values[at]).toBe(plain(`${values[at]?.trim()} and mines`))
        }
      }),
      {numRuns: 15},
    )
  })
})
