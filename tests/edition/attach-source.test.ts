import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {memoryFiles} from './compose.js'

const FRONT = '---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n---\n\n'
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoaGBoaAAABgYCASzBUNcAAAAASUVORK5CYII=', 'base64')

async function attached(text: string, audience: 'external' | 'internal' = 'external', more: Record<string, string> = {}) {
  const files = memoryFiles({'briefings/map.png': PICTURE, 'briefings/a/map.png': PICTURE, 'briefings/secret.png': PICTURE, ...more})
  const {value, diagnostics} = await check({path: 'briefings/paper.md', text}, {files, audience, attachSource: true})
  const list = value?.edition.attached ?? []
  const textOf = (name: string) => new TextDecoder().decode(value?.assets.get(list.find((one) => one.name === name)?.sha256 ?? ''))
  return {list, textOf, source: list.length > 0 ? textOf('paper.md') : undefined, errors: diagnostics.filter(({severity}) => severity === 'error')}
}
const sourceOf = async (body: string) => {
  const {source, errors} = await attached(FRONT + body)
  expect(errors).toEqual([])
  expect(source?.slice(0, FRONT.length)).toBe(FRONT)
  return source?.slice(FRONT.length)
}

describe('the attached source', () => {
  it('is the briefing to the last character where there is nothing to leave out', async () => {
    const body = '## Why?\r\n\r\nBecause\u00a0of *this*.\r\n\r\n~~~\n<!-- code -->\n~~~\n'
    expect(await sourceOf(body)).toBe(body)
  })
  it.each([
    ['a passage for our own people', '## Q\n\nA.\n\n> [!INTERNAL]\n> Secret.\n\nB.\n', '## Q\n\nA.\n\nB.\n'],
    ['one within a quotation', '## Q\n\n> [!NOTE]\n> A.\n>\n> > [!INTERNAL]\n> > Secret.\n>\n> B.\n', '## Q\n\n> [!NOTE]\n> A.\n>\n> B.\n'],
    ['one that is all of an item', '## Q\n\n- A\n- > [!INTERNAL]\n  > Secret.\n- B\n', '## Q\n\n- A\n- B\n'],
    ['one that kept two lists apart', '## Q\n\n- A\n\n> [!INTERNAL]\n> Secret.\n\n- B\n', '## Q\n\n- A\n\n<!-- -->\n\n- B\n'],
    ['a comment in its own line', '## Q\n\n<!-- ask Ann -->\n\nA.\n', '## Q\n\nA.\n'],
    ['a comment in a line of text', '## Q\n\nA. <!-- ask Ann --> B.\n', '## Q\n\nA.  B.\n'],
    ['a comment at the end of a line', '## Q\n\nA. <!-- ask Ann -->\n', '## Q\n\nA.\n'],
    ['a comment in a cell', '## Q\n\n| a <!-- x --> | b |\n| - | - |\n| 1 | 2 |\n', '## Q\n\n| a  | b |\n| - | - |\n| 1 | 2 |\n'],
    ['the reason of a warning that is switched off', '<!-- demarche-ignore: q-and-a/empty-section, reason: "not cleared" -->\n## Q\n', '## Q\n'],
    ['a comment of a fence', '## Q\n\n```timeline\n# ask Ann\n- date: 1999\n  # sure?\n  title: "#1 <!-- x -->"\n```\n', '## Q\n\n```timeline\n- date: 1999\n  title: "#1 "\n```\n'],
    ['a note that only the passage calls', '## Q\n\nA.[^1]\n\n> [!INTERNAL]\n> Secret.[^2]\n\n[^1]: One.\n\n[^2]: From a source who must not be named.\n', '## Q\n\nA.[^1]\n\n[^1]: One.\n\n'],
    ['a link definition that is a comment in disguise', '## Q\n\nA.\n\n[//]: # (ask Ann)\n', '## Q\n\nA.\n\n'],
  ])('is without %s', async (_, body, expected) => {
    const source = await sourceOf(body)
    expect(source).toBe(expected)
    expect(await sourceOf(source ?? '')).toBe(expected)
  })
  it('is without comments of the front matter', async () => {
    const {source} = await attached('---\n# not cleared\nkind: q-and-a\ntitle: A paper\n# draft 3\ndate: 2026-11-24\n---\n\n## Q\n\nA.\n')
    expect(source).toBe('---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n---\n\n## Q\n\nA.\n')
  })
  it('keeps the comments that a table prints by', async () => {
    const body = '## Q\n\n<!-- chart: bar, unit: people, alt: "Up" -->\n| Year | People |\n| - | -: |\n| 2024 | 3 |\n'
    expect(await sourceOf(body)).toBe(body)
  })
  it('has the passages where they print', async () => {
    const text = `${FRONT}## Q\n\nA.\n\n> [!INTERNAL]\n> Secret.\n`
    expect((await attached(text, 'internal')).source).toBe(text)
  })
  it('is refused where the text that is left would make another paper', async () => {
    const {errors} = await attached(`${FRONT}> [!INTERNAL]\n> ## Why?\n>\n> Secret.\n\n## Why?\n\nA.\n`)
    expect(errors.map(({rule, place}) => `${rule} ${place.start?.line}`)).toEqual(['edition/attach-source 7'])
  })
})

