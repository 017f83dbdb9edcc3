import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {front} from '../papers.js'
import {judge} from './judge.js'
import {anyPaper, type Expected} from './paper.js'
import {declarations, readmes} from './real-papers.js'

it('a sample of the fuzz has no fault', async () => {
  const property = fc.asyncProperty(anyPaper, async (paper) => {
    expect((await judge(paper)).faults).toEqual([])
  })
  await fc.assert(property, {numRuns: 8, seed: 7, endOnFailure: true})
}, 120_000)

describe('what the fuzz would find', () => {
  const text = `${front()}One two[^1] three.\n\n> [!INTERNAL]\n> four\n\n> [!NOTE]\n> five six\n\n[^1]: A note.\n`
  const right: Expected = {runs: ['A paper', 'One two\uE002three.'], marks: ['five'], hidden: ['four'], notes: ['A note.'], nothingElse: false, mayTell: []}
  const faults = async (change: Partial<Expected>, of = text) => (await judge({text: of, expects: {...right, ...change}})).faults.map((fault) => fault.replace(/`.*/s, '').trim())

  it('is nothing in a paper that is as it should be', async () => {
    expect(await faults({})).toEqual([])
  })
  it('is a word that is lost, out of order, read twice or of somebody else', async () => {
    expect(await faults({runs: ['A paper', 'One two\uE002three.', 'seven']})).toEqual(['lost, or out of its order: behind'])
    expect(await faults({runs: ['One two\uE002three.', 'A paper']})).toEqual(['lost, or out of its order: behind'])
    expect(await faults({marks: ['five', 'seven']})).toEqual(['`seven` of a block is read 0 times'.replace(/`.*/s, '').trim()])
    expect(await faults({hidden: ['four', 'six']})).toEqual([''])
    expect(await faults({notes: ['Another note.']})).toEqual(['a note is lost:'])
    const long = 'Words that stand in a paper twice and that were written once and no more than once.'
    expect(await faults({...right, runs: [long]}, `${front()}${long}\n\n${long}\n\n> [!NOTE]\n> five\n\n[^1]: A note.\n\nThat[^1].\n`)).toEqual(['read twice:'])
  })
  it('is an error without a reason', async () => {
    expect(await faults({}, text.replace('three', '![x](missing:x)'))).toEqual(['refused for no reason: edition/image-remote'])
  })
})

describe('papers that had a fault once', () => {
  const folder = fileURLToPath(new URL('finds', import.meta.url))
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', async (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    const {faults, told} = await judge({text})
    // Its last comment says what it is told.
    expect({faults, told: told.join(' ')}).toEqual({faults: [], told: /<!-- told: (.*) -->\s*$/.exec(text)?.[1] ?? ''})
  })
})

describe('texts that people wrote', () => {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
  const sample = ['react', 'ms', 'csv-parse']
  it.each(readmes(modules).filter(({name}) => sample.includes(name)).map((paper) => [paper.name, paper] as const))('the README of %s prints with all its words, or is told why not', async (_, paper) => {
    expect((await judge(paper)).faults).toEqual([])
  })
  it.each([
    ['eng, as en', ''], ['fra, as fr', ''], ['rus, as en', ''],
    ['spa, as es', 'edition/unknown-language'], ['rus, as ru', 'edition/unknown-language'],
    ['arb, as ar', 'edition/unknown-language edition/unset-script'], ['arb, as en', 'edition/unset-script'],
    ['cmn_hans, as zh', 'edition/unknown-language edition/unset-script'], ['cmn_hans, as en', 'edition/unset-script'],
  ])('the Declaration of Human Rights, %s, prints with all its words, or is told that it cannot be set yet', async (version, told) => {
    const paper = declarations(modules).find(({name}) => name === `UDHR, ${version}`)
    expect(paper && (await judge(paper))).toMatchObject({faults: [], told: told === '' ? [] : told.split(' ')})
  })
})
