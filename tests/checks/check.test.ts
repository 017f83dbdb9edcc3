import {describe, expect, it} from 'vitest'
import {type CheckOptions, check} from '../../src/check.js'
import {checkPrint} from '../../src/checks/index.js'
import type {Page, TraceLine} from '../../src/print/index.js'
import {memoryFiles} from '../edition/compose.js'
import {told, toldWithHint} from '../told.js'

const paper = (body: string, front = 'kind: fact-sheet\ntitle: A paper') => ({path: 'briefings/paper.md', text: `---\n${front}\ndate: 2026-11-24\n---\n${body}`})
const checked = (body: string, front?: string, options: Partial<CheckOptions> = {}) => check(paper(body, front), {files: memoryFiles(), ...options})
const toldOf = async (...given: Parameters<typeof checked>) => (await checked(...given)).diagnostics.map((one) => told(one))

const FIGURES = '```key-figures\n- value: 5\n  label: States[^1]\n```\n\n[^1]: Note.\n'

describe('the parts of a paper', () => {
  it('are not missed where they are there', async () => {
    expect(await toldOf(FIGURES)).toEqual([])
  })
  it('are told at the title where they are missing, each with the deed that adds it', async () => {
    const {value, diagnostics} = await checked('Text.\n')
    expect(diagnostics.map((one) => toldWithHint(one))).toEqual([
      'warning 3:8-3:15 fact-sheet/missing-part: Readers of a `fact-sheet` look for the figures a reader takes away, and find none | Add a fence of `key-figures`',
      'warning 3:8-3:15 fact-sheet/missing-part: Readers of a `fact-sheet` look for a source, and find none | Add a fence of `sources`, or a note such as `[^1]` that names one',
    ])
    expect(value?.edition.path).toBe('briefings/paper.md')
  })
  it('do not count where they are left out', async () => {
    const body = `> [!INTERNAL]\n${FIGURES.trimEnd().split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n`
    expect(await toldOf(body)).toHaveLength(2)
    expect(await toldOf(body, undefined, {audience: 'internal'})).toEqual([])
  })
})

describe('a section of its kind', () => {
  const front = 'kind: q-and-a\ntitle: Questions'
  it('has text below its heading', async () => {
    expect(await toldOf('## Why?\n\nSo.\n\n## How?\n\n### In detail\n\n- So.\n', front)).toEqual([])
  })
  it('is told where it has none, for this audience', async () => {
    const body = '## Why?\n\n## How?\n\n> [!INTERNAL]\n> Secret.\n\n## When?\n\n### In detail\n'
    expect(await toldOf(body, front)).toEqual([
      'warning 6:1-6:8 q-and-a/empty-section: Nothing stands under this question',
      'warning 8:1-8:8 q-and-a/empty-section: Nothing stands under this question',
      'warning 13:1-13:9 q-and-a/empty-section: Nothing stands under this question',
    ])
    expect(await toldOf(body, front, {audience: 'internal'})).toHaveLength(2)
  })
  it('is not told where its author said so, with a reason', async () => {
    const body = '<!-- demarche-ignore: q-and-a/empty-section, reason: "to come" -->\n## Why?\n\n## How?\n'
    expect(await toldOf(body, front)).toEqual(['warning 9:1-9:8 q-and-a/empty-section: Nothing stands under this question'])
  })
})