describe('what goes with it', () => {
  it('is each picture that prints, under a name of its own, and none of an internal passage', async () => {
    const {list} = await attached(`${FRONT}## Q\n\n![One](map.png)\n\n![Two](a/map.png)\n\n> [!INTERNAL]\n> ![No](secret.png)\n`)
    expect(list.map(({name, relationship, type}) => [name, relationship, type])).toEqual([
      ['paper.md', 'Source', 'text/markdown'],
      ['map.png', 'Source', 'image/png'],
      ['map-2.png', 'Source', 'image/png'],
      ['demarche.json', 'Supplement', 'application/json'],
    ])
  })
  it('is a recipe: the version, the brand, and what it is made from by path and SHA-256', async () => {
    const {textOf, list} = await attached(`${FRONT}## Q\n\n![One](map.png)\n`)
    const recipe = JSON.parse(textOf('demarche.json'))
    expect(recipe).toMatchObject({demarche: '0.1.0', briefing: 'briefings/paper.md', brand: 'house', paper: 'A4', audience: 'external'})
    expect(recipe.attached).toEqual({'briefings/paper.md': 'paper.md', 'briefings/map.png': 'map.png'})
    expect(recipe.inputs['briefings/paper.md']).toBe(list[0]?.sha256)
    expect(Object.keys(recipe.inputs).filter((path) => path.startsWith('@expo-google-fonts/')).length).toBeGreaterThan(3)
  })
})

const REGISTER = `# Not cleared: ask Ann
facts:
  parties:
    statement: {en: States Parties, fr: États parties}
    unit: {en: {one: State Party, other: States Parties}, fr: {one: État partie, other: États parties}}
    max_age: 180d
    values:
      - {value: 165, as_of: 2025-04, source: faq}
      - {value: 162, as_of: 2026-09, source: "untc, ch. XXVI", note: {en: five left, fr: cinq sont partis}}
      - {value: 161, as_of: 2027-01, source: secret}
  all: {statement: States, derived: "sum(members, 4)"}
  members: {statement: Members, values: [{value: 193, as_of: 2011-07}]}
  share: {statement: Share, derived: "share(parties, all)", decimals: 1}
  fall:
    statement: Fall of the casualties
    status: disputed
    reason: our lawyers doubt it
    caveat: {en: Disputed.}
    values: [{from: over 50, to: fewer than 10, as_of: 2025-04, source: faq}]
  hidden: {statement: A secret, values: [{value: 7, as_of: 2026, source: secret}]}
series:
  casualties: {statement: People killed or injured, unit: people, file: casualties.csv, as_of: 2025-12, source: lm}
sources:
  faq: {type: web, title: Frequently asked questions, accessed: 2025-04-30}
  untc: {type: treaty-register, title: "Treaties: the register"}
  lm: {type: report, title: Landmine Monitor, excerpts: [Many words of theirs]}
  secret: {type: statement, title: From a source who must not be named}
unchecked: ["12 offices"]
`
const WITH_REGISTER = {'briefings/facts.yml': REGISTER, 'briefings/casualties.csv': 'period,value,remark\n2022,4710,ask Ann\n2023,5757,\n2024,6279,\n'}
const BODY = `${FRONT}## Q

[162](fact:parties) States, [82.2 %](fact:share) of all; [from over 50 to fewer than 10](fact:fall); [6,279](fact:casualties@2024).

> [!INTERNAL]
> [7](fact:hidden), and [5,757](fact:casualties@2023).
`

