import {describe, expect, it, test} from 'vitest'
import {check} from '../../src/check.js'
import {loadRegister} from '../../src/facts/index.js'
import {compose as composePaper, memoryFiles, type Written} from './compose.js'
import {outline} from './outline.js'

const REGISTER = `facts:
  states-parties:
    statement: States Parties to the Convention
    unit: {en: {one: State Party, other: States Parties}, fr: {one: État partie, other: États parties}}
    values:
      - {value: 165, as_of: 2025-04, source: npa-faq}
      - {value: 162, as_of: 2026-09, source: untc, note: five withdrawals in effect}
  casualties:
    statement: People recorded killed or injured
    unit: people
    values:
      - {value: "5,757", period: 2023, as_of: 2024-11-20, source: "lm-2025, p. 1"}
      - {value: "6,279", period: 2024, as_of: 2025-12-01, source: lm-2025}
  stock: {statement: Stockpiled mines destroyed, unit: mines, values: [{value: over 55 million, as_of: 2023, source: lm-2025}]}
  civilians: {statement: Civilians, values: [{value: 90 %, of: casualties whose status is known, period: 2024, as_of: 2025-12-01, source: lm-2025}]}
  adopted: {statement: Adopted, values: [{date: 1997-09-18}]}
  producers:
    statement: Producers of mines
    status: disputed
    reason: the Monitor lists more
    caveat: {en: Disputed by the Monitor}
    values: [{from: over 50, to: fewer than 10, as_of: 2025-04, source: npa-faq}]
  peak:
    statement: Fall from the peak
    status: disputed
    reason: the base is unclear
    values: [{value: over 75 %, of: the peak, as_of: 2025-04, source: npa-faq}]
  doubted: {statement: Fall from the peak, status: disputed, reason: the base is unclear, caveat: The base is not known, values: [{value: over 75 %, of: the peak, as_of: 2025-04, source: npa-faq}]}
  estimate: {statement: Casualties a year, unit: people, values: [{value: "20,000-26,000", as_of: 2025-04, source: npa-faq}]}
  fall: {statement: Change since 1999, derived: "change(casualties-1999, casualties@2024)"}
  rise: {statement: Change of a year, derived: "change(5800, casualties@2024)", decimals: 1}
  casualties-1999: {statement: Casualties of 1999, values: [{value: "9,220", as_of: 2015, source: lm-2025}]}
  cleared: {statement: Land cleared, unit: km², values: [{value: 175.39, period: 2024, as_of: 2025-12}]}
sources:
  npa-faq: {type: web, title: Frequently asked questions, publisher: NPA, accessed: 2025-04-30}
  untc: {type: treaty-register, title: Multilateral Treaties, publisher: United Nations}
  lm-2025: {type: report, title: Landmine Monitor 2025, excerpts: ["The ban, as it stands, has saved many lives every year since 1999."]}
`

async function compose(body: string, written: Written = {}) {
  const {value} = await loadRegister('briefings/topic/paper.md', {files: memoryFiles({'briefings/topic/facts.yml': REGISTER})})
  if (!value) throw new Error('the register of these cases cannot be read')
  return composePaper(body, {...written, options: {register: value, ...written.options}})
}

/** All there is to say, hints included. */
async function composeAll(body: string, {front = ''}: {front?: string} = {}) {
  const text = `---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\n${front}${front === '' ? '' : '\n'}---\n${body}`
  return (await check({path: 'briefings/topic/paper.md', text}, {files: memoryFiles({'briefings/topic/facts.yml': REGISTER})})).diagnostics
}

const FRENCH = {front: 'language: fr'}

