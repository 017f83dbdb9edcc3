import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {memoryFiles} from '../edition/compose.js'
import {told} from '../told.js'

const REGISTER = `facts:
  casualties: {statement: People killed or injured, unit: people, values: [{value: "5,757", period: 2023, as_of: 2024}, {value: "6,279", period: 2024, as_of: 2025}]}
`
async function toldOf(body: string, rule: string, front = '') {
  const text = `---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n${front}---\n${body}`
  const {diagnostics} = await check({path: 'briefings/topic/paper.md', text}, {files: memoryFiles({'briefings/topic/facts.yml': REGISTER})})
  const errors = diagnostics.filter(({severity}) => severity === 'error')
  return (errors.length > 0 ? errors : diagnostics.filter((one) => one.rule === rule)).map((one) => told(one, 5))
}

describe('a total', () => {
  const sums = (body: string, front = '') => toldOf(body, 'checks/parts-do-not-sum', front)
  const table = (...rows: string[]) => `| What | Killed | Injured |\n| - | -: | -: |\n${rows.map((row) => `| ${row} |\n`).join('')}`
  it('is the sum of its column, exactly', async () => {
    expect(await sums(table('A | 1,945 | 3', 'B | 4,325 | 4', 'Total | 6,270 | 7'))).toEqual([])
    expect(await sums(table('A | 1,945 | 3', 'B | 4,325 | 4', 'Total | 6,279 | 7'))).toEqual([
      'warning 5:11-5:16 checks/parts-do-not-sum: The total is `6,279` here, and the 2 rows make `6,270`',
    ])
  })
  it('may stand anywhere, in bold, and call a note', async () => {
    expect(await sums(table('**Total** | 8 | 7', 'A | 3 | 3', 'B | 4 | 4'))).toHaveLength(1)
    expect(await sums(`<!-- table: plain, notes: {a: "Of all."} -->\n${table('A | 3 | 3', 'B | 4 ^a^ | 4', 'Total | 8 ^a^ | 7')}`)).toHaveLength(1)
  })
  it('may be off by what was rounded away, and no more', async () => {
    expect(await sums(table('A | 33.3 % | 1.04', 'B | 33.3 % | 1.04', 'C | 33.3 % | 1.04', 'Total | 100 % | 3.14'))).toEqual([])
    expect(await sums(table('A | 33.3 % | 1.04', 'B | 32.3 % | 1.04', 'C | 33.3 % | 1.04', 'Total | 100 % | 3.34'))).toEqual([
      'warning 6:11-6:16 checks/parts-do-not-sum: The total is `100 %` here, and the 3 rows make `98.9 %`, which is more than rounding explains',
      'warning 6:19-6:23 checks/parts-do-not-sum: The total is `3.34` here, and the 3 rows make `3.12`, which is more than rounding explains',
    ])
  })
  it('is not asked of words, bounds, or a column with a gap in words', async () => {
    expect(await sums(table('A | over 3 | unknown', 'B | 4 | 4', 'Total | 9 | 9'))).toEqual([])
    expect(await sums(table('A | 3 | –', 'B | 4 | 4', 'Total | over 7 | 4'))).toEqual([])
    expect(await sums(table('A | 3 | 1', 'Total | 9 | 9'))).toEqual([])
  })
  it('may be the last column', async () => {
    const rows = '| Year | Killed | Injured | Total |\n| - | -: | -: | -: |\n| 2023 | 1 | 2 | 3 |\n| 2024 | 2 | 3 | 6 |\n'
    expect(await sums(rows)).toEqual(['warning 4:18-4:19 checks/parts-do-not-sum: The total is `6` here, and the 2 columns before it make `5`'])
  })
  it('of shares that the program adds up is 100', async () => {
    const rows = (last: string) => `<!-- table: sum -->\n| Who | Share (%) |\n| - | -: |\n| A | 60.5 |\n| B | ${last} |\n`
    expect(await sums(rows('39.5'))).toEqual([])
    expect(await sums(rows('29.5'))).toEqual(['warning 2:9-2:18 checks/parts-do-not-sum: These shares make `90.0` together, and not 100'])
  })
  it('is read in the language of the paper', async () => {
    expect(await sums(table('A | 1,5 | 1 200', 'B | 2,5 | 3', 'Total | 4,0 | 1 203'), 'language: fr\n')).toEqual([])
    expect(await sums(table('A | 1,5 | 1 200', 'B | 2,5 | 3', 'Total | 4,0 | 1 303'), 'language: fr\n')).toHaveLength(1)
  })
})

describe('a chart', () => {
  const charts = (body: string) => toldOf(body, 'checks/chart-and-prose')
  const chart = (value: string, {alt = 'Up', title = 'Up'} = {}) => `\n<!-- chart: column, unit: people, title: "${title}", alt: "${alt}" -->\n| Year | People |\n| - | -: |\n| 2023 | 5,757 |\n| 2024 | ${value} |\n`
  it.each([
    ['a fact of its year', 'There were [6,279 people](fact:casualties).', '1:12-1:43', '6,279 people'],
    ['a figure beside the year', 'There were 6,279 people in 2024.', '1:12-1:17', '6,279'],
    ['a figure after the year', 'In 2024, 6,279 were.', '1:10-1:15', '6,279'],
  ])('is a digit off %s', async (_, prose, place, words) => {
    expect(await charts(`${prose}\n${chart('6,279')}`)).toEqual([])
    expect(await charts(`${prose}\n${chart('6,297')}`)).toEqual([`warning ${place} checks/chart-and-prose: \`${words}\` is said of 2024 here, and \`6,297\` in the table or chart of this paper`])
    expect(await charts(`${prose}\n${chart('6,289')}`)).toHaveLength(1)
  })
  it('says nothing of a figure that counts something else', async () => {
    expect(await charts(`In 2024, 293 people in one country; 580 in 2023; 6,297 in 2021, about 6,300 in 2024.\n${chart('6,279')}`)).toEqual([])
  })
  it('agrees with its own sentences', async () => {
    expect(await charts(chart('6,279', {alt: 'From 5,757 in 2023 casualties rose to 6,279 in 2024', title: 'In 2024 over 6,000 people'}))).toEqual([])
    expect(await charts(chart('6,279', {alt: 'From 5,757 in 2023 casualties rose to 7,000 in 2024'}))).toEqual([
      'warning 2:54-2:105 checks/chart-and-prose: `7,000` is said of 2024, where the chart has `6,279`',
    ])
    expect(await charts(chart('6,279', {title: 'Over 7,000 people in 2024'}))).toEqual([expect.stringContaining('`Over 7,000` is said of 2024, where the chart has `6,279`')])
  })
})