describe('the register that goes with it', () => {
  it('is cut to what the paper prints: its values, what they are reckoned from, and their sources', async () => {
    const {list, textOf, errors} = await attached(BODY, 'external', WITH_REGISTER)
    expect(errors).toEqual([])
    expect(list.map(({name}) => name)).toEqual(['paper.md', 'facts.yml', 'demarche.json'])
    expect(textOf('facts.yml')).toMatchInlineSnapshot(`
      "facts:
        all:
          statement:
            en: 'States'
          derived: 'sum(members, 4)'
        casualties:
          statement:
            en: 'People killed or injured'
          unit:
            en:
              one: 'people'
              other: 'people'
          values:
            - value: '6279'
              period: '2024'
              as_of: '2025-12'
              source:
                - 'lm'
        fall:
          statement:
            en: 'Fall of the casualties'
          status: 'disputed'
          reason: 'as the caveat says'
          caveat:
            en: 'Disputed.'
          values:
            - from: 'over 50'
              to: 'fewer than 10'
              as_of: '2025-04'
              source:
                - 'faq'
        members:
          statement:
            en: 'Members'
          values:
            - value: '193'
              as_of: '2011-07'
        parties:
          statement:
            en: 'States Parties'
          unit:
            en:
              one: 'State Party'
              other: 'States Parties'
          values:
            - value: '162'
              as_of: '2026-09'
              source:
                - 'untc, ch. XXVI'
              note:
                en: 'five left'
        share:
          statement:
            en: 'Share'
          derived: 'share(parties, all)'
          decimals: '1'
      sources:
        faq:
          type: 'web'
          title: 'Frequently asked questions'
          accessed: '2025-04-30'
        lm:
          type: 'report'
          title: 'Landmine Monitor'
        untc:
          type: 'treaty-register'
          title: 'Treaties: the register'
      "
    `)
  })
  it('tells nobody outside what only an internal passage prints, nor why a fact is doubted, nor a comment', async () => {
    const {textOf} = await attached(BODY, 'external', WITH_REGISTER)
    for (const secret of ['hidden', 'secret', '5757', 'lawyers', 'Ann', '4710', '161', '165', 'excerpt', 'offices', 'cinq']) expect(textOf('facts.yml')).not.toContain(secret)
    const internal = await attached(BODY, 'internal', WITH_REGISTER)
    for (const own of ['hidden', '5757', 'must not be named']) expect(internal.textOf('facts.yml')).toContain(own)
  })
  it('makes the same paper, and is cut from itself to the same bytes', async () => {
    const first = await attached(BODY, 'external', WITH_REGISTER)
    const again = await attached(first.source ?? '', 'external', {'briefings/facts.yml': first.textOf('facts.yml')})
    expect(again.errors).toEqual([])
    expect(again.list.map(({name, sha256}) => [name, sha256])).toEqual(first.list.map(({name, sha256}) => [name, sha256]))
  })
  it('has both values of a disputed fact where the paper says both', async () => {
    const most = '  most:\n    statement: Its place\n    status: disputed\n    reason: both are said\n    caveat: Both are said.\n    values: [{text: the first, as_of: 2025}, {text: one of the first, as_of: 2025}, {text: the third, as_of: 2025}]\n'
    const {textOf, errors} = await attached(`${FRONT}## Q\n\n[one of the first](fact:most)\n`, 'external', {'briefings/facts.yml': REGISTER.replace('series:', `${most}series:`), 'briefings/casualties.csv': 'period,value\n'})
    expect(errors).toEqual([])
    expect(textOf('facts.yml')).toContain('one of the first')
    expect(textOf('facts.yml')).not.toContain('the third')
  })
  it('is named in the recipe as it goes along, without the files of its series', async () => {
    const {list, textOf} = await attached(BODY, 'external', WITH_REGISTER)
    const {inputs} = JSON.parse(textOf('demarche.json'))
    expect(inputs['briefings/facts.yml']).toBe(list.find(({name}) => name === 'facts.yml')?.sha256)
    expect(Object.keys(inputs)).not.toContain('briefings/casualties.csv')
  })
  it('goes whole where the author attaches it as data', async () => {
    const {list, textOf, errors} = await attached(BODY.replace('date:', 'attach: [facts.yml]\ndate:'), 'external', WITH_REGISTER)
    expect(errors).toEqual([])
    expect(list.map(({name}) => name)).toEqual(['facts.yml', 'paper.md', 'casualties.csv', 'demarche.json'])
    expect(textOf('facts.yml')).toBe(REGISTER)
  })
  it('stays at home where the paper prints none of it', async () => {
    expect((await attached(`${FRONT}## Q\n\nA.\n`, 'external', WITH_REGISTER)).list.map(({name}) => name)).toEqual(['paper.md', 'demarche.json'])
  })
})