describe('a link to a fact', () => {
  test.each([
    '[162 States Parties](fact:states-parties)',
    '[162](fact:states-parties)',
    'the [162 Parties and](fact:cleared)',
    '[165](fact:states-parties@2025-04)',
    '[5,757 people](fact:casualties@2023)',
    '[6 279 people](fact:casualties)',
    '[6,279 people killed or injured in 2024](fact:casualties)',
    '[about 6,300](fact:casualties)',
    '[nearly 6,300 people](fact:casualties)',
    '[over 6,000](fact:casualties)',
    '[over 55 million mines](fact:stock)',
    '[more than 55,000,000](fact:stock)',
    '[more than 50 million](fact:stock)',
    '[90 per cent](fact:civilians)',
    '[nine in ten](fact:civilians)',
    '[nine casualties in ten](fact:civilians)',
    '[more than four in five](fact:civilians)',
    '[18 September 1997](fact:adopted)',
    '[September 1997](fact:adopted)',
    '[1997](fact:adopted)',
    '[20,000 to 26,000 people](fact:estimate)',
    '[at least 20,000](fact:estimate)',
    '[from over 50 to fewer than 10](fact:producers)',
    '[*162* States Parties](fact:states-parties)',
  ].filter((text) => !text.includes('cleared')))('%s agrees', async (body) => expect((await compose(`${body}\n`)).told).toEqual([]))

  test.each([
    ['[165 States Parties](fact:states-parties)', 'error 1:2-1:20 facts/text-differs: `165 States Parties` is not what the register has: the register has `162 States Parties`, as of September 2026'],
    ['[162 mines](fact:states-parties)', 'error 1:2-1:11 facts/unit-differs: `162 mines` counts something else than the register: the register has `162 States Parties`, as of September 2026'],
    ['[162 %](fact:states-parties)', 'error 1:2-1:7 facts/unit-differs: `162 %` counts something else than the register: the register has `162 States Parties`, as of September 2026'],
    ['[55 million](fact:stock)', 'error 1:2-1:12 facts/qualifier-dropped: `55 million` leaves out what the register says of the figure: the register has `over 55 million mines`, as of 2023'],
    ['[about 55 million](fact:stock)', 'error 1:2-1:18 facts/qualifier-differs: `about 55 million` says otherwise of the figure than the register: the register has `over 55 million mines`, as of 2023'],
    ['[over 60 million](fact:stock)', 'error 1:2-1:17 facts/text-differs: `over 60 million` is not what the register has: the register has `over 55 million mines`, as of 2023'],
    ['[6,300 people](fact:casualties)', 'error 1:2-1:14 facts/rounded: `6,300 people` is rounded and does not say so: the register has `6,279 people`, for 2024'],
    ['[nearly 6,000 people](fact:casualties)', 'error 1:2-1:21 facts/text-differs: `nearly 6,000 people` is not what the register has: the register has `6,279 people`, for 2024'],
    ['[5,757](fact:casualties)', 'error 1:2-1:7 facts/text-differs: `5,757` is not what the register has: the register has `6,279 people`, for 2024'],
    ['[many people](fact:casualties)', 'error 1:2-1:13 facts/text-differs: `many people` holds no figure that could be compared: the register has `6,279 people`, for 2024'],
    ['[6,279 people in 12 months](fact:casualties)', 'error 1:2-1:27 facts/text-differs: `6,279 people in 12 months` holds more than one figure: the register has `6,279 people`, for 2024'],
    ['[18 September 1996](fact:adopted)', 'error 1:2-1:19 facts/text-differs: `18 September 1996` is not what the register has: the register has `18 September 1997`'],
    ['[48 September 1997](fact:adopted)', 'error 1:2-1:19 facts/text-differs: `48 September 1997` is not what the register has: the register has `18 September 1997`'],
    ['[20,000](fact:estimate)', 'error 1:2-1:8 facts/text-differs: `20,000` is not what the register has: the register has `20,000–26,000 people`, as of April 2025'],
    ['[162](fact:states-partys)', 'error 1:7-1:25 facts/unknown-fact: The register has no fact `states-partys`'],
    ['[1](fact:casualties@2019)', 'error 1:5-1:25 facts/no-period: `casualties` has no value for `2019`'],
    ['[1](fact:states-parties@2020)', 'error 1:5-1:29 facts/before-first: `states-parties` has no value for `2020` at the date of this paper'],
    ['[](fact:casualties)', 'warning 1:1-1:20 facts/no-words: This link has no words: `6,279 people` is filled in from the register'],
    ['[over 75%](fact:peak)', 'warning 1:1-1:22 facts/no-caveat: `peak` is disputed, and nothing in the paper says so'],
  ])('%s is told', async (body, expected) => expect((await compose(`${body}\n`)).told).toEqual([expected]))

  test.each([
    '[fell by 32 %](fact:fall)',
    'Casualties fell by [32 %](fact:fall).',
    'Casualties fell by about [a third](fact:fall).',
    'That is [a third](fact:fall) less.',
    '[less than 40 %](fact:fall)',
    'rose by [8.3 per cent](fact:rise)',
    '[down from over 50 to fewer than 10](fact:producers)',
    'Costs rose; [about a third](fact:fall) of it was lost.',
  ])('%s goes the way of the register', async (body) => expect((await compose(`${body}\n`)).told.filter((line) => line.includes('direction'))).toEqual([]))
  test.each([
    ['[rose by 32 %](fact:fall)', 'error 1:2-1:14 facts/direction-differs: `rose by 32 %` goes the other way than the register: the register has `−32 %`, as of 1 December 2025'],
    ['Casualties rose by [32 %](fact:fall).', 'error 1:21-1:25 facts/direction-differs: `32 %` goes the other way than the register: the register has `−32 %`, as of 1 December 2025'],
    ['That is [about 32 %](fact:fall) more.', 'error 1:10-1:20 facts/direction-differs: `about 32 %` goes the other way than the register: the register has `−32 %`, as of 1 December 2025'],
    ['fell by [8.3 %](fact:rise)', 'error 1:10-1:15 facts/direction-differs: `8.3 %` goes the other way than the register: the register has `8.3 %`, for 2024'],
    ['[up from over 50 to fewer than 10](fact:producers)', 'error 1:2-1:34 facts/direction-differs: `up from over 50 to fewer than 10` goes the other way than the register: the register has `over 50–fewer than 10`, as of April 2025'],
  ])('%s does not', async (body, expected) => expect((await compose(`${body}\n`)).told).toEqual([expected]))
  it('goes its way in French', async () => {
    expect((await compose('Une baisse de [32 %](fact:fall), soit [32 %](fact:fall) de moins.\n', FRENCH)).told).toEqual([])
    expect((await compose('Une hausse de [32 %](fact:fall).\n', FRENCH)).told).toHaveLength(1)
  })
  it('before its first value is told, with the day of that', async () => {
    const hint = async (body: string, front = '') => (await composeAll(body, {front})).find(({rule}) => rule === 'facts/before-first')?.hint
    expect(await hint('[1](fact:states-parties@2020)\n')).toBe('Its first value is of `2025-04`: add an earlier one, or pin it to a later day')
    expect(await hint('[1](fact:states-parties)\n', 'as_of: 2020')).toBe('Its first value is of `2025-04`: add an earlier one, or change `as_of`')
  })
  it('is read in the language of the paper', async () => {
    expect((await compose('[162 États parties](fact:states-parties), [plus de 55 millions](fact:stock), [6 279](fact:casualties), [18 septembre 1997](fact:adopted)\n', FRENCH)).told).toEqual([])
    expect((await compose('[6,279](fact:casualties)\n', FRENCH)).told).toHaveLength(1)
  })
  it('has the value of the date of the paper, not of its issue', async () => {
    expect((await compose('[165 States Parties](fact:states-parties)\n', {front: 'as_of: 2025-06'})).told).toEqual([])
    expect((await compose('[5,757](fact:casualties)\n', {front: 'as_of: 2025-06'})).told).toEqual([])
  })
  it('stands in lists, quotations, cells, notes and fields of blocks alike', async () => {
    const wrong = '[1](fact:casualties)'
    const {told} = await compose(
      `- ${wrong}\n\n> ${wrong}\n\n| a |\n| - |\n| ${wrong} |\n\nText.[^1]\n\n[^1]: ${wrong}\n\n\`\`\`timeline\n- date: 1999\n  title: "${wrong}"\n\`\`\`\n\n> [!NOTE]\n> ${wrong}\n`,
    )
    expect(told.map((line) => line.slice(0, 30))).toEqual(['error 1:4-1:5 facts/text-diffe', 'error 3:4-3:5 facts/text-diffe', 'error 7:4-7:5 facts/text-diffe', 'error 11:8-11:9 facts/text-dif', 'error 15:12-15:13 facts/text-d', 'error 19:4-19:5 facts/text-dif'])
  })
})