describe('a check', () => {
  it('gives the briefing, its edition and the bytes it needs', async () => {
    const {value} = await checked(FIGURES)
    expect(value?.briefing.kind).toBe('fact-sheet')
    expect(value?.edition.notes).toHaveLength(1)
    for (const {sha256} of value?.edition.brand.fonts.faces ?? []) expect(value?.assets.has(sha256)).toBe(true)
  })
  it('tells all errors at once, in the order of the file, whoever found them', async () => {
    const body = '```key-figures\n- value: 5\n  lable: States\n```\n\n![x](gone.png) here, [there](doc:nowhere).\n'
    const {value, diagnostics} = await checked(body, 'kind: fact-sheet\ntitle: A paper\ncountry: Polland\ncontact: [press]')
    expect(value).toBeUndefined()
    expect(diagnostics.map(({rule}) => rule)).toEqual([
      'edition/unknown-country', 'edition/unknown-contact', 'key-figures/unknown-key', 'edition/image-missing', 'edition/unknown-paper',
    ])
  })
  it('does not tell what follows from a fence that could not be read', async () => {
    const body = '```key-figures\n- value: 5\n  label: States\n  source: x\n```\n\n```sources\n- id: x\n  type: web\n  titel: X\n```\n'
    expect((await checked(body)).diagnostics.map(({rule}) => rule)).toEqual(['sources/unknown-key'])
    const other = body.replace('titel', 'title').replace('source: x', 'source: y\n  lable: z')
    expect((await checked(other)).diagnostics.map(({rule}) => rule)).toEqual(['key-figures/unknown-key'])
  })
  it('takes the brand asked for, else the one the briefing names, else the default, else `house`', async () => {
    const brand = async (front: string, options: Partial<CheckOptions>) => (await checked(FIGURES, `kind: fact-sheet\ntitle: A paper${front}`, options)).value?.edition.brand.name
    expect(await brand('\nbrand: ministry', {brand: 'house', defaultBrand: 'ministry'})).toBe('house')
    expect(await brand('\nbrand: ministry', {defaultBrand: 'house'})).toBe('ministry')
    expect(await brand('', {defaultBrand: 'ministry'})).toBe('ministry')
    expect(await brand('', {})).toBe('house')
  })
  it('tells an unknown brand where it is named, and reads each brand of a run once', async () => {
    const brands: NonNullable<CheckOptions['brands']> = new Map()
    const front = 'kind: fact-sheet\ntitle: A paper\nbrand: hous'
    const first = await checked(FIGURES, front, {brands})
    const second = await checked(FIGURES, `${front.replace('title', 'symbol: X/1\ntitle')}`, {brands})
    expect(first.value).toBeUndefined()
    expect(first.diagnostics.map(({place}) => place.start?.line)).toEqual([4])
    expect(second.diagnostics.map(({rule, place}) => `${rule} ${place.start?.line}`)).toEqual(['brand/unknown 5'])
    await checked(FIGURES, undefined, {brands})
    const loaded = await brands.get('house')
    await checked(FIGURES, undefined, {brands})
    expect(await brands.get('house')).toBe(loaded)
    expect([...brands.keys()]).toEqual(['hous', 'house'])
  })
  it('does not share pictures between papers of one brand', async () => {
    const brands: NonNullable<CheckOptions['brands']> = new Map()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    const one = await check(paper(`${FIGURES}\n![](a.svg) in a line.\n`), {files: memoryFiles({'briefings/a.svg': svg}), brands})
    const two = await checked(FIGURES, undefined, {brands})
    expect((one.value?.assets.size ?? 0) - (two.value?.assets.size ?? 0)).toBe(1)
  })
  it('does not print a warning that its author switched off for a block', async () => {
    const ignored = `<!-- demarche-ignore: edition/dead-link, reason: "not there yet" -->\nSee [this](later.md).\n\nSee [that](later.md).\n\n${FIGURES}`
    expect(await toldOf(ignored)).toEqual(['warning 9:12-9:20 edition/dead-link: There is no briefing `later.md`: the words print without a link'])
  })
  it('says nothing of the file where there is no briefing in it', async () => {
    expect((await check({path: 'a.md', text: ''}, {files: memoryFiles()})).diagnostics.map(({rule}) => rule)).toEqual(['briefing/empty'])
  })
})

describe('the budget of pages', () => {
  const line = (y: number, role = 'P', place?: TraceLine['place']): TraceLine => ({text: 'words', x: 0, y, width: 50, size: 10, role, ...(place ? {place} : {})})
  const page = (number: number, lines: TraceLine[], edition = 'briefings.paper'): Page => ({number, edition, width: 595, height: 842, lines, figures: [], notes: []})
  const place = {path: 'briefings/paper.md', start: {line: 40, column: 1, offset: 900}, end: {line: 41, column: 1, offset: 950}}
  const over = [
    page(5, [line(100)]),
    page(6, [line(700)]),
    page(7, [line(20, 'Artifact'), line(100.2, 'P', place), line(100.4, 'TD'), line(114), {...line(128), text: ' '}]),
    page(8, [line(700), line(800, 'Artifact')]),
  ]
  const edition = async (front?: string) => (await checked(FIGURES, front)).value?.edition

  it('is kept by a paper within it, and by one without', async () => {
    const [own, free] = [await edition(), await edition('kind: fact-sheet\ntitle: A paper\nbudget: none')]
    expect(own && checkPrint(own, over.slice(0, 2))).toEqual([])
    expect(free && checkPrint(free, over)).toEqual([])
  })
  it('is told with the lines that are over, the page they begin on and where they were written; running heads do not count', async () => {
    const own = await edition()
    const found = own ? checkPrint(own, [page(1, [line(1)], 'another'), ...over]) : []
    expect(found.map((one) => toldWithHint(one))).toEqual([
      'warning 40:1-41:1 fact-sheet/over-budget: The paper runs to 4 pages: it is 3 lines over the 2 pages of a `fact-sheet`, from here on, on page 3 | Shorten it by as much, or write `budget: none` in the front matter',
    ])
  })
})
