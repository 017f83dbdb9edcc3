import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {matrixLines} from '../../src/cli/matrix-lines.js'
import {run} from '../../src/cli/program.js'
import {inThisProcess} from '../../src/press/index.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

async function demarche(args: string, cwd: string) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args.split(' '), {
    stdout: {write: (text) => out.push(text)},
    stderr: {write: (text) => err.push(text)},
    cwd,
    env: {},
    printer: inThisProcess().print,
  })
  return {code, out: out.join(''), err: err.join('')}
}

const FRONT = ['---', 'kind: q-and-a', 'title: "[Poland](row:name)"', 'date: 2026-11-24', 'rows: rows.csv', 'output: "{iso3}-paper"', '---', '', '## Why [Poland](row:name)?', ''].join('\n')
const ROWS = 'iso2,iso3,name,signed,left\nPL,POL,Poland,1997-12-04,2026-02-20\nAF,AFG,Afghanistan,,\nNL,NLD,Netherlands,1997-12-03,\n'
const template = (body: string, rows = ROWS): Record<string, string> => ({'briefings/t/country.md': FRONT + body, 'briefings/t/rows.csv': rows})

describe('check', () => {
  test('tells what rows lack, and whether a paper needs it', async () => {
    const cwd = await folderOf(template('It signed on [4 December 1997](row:signed).\n\n> [!ONLY left]\n> It left on [20 February 2026](row:left).\n'))
    const {code, out, err} = await demarche('check', cwd)
    expect({code, out}).toEqual({
      code: 1,
      out: [
        'briefings/t/country.md: 3 rows of briefings/t/rows.csv, 4 columns used; missing values, `!` where a paper needs one and `·` where none does:',
        '      left  signed',
        '  AF   ·      !',
        '  NL   ·',
        '3 papers checked; 1 error',
        '',
      ].join('\n'),
    })
    expect(err).toBe(
      [
        'error[rows/no-value]: `signed` has no value in this row',
        '   --> briefings/t/country.md:10:14',
        '10 | It signed on [4 December 1997](row:signed).',
        '   |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        '   = The row `AF` stands here:',
        '   --> briefings/t/rows.csv:3:1',
        ' 3 | AF,AFG,Afghanistan,,',
        '   | ^^^^^^^^^^^^^^^^^^^^',
        '   = in the row `AF`',
        '   = hint: Fill in the cell, or put the passage under `> [!ONLY signed]`',
        '',
        '',
      ].join('\n'),
    )
  })
  test('tells what is wrong in all of them once, and what is wrong with the rows', async () => {
    const cwd = await folderOf(template('<b>Bold</b> of [x](row:name).\n\n```timelin\n```\n'))
    const {err, out} = await demarche('check', cwd)
    expect(err.match(/^error.*|^warning.*/gm)).toEqual(['warning[briefing/html]: HTML does not print, only its words do', 'error[briefing/unknown-block]: `timelin` is not a block'])
    expect(err.match(/= in the row.*/g)).toEqual(['= in the row `PL`, and in 2 other rows', '= in the row `PL`, and in 2 other rows'])
    expect(out).toContain('3 papers checked; 1 error, 1 warning\n')
    const broken = await folderOf(template('A [x](row:nome).\n\n```timelin\n```\n'))
    expect((await demarche('check', broken)).err.match(/^error.*/gm)).toEqual(['error[briefing/unknown-block]: `timelin` is not a block', 'error[rows/unknown-column]: The rows have no column `nome`'])
  })
  test('tells the same to machines', async () => {
    const cwd = await folderOf(template('It signed on [4 December 1997](row:signed). <b>x</b>\n'))
    const {out} = await demarche('check --format json', cwd)
    const {diagnostics, papers, rows} = JSON.parse(out)
    expect(rows).toEqual([
      {briefing: 'briefings/t/country.md', file: 'briefings/t/rows.csv', rows: 3, columns: ['iso3', 'name', 'signed'], missing: [{row: 'AF', columns: {signed: 'needed'}}]},
    ])
    expect(diagnostics.map(({rule, rows: of}: {rule: string; rows: string[]}) => [rule, of])).toEqual([['rows/no-value', ['AF']], ['briefing/html', ['PL', 'AF', 'NL']]])
    expect(papers.map(({row, errors}: {row: string; errors: number}) => [row, errors])).toEqual([['PL', 0], ['AF', 1], ['NL', 0]])
    const github = await demarche('check --format github', cwd)
    expect(github.out.match(/^::.*/gm)).toHaveLength(2)
    expect(github.out).toContain('%0Ain the row `PL`, and in 2 other rows%0A')
    const sarif = JSON.parse((await demarche('check --format sarif', cwd)).out)
    expect(sarif.runs[0].results.map(({message}: {message: {text: string}}) => message.text)).toEqual([
      '`signed` has no value in this row, in the row `AF`. Fill in the cell, or put the passage under `> [!ONLY signed]`.',
      'HTML does not print, only its words do, in the row `PL`, and in 2 other rows. Write it in Markdown.',
    ])
    const junit = await demarche('check --format junit', cwd)
    expect(junit.out.match(/<testsuite name="[^"]*"/g)).toEqual(['PL', 'AF', 'NL'].map((row) => `<testsuite name="briefings/t/country.md (${row})"`))
  })
  test('of a fact that has two values in two rows tells the second', async () => {
    const facts = 'facts:\n  mines:\n    statement: Mines\n    values: [{value: 5, as_of: 2020, source: lm}, {value: 6, as_of: 2024, source: lm}]\nsources:\n  lm: {type: report, title: M}\n'
    const dated = (rows: string) => ({...template('There are mines: [](fact:mines).\n', rows), 'briefings/t/facts.yml': facts, 'briefings/t/country.md': `${FRONT.replace('rows:', 'as_of: row:day\nrows:')}There are mines: [](fact:mines).\n`})
    const told = async (rows: string) => (await demarche('check', await folderOf(dated(rows)))).err.match(/^warning\[facts\/contra.*/gm)
    expect(await told('iso2,iso3,name,day\nA,AAA,a,2021\nB,BBB,b,2022\n')).toBeNull()
    expect(await told('iso2,iso3,name,day\nA,AAA,a,2021\nB,BBB,b,2025\n')).toEqual(['warning[facts/contradiction]: `mines` is `6` here and `5` in another paper of this run'])
  })
})

describe('facts', () => {
  test('knows a register that a template names, and each place of the template once', async () => {
    const register = 'facts:\n  mines:\n    statement: Mines\n    values: [{value: 5, as_of: 2020, source: lm}]\nsources:\n  lm: {type: report, title: M}\n'
    const text = `${FRONT.replace('rows:', 'facts: named.yml\nrows:')}There are [5](fact:mines) mines in [x](row:name).\n`
    const {out} = await demarche('facts --format json', await folderOf({...template(''), 'briefings/t/named.yml': register, 'briefings/t/country.md': text}))
    const {facts} = JSON.parse(out)
    expect(facts.map(({id, used}: {id: string; used: {start: {line: number}}[]}) => [id, used.map(({start}) => start.line)])).toEqual([['mines', [11]]])
  })
})

describe('build', () => {
  test('prints a paper for each row, under its name; the list knows whose it is', async () => {
    const cwd = await folderOf({...template('Text of [Poland](row:name).\n'), 'briefings/t/b.md': briefing('B')})
    const {code, out} = await demarche('build', cwd)
    expect(code).toBe(0)
    expect(out).toContain('4 papers written')
    expect(await readdir(path.join(cwd, 'output/t'))).toEqual(['AFG-paper.en.pdf', 'NLD-paper.en.pdf', 'POL-paper.en.pdf', 'b.en.pdf'])
    const {papers} = JSON.parse(await readFile(path.join(cwd, 'output/manifest.json'), 'utf8'))
    expect(papers.map(({path: file, row, title}: {path: string; row?: string; title: string}) => [file, row, title])).toEqual([
      ['t/AFG-paper.en.pdf', 'AF', 'Afghanistan'],
      ['t/NLD-paper.en.pdf', 'NL', 'Netherlands'],
      ['t/POL-paper.en.pdf', 'PL', 'Poland'],
      ['t/b.en.pdf', undefined, 'B'],
    ])
    const [first] = papers
    expect(Object.keys(first.inputs)).toContain('briefings/t/rows.csv#AF')
    expect(Object.keys(first.inputs)).not.toContain('briefings/t/rows.csv')
    const verified = await demarche('verify output/t/AFG-paper.en.pdf --source', cwd)
    expect(verified.out).toContain('verified: its sources print the same bytes')
  })
  test('prints the papers of the rows asked for, by key or by name', async () => {
    const cwd = await folderOf({...template('Text of [Poland](row:name).\n'), 'briefings/t/b.md': briefing('B')})
    expect((await demarche('build --row pl,Netherlands', cwd)).code).toBe(0)
    expect(await readdir(path.join(cwd, 'output/t'))).toEqual(['NLD-paper.en.pdf', 'POL-paper.en.pdf'])
    expect(await demarche('build --row Netherland', cwd)).toEqual({code: 3, out: '', err: 'error: there is no row `Netherland`\n   = hint: Did you mean `Netherlands`?\n'})
    expect((await demarche('build --row nowhere', cwd)).err).toContain('hint: The rows are `PL`, `AF`, `NL`\n')
    expect((await demarche('check briefings/t/b.md --row PL', cwd)).err).toBe('error: there is no row `PL`\n   = hint: Name a briefing that has `rows` in its front matter\n')
  })
  test('refuses to let a paper carry a template, which holds what is said to others', async () => {
    const cwd = await folderOf(template('Text of [Poland](row:name).\n'))
    const {code, err} = await demarche('build --attach-source', cwd)
    expect(code).toBe(1)
    expect(err).toContain('error[rows/attach-source]')
  })
})

describe('a link from another briefing', () => {
  test("leads to the paper of a row by its file's name", async () => {
    const symbol = (front: string) => front.replace('date:', 'symbol: "M/[PL](row:iso2)"\ndate:')
    const other = (link: string) => ({...template(''), 'briefings/t/country.md': `${symbol(FRONT)}Text.\n`, 'briefings/t/b.md': briefing('B', '', `## Q\n\nSee [ours](${link}).\n`)})
    expect((await demarche('check', await folderOf(other('doc:POL-paper')))).code).toBe(0)
    expect((await demarche('check', await folderOf(other('doc:POL-paper#why-poland')))).code).toBe(0)
    const lost = await demarche('check', await folderOf(other('doc:POL-paper#why-not')))
    expect(lost.err).toContain('error[edition/unknown-heading]')
    const cwd = await folderOf(other('doc:POL-paper'))
    await demarche('build briefings/t/b.md', cwd)
    const {papers: [paper]} = JSON.parse(await readFile(path.join(cwd, 'output/manifest.json'), 'utf8'))
    expect(Object.keys(paper.inputs)).toContain('briefings/t/country.md#PL')
  })
})

describe('the matrix', () => {
  test('of many columns sets their names above each other', () => {
    const columns = ['casualties_recorded_in_2023', 'casualties_recorded_in_2024', 'contamination_by_improvised_mines', 'withdrawal']
    const missing = [
      {row: 'AF', columns: {withdrawal: 'guarded' as const}},
      {row: 'AL', columns: Object.fromEntries(columns.map((column) => [column, 'guarded' as const]))},
      {row: 'DZ', columns: {contamination_by_improvised_mines: 'needed' as const}},
    ]
    expect(matrixLines({briefing: 'a.md', file: 'rows.csv', rows: 4, columns, missing}, (file) => file).slice(1)).toEqual([
      '      casualties_recorded_in_2023',
      '      │  casualties_recorded_in_2024',
      '      │  │  contamination_by_improvised_mines',
      '      │  │  │  withdrawal',
      '  AF           ·',
      '  AL  ·  ·  ·  ·',
      '  DZ        !',
    ])
  })
})