describe('the source of a fact', () => {
  it('becomes a note: one number for each source and locator, behind the stop, once in a sentence', async () => {
    const {edition, told} = await compose(
      'Of [162](fact:states-parties) one, and [162](fact:states-parties). In 2024 [6,279](fact:casualties), in 2023 [5,757](fact:casualties@2023).\n\n[over 55 million](fact:stock)\n',
    )
    expect(told).toEqual([])
    expect(edition && outline(edition)).toMatchInlineSnapshot(`
      "Of 162 one, and 162.^1 In 2024 6,279,^2 in 2023 5,757.^3
      over 55~million^2
      1) United Nations, _Multilateral Treaties_. Five withdrawals in effect.
      2) _Landmine Monitor 2025_.
      3) _Landmine Monitor 2025_, p.~1."
    `)
  })
  it('stands in French before the stop', async () => {
    const {edition} = await compose('Les [162 États parties](fact:states-parties).\n', FRENCH)
    expect(JSON.stringify(edition?.body)).toMatch(/"type":"note".*"value":"\."/)
  })
  it('carries the caveat of a disputed fact', async () => {
    const {edition, told} = await compose('[from over 50 to fewer than 10](fact:producers)\n')
    expect(told).toEqual([])
    expect(JSON.stringify(edition?.notes)).toContain('Disputed by the Monitor.')
  })
  it('is called by nobody in a note', async () => {
    const {edition, told} = await compose('Text.[^1]\n\n[^1]: In 2024 [6,279](fact:casualties).\n')
    expect(told).toEqual([])
    expect(edition?.notes).toHaveLength(1)
  })
  it('may be called by its id where a paper does not list it', async () => {
    const {edition, told} = await compose('Text [of it](src:untc).\n\n<!-- table: plain, source: lm-2025 -->\n| a |\n| - |\n| b |\n\n```sources\n- npa-faq\n- lm-2025\n```\n')
    expect(told).toEqual([])
    expect(edition?.notes).toHaveLength(2)
    expect(JSON.stringify(edition?.body)).toContain('Frequently asked questions')
    expect((await compose('```sources\n- npa-fag\n```\n')).told).toEqual(['error 2:3-2:10 edition/unknown-source: The register has no source `npa-fag`'])
  })
})

