import {describe, expect, test} from 'vitest'
import {printRows} from './print-rows.js'

const TEMPLATE = '---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\nrows: rows.csv\n---\n\n[Poland](row:name)\n'
const told = async (rows: string): Promise<string[]> => (await printRows(TEMPLATE, {'rows.csv': rows})).found.map(({rule, message}) => `${rule}: ${message}`)
const lines = (count: number, line: (at: number) => string): string => `iso2,name\n${Array.from({length: count}, (_, at) => line(at)).join('\n')}\n`

describe('a file of rows', () => {
  test('has at most 5000 rows', async () => {
    expect(await told(lines(5001, (at) => `r${at},x`))).toEqual(['rows/no-rows: `briefings/topic/rows.csv` has 5001 rows: expected at most 5000'])
  })
  test('has at most 200 columns', async () => {
    const head = Array.from({length: 201}, (_, at) => `c${at}`).join(',')
    expect(await told(`${head}\n`)).toEqual(['rows/columns: 201 columns: expected at most 200'])
  })
  test('is at most 4 MB', async () => {
    expect(await told(`iso2,name\nPL,"${'x'.repeat(4 * 1024 * 1024)}"\n`)).toEqual(['rows/too-large: Expected at most 4 MB of rows'])
  })
  test('tells the first of what is wrong in all of its rows', async () => {
    expect(await told(lines(300, (at) => `r${at},x,y`))).toHaveLength(20)
    expect(await told(lines(300, () => 'same,x'))).toHaveLength(20)
  })
  test('gives at most 2000 characters to a place', async () => {
    const {rows} = await printRows(TEMPLATE, {'rows.csv': `iso2,name\nPL,${'x'.repeat(2001)}\nAF,${'y '.repeat(900)}y\n`})
    expect(rows.map(({diagnostics}) => diagnostics.filter(({severity}) => severity === 'error').map(({message}) => message))).toEqual([
      ['`name` holds more than 2000 characters, which cannot print here'],
      [],
    ])
    const titled = TEMPLATE.replace('title: T', 'title: "[Poland](row:name)"')
    const {rows: [row]} = await printRows(titled, {'rows.csv': `iso2,name\nPL,${'x '.repeat(151)}y\n`})
    expect(row?.diagnostics.map(({message}) => message)).toContain('`name` holds more than 300 characters, which cannot print here')
  })
  test('makes no paragraph longer than a paper can hold', async () => {
    const {rows: [row]} = await printRows(`${TEMPLATE}${'[x](row:name) '.repeat(20)}\n\n## ${'[x](row:name) '.repeat(2)}\n\n> [!NOTE]\n> ${'[x](row:name) '.repeat(18)}\n`, {'rows.csv': `iso2,name\nPL,${'y '.repeat(900)}\n`})
    expect(row?.diagnostics.filter(({severity}) => severity === 'error').map(({message}) => message)).toEqual([
      'A paragraph of 37799 characters: expected at most 30000',
      'A heading of 3599 characters: expected at most 2000',
      'A paragraph of 32399 characters: expected at most 30000',
    ])
  })
})
