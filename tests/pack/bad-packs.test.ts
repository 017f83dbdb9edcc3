import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {Diagnostic} from '../../src/diagnostic.js'
import {workspaceFiles} from '../../src/files.js'
import {readPack} from '../../src/pack/index.js'
import {toldWithHint} from '../told.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {foreignPdf} from './foreign-pdf.js'

/** `==== case`, the pack as typed, `----`, what is told. With UPDATE=1 the latter is written anew: read the diff. */
const file = fileURLToPath(new URL('bad-packs.txt', import.meta.url))
const cases = readFileSync(file, 'utf8')
  .split(/^==== /m)
  .slice(1)
  .map((text) => {
    const [head = '', expected = ''] = text.split('----\n')
    const [name = '', ...typed] = head.split('\n')
    return {name, typed: typed.join('\n'), expected: expected.trimEnd()}
  })

const TEMPLATE = `---
kind: q-and-a
title: "Of [this State](row:name)"
date: 2026-11-24
budget: none
rows: {file: rows.csv, key: key}
---

## What of [this State](row:name)?

A sentence.
`

const files = async () => ({
  'briefings/topic/one.md': briefing('One', 'symbol: A/1\n'),
  'briefings/topic/two.md': briefing('Two', 'symbol: A/2\n'),
  'briefings/topic/same.md': briefing('Same', 'symbol: A/1\n'),
  'briefings/topic/notes.md': '# Notes\n',
  'briefings/topic/states.md': TEMPLATE,
  'briefings/topic/rows.csv': 'key,name\nPL,Poland\nFI,Finland\n',
  'briefings/topic/annex.pdf': await foreignPdf('An annex'),
  'briefings/topic/locked.pdf': await foreignPdf('A secret', {userPassword: 'x'}),
  'briefings/topic/short.pdf': (await foreignPdf('Cut off')).subarray(0, 700),
  'briefings/topic/false.pdf': 'This is no PDF.',
})

async function outcome(typed: string): Promise<string> {
  const root = await folderOf(await files())
  const {value, diagnostics} = await readPack({path: 'briefings/topic/pack.yml', text: typed}, {root, files: workspaceFiles(root), brands: ['house', 'ministry']})
  const names = value?.papers.map(({source, row}) => path.basename(source.path) + (row ? `#${row.key}` : ''))
  return [...diagnostics.map(line), ...(names ? [`papers: ${names.join(' ')}`] : [])].join('\n')
}

const line = (found: Diagnostic): string => [toldWithHint(found), ...(found.related ?? []).map(({message, place}) => ` [${message}: line ${place.start?.line}]`)].join('')

describe('a pack', () => {
  it('is written anew where that is asked for', async () => {
    if (!process.env.UPDATE) return expect(existsSync(file)).toBe(true)
    const fresh = await Promise.all(cases.map(async ({name, typed}) => `==== ${name}\n${typed}----\n${await outcome(typed)}\n\n`))
    writeFileSync(file, fresh.join(''))
  })
  it.each(cases)('$name', async ({typed, expected}) => {
    const now = await outcome(typed)
    expect(now).toBe(process.env.UPDATE ? now : expected)
  })
})