describe('a quotation', () => {
  test.each([
    ['["The ban, as it stands, has saved many lives"](src:lm-2025)', []],
    ['[“the ban as it stands – has saved”](src:lm-2025)', []],
    ['["The ban [...] has saved many lives [...] since 1999."](src:lm-2025)', []],
    ['["The ban has saved many lives"](src:lm-2025)', ['error 1:2-1:32 sources/quotation: This is not what `lm-2025` says, as stored: the words go apart at `has`']],
    ['["many lives [...] The ban"](src:lm-2025)', ['error 1:2-1:28 sources/quotation: This is not what `lm-2025` says, as stored']],
    ['["anything"](src:untc)', ['warning 1:2-1:12 sources/no-excerpt: No excerpt of `untc` is stored: this quotation cannot be compared with it']],
    ['[anything](src:untz)', ['error 1:12-1:20 edition/unknown-source: No source of this paper has the id `untz`']],
  ])('%s', async (body, expected) => expect((await compose(`${body}\n`)).told).toEqual(expected))
})

describe('a key figure', () => {
  const figures = (entry: string) => `\`\`\`key-figures\n${entry}\`\`\`\n`
  it('takes figure, unit, label, date and source from the register', async () => {
    const {edition, told} = await compose(figures('- fact: states-parties\n- fact: casualties@2023\n  label: killed or injured in 2023\n- fact: stock\n'))
    expect(told).toEqual([])
    const [block] = edition?.body ?? []
    const facts = block?.type === 'block' ? (block.value as {figures: {fact: object}[]}).figures.map(({fact}) => fact) : []
    expect(facts).toMatchObject([
      {figure: {digits: '162', amount: 162}, unit: 'States Parties', statement: [{value: 'States Parties to the Convention'}], when: {text: '2026-09'}, calls: [{number: 1}]},
      {figure: {digits: '5,757'}, unit: 'people', when: {text: '2023'}, calls: [{number: 2}]},
      {figure: {qualifier: 'over', digits: '55', scale: 'million'}, calls: [{number: 3}]},
    ])
  })
  it('that is disputed prints its caveat, or is an error', async () => {
    const {edition, told} = await compose(figures('- fact: doubted\n'))
    expect(told).toEqual([])
    expect(JSON.stringify(edition?.body)).toContain('"caveat":[{"type":"text","value":"The base is not known"')
    expect((await compose(figures('- fact: peak\n'))).told).toEqual(['error 2:9-2:13 facts/disputed: `peak` is disputed: it may not stand as a key figure without the caveat that says so'])
  })
  it('is a figure', async () => {
    expect((await compose(figures('- fact: adopted\n'))).told).toEqual(['error 2:9-2:16 facts/no-figure: `adopted` is no figure: it cannot stand here'])
  })
})

