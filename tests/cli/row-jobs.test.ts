import {readdir, readFile, truncate} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {openStore} from '../../src/cache/index.js'
import {rowJobs} from '../../src/cli/row-jobs.js'
import type {Source} from '../../src/source.js'
import {type Job, openMemory} from '../../src/press/index.js'
import {folderOf} from '../workspace/folder-of.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COUNTRY_PAPER = 'briefings/mine-ban/country-paper.md'

/** A template that asks for what its rows do not have, and knows better of one of them. */
const WRONG = `---
kind: fact-sheet
title: "[Poland](row:name)"
date: 2026-11-05
rows: {file: rows.csv, only: "status=open"}
output: "{iso}-{nowhere}"
---

In [Poland](row:nam) and [Poland](row:name) words stand.

<!-- demarche-ignore: rows/unknown-value, reason: "There will be some." -->

> [!ONLY status=never]
> This prints for nobody.
`

/** One whose text cannot be read to its end: it may ask for more. */
const BROKEN = WRONG.replace('> [!ONLY', '```note\nThis fence has no end.\n\n> [!ONLY').replace('"{iso}-{nowhere}"', '"{iso}-paper"')

const jobOf = (root: string, source: Source): Job => ({root, prefix: '', source, defaultBrand: 'house', audience: 'external', papers: []})

const workspace = () => folderOf({'briefings/rows.csv': 'iso,name,status\nPL,Poland,open\nEE,,open\nFI,Finland,closed\n'})

describe('what a template asks of its rows', () => {
  test.each([
    ['the country paper', async () => jobOf(ROOT, {path: COUNTRY_PAPER, text: await readFile(path.join(ROOT, COUNTRY_PAPER), 'utf8')}), 167, []],
    ['a template with mistakes', async () => jobOf(await workspace(), {path: 'briefings/paper.md', text: WRONG}), 0, ['rows/unknown-column', 'rows/unknown-column']],
    ['one that is broken', async () => jobOf(await workspace(), {path: 'briefings/paper.md', text: BROKEN}), 0, ['briefing/fence-end', 'rows/unknown-column']],
    ['one without its rows', async () => jobOf(await folderOf({}), {path: 'briefings/paper.md', text: BROKEN}), 0, ['briefing/fence-end', 'rows/no-file']],
  ])('of %s is kept, and makes the same list of papers and of mistakes', async (_, make, papers, rules) => {
    const job = await make()
    const cache = path.join(await folderOf({}), 'cache')
    const asRead = await rowJobs([job])
    expect(asRead.jobs).toHaveLength(papers)
    expect(asRead.diagnostics.map(({rule}) => rule)).toEqual(rules)
    for (let run = 0; run < 2; run++) expect(await rowJobs([job], {memory: openMemory(openStore(cache))})).toEqual(asRead)
    expect(await readdir(path.join(cache, 'templates'))).toHaveLength(1)
  })
  test('is read again where the text is another, and where what was kept is broken', async () => {
    const cache = path.join(await folderOf({}), 'cache')
    const reads: string[] = []
    const asked = (text: string) =>
      openMemory(openStore(cache)).templateAsks({path: 'briefings/paper.md', text}, (source) => {
        reads.push(source.text)
        return {columns: source.text.length}
      })
    expect(asked('one')).toEqual({columns: 3})
    expect(asked('one')).toEqual({columns: 3})
    expect(asked('other')).toEqual({columns: 5})
    expect(reads).toEqual(['one', 'other'])
    for (const name of await readdir(path.join(cache, 'templates'))) await truncate(path.join(cache, 'templates', name), 20)
    expect(asked('one')).toEqual({columns: 3})
    expect(reads).toEqual(['one', 'other', 'one'])
  })
})
