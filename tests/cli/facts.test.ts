import {readFile} from 'node:fs/promises'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/program.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

const REGISTER = `facts:
  parties:
    statement: States Parties
    max_age: 100d
    values:
      - {value: 165, as_of: 2025-04-30}
      - {value: 162, as_of: 2026-09-30, source: untc}
  adopted: {statement: Adopted, review_by: 2026-12-01, values: [{date: 1997-09-18}]}
  most: {statement: The most, status: vague, reason: a superlative, values: [{text: the most successful, as_of: 2025-04-30}]}
series:
  casualties: {statement: Casualties, unit: people, file: casualties.csv}
sources:
  untc: {type: treaty-register, title: Treaties}
`
const FILES = {
  'briefings/topic/facts.yml': REGISTER,
  'briefings/topic/casualties.csv': 'period,value\n2023,5757\n2024,6279\n',
  'briefings/topic/a.md': briefing('A', '', '## Q\n\n[162](fact:parties), [6,279](fact:casualties).\n\nStill [162](fact:parties).\n'),
}

async function demarche(args: string, cwd: string, env: Record<string, string> = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args.split(' '), {stdout: {write: (text) => out.push(text)}, stderr: {write: (text) => err.push(text)}, cwd, env})
  return {code, out: out.join(''), err: err.join('')}
}

describe('facts', () => {
  test('lists every fact: value, date, age, when it is due, and where it is used', async () => {
    expect(await demarche('facts --on 2026-11-24', await folderOf(FILES))).toEqual({
      code: 0,
      err: '',
      out: `parties     162                  2026-09-30  55 days   due in 45 days         briefings/topic/a.md:10 briefings/topic/a.md:12
adopted     18 September 1997                          due in 7 days          not used
most        the most successful  2025-04-30  573 days                  vague  not used
casualties  6,279 people         2024        693 days                         briefings/topic/a.md:10
4 facts
`,
    })
  })
  test('lists what is due within so many days, and the day of SOURCE_DATE_EPOCH stands for today', async () => {
    const cwd = await folderOf(FILES)
    const {out} = await demarche('facts --due 30d', cwd, {SOURCE_DATE_EPOCH: '1795478400'})
    expect(out).toBe('adopted  18 September 1997  due in 7 days  not used\n1 fact\n')
    expect((await demarche('facts --due 30d --on 2027-02-01', cwd)).out).toMatch(/^parties +162 +2026-09-30 +124 days +24 days overdue .*\nadopted .*62 days overdue/)
  })
  test('lists the register that a briefing names, beside those of its folders, once', async () => {
    const other = 'facts:\n  stock:\n    statement: Mines in stock\n    values:\n      - {value: 40, as_of: 2026-01-01}\n'
    const named = (name: string, path = '../../data/other.yml') => briefing(name, `facts: ${path}\n`, '## Q\n\nThere are [40](fact:stock).\n')
    const files = {...FILES, 'data/other.yml': other, 'briefings/topic/b.md': named('B'), 'briefings/topic/c.md': named('C')}
    const {code, out, err} = await demarche('facts --on 2026-11-24', await folderOf(files))
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toMatch(/^stock +40 +2026-01-01 .*briefings\/topic\/b\.md:11 briefings\/topic\/c\.md:11$/m)
    expect(out).toMatch(/^5 facts$/m)
    const missing = await demarche('facts --on 2026-11-24', await folderOf({...files, 'briefings/topic/b.md': named('B', 'nowhere.yml')}))
    expect(missing).toMatchObject({code: 1, err: expect.stringContaining('error[facts/no-register]')})
  })
  test('is an object for machines', async () => {
    const {out} = await demarche('facts --on 2026-11-24 --format json', await folderOf(FILES))
    const {on, facts} = JSON.parse(out)
    expect(on).toBe('2026-11-24')
    expect(facts[0]).toMatchObject({id: 'parties', value: '162', of: '2026-09-30', age: 55, due: 45, sources: ['untc'], register: 'briefings/topic/facts.yml', used: [{path: 'briefings/topic/a.md', start: {line: 10}}, {start: {line: 12}}]})
  })
  test('tells what is wrong with a register, and ends with 1', async () => {
    const {code, err, out} = await demarche('facts --on 2026-11-24', await folderOf({...FILES, 'briefings/topic/facts.yml': REGISTER.replace('100d', 'soon')}))
    expect(code).toBe(1)
    expect(err).toContain('facts/max_age')
    expect(err).toContain('Where facts are used is not known of 1 paper with errors')
    expect(out).toBe('0 facts\n')
  })
  test.each([
    ['facts --due soon', '`--due` takes a number of days, and not `soon`'],
    ['check --on tomorrow', '`--on` takes a day, and not `tomorrow`'],
    ['check --on 2026-02-30', '`--on` takes a day, and not `2026-02-30`'],
  ])('%s is bad usage', async (args, message) => {
    const {code, err} = await demarche(args, await folderOf(FILES))
    expect({code, err}).toMatchObject({code: 3})
    expect(err).toContain(message)
  })
})

describe('check', () => {
  test('tells of two values of one fact in one run, and of a newer one, on the day asked about', async () => {
    const old = briefing('Old', 'as_of: 2025-06\n', '## Q\n\n[165](fact:parties).\n')
    const {code, err, out} = await demarche('check --on 2026-11-24', await folderOf({...FILES, 'briefings/topic/old.md': old}))
    expect(code).toBe(0)
    expect(err.match(/\[[a-z-]+\/[a-z-]+\]/g)).toEqual(['[facts/superseded]', '[facts/stale]', '[facts/contradiction]'])
    expect(out).toBe('2 papers checked; 3 warnings\n')
  })
})

describe('check --fix', () => {
  const LAGGING = `\uFEFF${briefing('A', '', '## Q\r\n\r\n[165](fact:parties), [](fact:casualties) and [5,000 persons](fact:casualties).\r\n\r\n- [163](fact:parties)  \r\n- `[1](fact:parties)`\r\n\r\n[9](fact:nothing)\r\n')}`
  const MENDED = LAGGING.replace('[165]', '[162]').replace('[](fact', '[6,279 people](fact').replace('5,000 persons', '6,279 people').replace('[163]', '[162]')
  test('puts the words of the register in place, not a byte outside them changes, and a second time changes nothing', async () => {
    const cwd = await folderOf({...FILES, 'briefings/topic/a.md': LAGGING})
    const first = await demarche('check --fix --on 2026-11-24', cwd)
    expect(await readFile(`${cwd}/briefings/topic/a.md`, 'utf8')).toBe(MENDED)
    expect(first.err).toMatch(/^briefings\/topic\/a\.md: 4 places mended\n/)
    expect(first.err.match(/\[[a-z-]+\/[a-z-]+\]/g)).toEqual(['[facts/unknown-fact]'])
    const second = await demarche('check --fix --on 2026-11-24', cwd)
    expect(await readFile(`${cwd}/briefings/topic/a.md`, 'utf8')).toBe(MENDED)
    expect(second.err).not.toContain('mended')
  })
  test('--dry-run shows it as a diff and changes nothing', async () => {
    const cwd = await folderOf({...FILES, 'briefings/topic/a.md': LAGGING})
    const {out} = await demarche('check --dry-run --on 2026-11-24', cwd)
    expect(out).toContain('--- briefings/topic/a.md\n+++ briefings/topic/a.md\n@@ -10 +10 @@\n-[165](fact:parties), [](fact:casualties)')
    expect(out).toContain('\n+- [162](fact:parties)')
    expect(await readFile(`${cwd}/briefings/topic/a.md`, 'utf8')).toBe(LAGGING)
  })
})