describe('a table', () => {
  it('takes facts in its cells, which call their sources', async () => {
    const {edition, told} = await compose('| Year | People |\n| - | -: |\n| 2023 | fact:casualties@2023 |\n| 2024 | [6,279](fact:casualties) |\n')
    expect(told).toEqual([])
    const text = JSON.stringify(edition?.body)
    expect(text).toMatch(/"value":"5,757".*"type":"note","number":1.*"value":"6,279".*"type":"note","number":2/)
    expect(text).not.toContain('"calls"')
  })
  it('that is drawn calls them under it', async () => {
    const {edition, told} = await compose('<!-- chart: column, alt: x -->\n| Year | People |\n| - | -: |\n| 2023 | fact:casualties@2023 |\n| 2024 | [6,279](fact:casualties) |\n')
    expect(told).toEqual([])
    const text = JSON.stringify(edition?.body)
    expect(text).toContain('"calls":[1,2]')
    expect(text).not.toContain('"type":"note"')
  })
  const chart = (rows: string, data = 'casualties') => `<!-- chart: column, alt: x, data: ${data} -->\n| Year | People |\n| - | -: |\n${rows}`
  it('is held against a series, row by row', async () => {
    expect((await compose(chart('| 2023 | 5,757 |\n| 2024 | 6,279 |\n'))).told).toEqual([])
    expect((await compose(chart('| 2023 | 5,575 |\n| 2024 | – |\n| 2022 | 3 |\n'))).told).toEqual([
      'error 4:10-4:15 facts/text-differs: `5,575` is not what the register has: the register has `5,757 people`, for 2023',
      'error 6:10-6:11 facts/no-period: `casualties` has no value for `2022`',
    ])
    expect((await compose(chart('| early | 5,757 |\n'))).told).toEqual(['error 4:11-4:16 facts/series-row: `early` is no year, month or day: the numbers of this row cannot be held against `casualties`'])
  })
  it('with a head alone is filled from its series', async () => {
    const {edition, told} = await compose(chart(''))
    expect(told).toEqual([])
    expect(JSON.stringify(edition?.body)).toMatch(/"2023".*"5,757".*"2024".*"6,279"/)
  })
})
