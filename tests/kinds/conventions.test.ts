import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {layoutEditions, type Page} from '../../src/print/index.js'
import {memoryFiles} from '../edition/compose.js'
import {told, toldWithHint} from '../told.js'

interface Written {
  front?: string
  body: string
  audience?: 'internal'
  brand?: string
  papers?: Record<string, {path: string; title: string; symbol?: string; ids: string[]}>
}

const paper = (kind: string, {front = '', body, ...options}: Written) =>
  check(
    {path: 'briefings/paper.md', text: `---\nkind: ${kind}\ntitle: A paper\ndate: 2026-11-24\n${front}---\n${body}\n`},
    {files: memoryFiles(), ...options, papers: (name) => options.papers?.[name], paperPaths: Object.values(options.papers ?? {}).map(({path}) => path)},
  )

const toldOf = async (kind: string, written: Written) => (await paper(kind, written)).diagnostics.map((one) => told(one))

async function pagesOf(kind: string, written: Written): Promise<Page[]> {
  const {value, diagnostics} = await paper(kind, written)
  if (!value) throw new Error(diagnostics.map((one) => told(one)).join('\n'))
  const {value: laid} = await layoutEditions([value.edition], value.assets)
  return laid?.pages ?? []
}

const wordsOf = (pages: readonly Page[]) => pages.flatMap(({lines}) => lines.map(({text}) => text)).join(' ').replace(/[\s\u00A0]+/g, ' ')

describe('a note verbale', () => {
  const english = 'symbol: 114/2026\nsender: the Permanent Mission of A\nrecipient: the Permanent Mission of B\nplace: Geneva\n'
  const french = 'symbol: 114/2026\nlanguage: fr\nsender: la Mission permanente de A\nplace: Genève\n'
  const papers = {report: {path: 'briefings/report.md', title: 'The report', symbol: 'R/1', ids: []}}

  it('stands between formulas of courtesy, and is dated and sealed at its end', async () => {
    const pages = await pagesOf('note-verbale', {front: `${english}enclosures: ["doc:report", A map]\n`, body: 'inform it of a meeting.\n\nThe Mission would be grateful for an answer.', papers})
    expect(wordsOf(pages)).toContain('The Permanent Mission of A presents its compliments to the Permanent Mission of B and has the honour to inform it of a meeting.')
    expect(wordsOf(pages)).toContain(
      'The Permanent Mission of A avails itself of this opportunity to renew to the Permanent Mission of B the assurances of its highest consideration. Geneva, 24 November 2026',
    )
    expect(wordsOf(pages)).toMatch(/The Permanent Mission of B.* ENCLOSURES 1\. The report \(R\/1\) 2\. A map/i)
    expect(pages.flatMap(({figures}) => figures.map(({alt}) => alt))).toEqual(['Place of the seal'])
  })
  it.each([
    ['le Ministère des affaires étrangères', 'informer celui-ci', 'présente ses compliments au Ministère des affaires étrangères et a l’honneur d’informer celui-ci'],
    ['les Missions permanentes', 'prier celles-ci', 'présente ses compliments aux Missions permanentes et a l’honneur de prier celles-ci'],
    ["l'Ambassade de B", 'appeler son attention', 'présente ses compliments à l’Ambassade de B et a l’honneur d’appeler son attention'],
  ])('speaks French to %s', async (recipient, body, opening) => {
    const words = wordsOf(await pagesOf('note-verbale', {front: `${french}recipient: ${recipient}\n`, body: `${body}.`}))
    expect(words).toContain(`La Mission permanente de A ${opening}.`)
    expect(words).toContain(`saisit cette occasion pour renouveler ${opening.slice('présente ses compliments '.length).split(' et a ')[0]} les assurances de sa très haute considération. Genève, le 24 novembre 2026`)
  })
  it('goes on from the formula: a text that begins a sentence of its own is told, and so is none', async () => {
    const {diagnostics} = await paper('note-verbale', {front: english, body: 'The Mission has news.'})
    expect(diagnostics.map((one) => toldWithHint(one))).toEqual([
      'error 10:1-10:22 note-verbale/opening: The text of a note goes on from `and has the honour to`: expected a paragraph that begins with a small letter | Begin with what is done: `inform it that ...`, `draw its attention to ...`',
    ])
    expect(await toldOf('note-verbale', {front: english, body: ''})).toEqual([expect.stringMatching(/^error 2:7-2:19 note-verbale\/opening: /)])
    expect(await toldOf('note-verbale', {front: english, body: '## A heading\n\ninform it.'})).toEqual([expect.stringMatching(/^error 10:1-10:13 note-verbale\/opening: /)])
  })
  it('takes both offices as they stand in a sentence: a large article becomes small within it, and none is told', async () => {
    const front = (sender: string, recipient: string) => `symbol: 114/2026\nsender: ${sender}\nrecipient: ${recipient}\nplace: Geneva\n`
    const body = 'inform it of a meeting.'
    expect(wordsOf(await pagesOf('note-verbale', {front: front('The Ministry', 'The Embassy'), body}))).toContain('The Ministry presents its compliments to the Embassy and has')
    expect(await toldOf('note-verbale', {front: front('the Ministry', 'Permanent Mission of B'), body})).toEqual([
      'warning 7:12-7:34 note-verbale/no-article: `Permanent Mission of B` stands in the sentences of the note, and has no article',
    ])
    expect(await toldOf('note-verbale', {front: front('the Ministry', 'all Permanent Missions'), body})).toEqual([])
  })
  it('never parts its last words from the seal', async () => {
    for (let lines = 24; lines < 44; lines += 1) {
      const pages = await pagesOf('note-verbale', {front: english, body: `inform it of meetings.${'\n\nThe Mission would be grateful.'.repeat(lines)}`})
      const sealed = pages.find(({figures}) => figures.length > 0)
      expect(wordsOf(sealed ? [sealed] : [])).toContain('avails itself of this opportunity')
    }
  })
  it('tells an enclosure that does not exist at its place', async () => {
    expect(await toldOf('note-verbale', {front: `${english}enclosures: [A map, "doc:reprot"]\n`, body: 'inform it of a meeting.', papers})).toEqual([
      'error 9:21-9:33 edition/unknown-paper: There is no briefing `reprot`',
    ])
  })
})

describe('the third person', () => {
  it('is missed where a paper speaks of "we", but not in what it quotes', async () => {
    const body = 'We have called. It thanks the US delegation.\n\n> We do not agree.\n\nThe Ministry renews "our" word, and its own.'
    expect(await toldOf('aide-memoire', {body})).toEqual(['warning 6:1-6:3 aide-memoire/first-person: `We` speaks for who writes, and an `aide-memoire` is in the third person'])
    expect(await toldOf('aide-memoire', {front: 'language: fr\n', body: 'Le Ministère a parlé. Notre avis est connu.'})).toEqual([
      'warning 7:23-7:28 aide-memoire/first-person: `Notre` speaks for who writes, and an `aide-memoire` is in the third person',
    ])
    expect(await toldOf('statement', {front: 'speaker: The Chair\noccasion: A meeting\n', body: 'We have called.'})).toEqual([])
  })
})

describe('an aide-memoire', () => {
  it('has its lists under the text of the numbered paragraph above, where its brand numbers them', async () => {
    const [page] = await pagesOf('aide-memoire', {body: 'The Ministry asks:\n\n- for a report;\n\n1. for an answer.\n\n## Then\n\n- A list of its own.', brand: 'ministry'})
    const xOf = (text: string) => page?.lines.find((line) => line.text.replaceAll('\u00A0', ' ').trim() === text)?.x ?? Number.NaN
    const markers = page?.lines.filter(({text}) => text === '–').map(({x}) => x) ?? []
    expect(markers[0]).toBeCloseTo(xOf('The Ministry asks:'), 1)
    expect(markers[1]).toBeCloseTo(xOf('Then'), 1)
    expect(xOf('for a report;')).toBeGreaterThan(xOf('The Ministry asks:'))
  })
  it.each(['house', 'ministry'])('has room for initials at the lower right of its last page, in the brand %s', async (brand) => {
    const short = await pagesOf('aide-memoire', {body: 'The Ministry has called.', brand})
    const long = await pagesOf('aide-memoire', {front: 'budget: none\n', body: 'The Ministry has called, and has been heard.\n\n'.repeat(60), brand})
    expect(long.length).toBeGreaterThan(1)
    for (const pages of [short, long]) {
      const initials = pages.map(({lines}) => lines.find(({text}) => /^initials$/i.test(text)))
      const foot = pages.at(-1)?.lines.find(({text}) => text.startsWith('page '))
      expect(initials.slice(0, -1).every((one) => one === undefined)).toBe(true)
      expect(initials.at(-1)?.x).toBeGreaterThan((pages[0]?.width ?? 0) * 0.6)
      expect((foot?.y ?? 0) - (initials.at(-1)?.y ?? 0)).toBeGreaterThan(7)
      expect((foot?.y ?? 0) - (initials.at(-1)?.y ?? 0)).toBeLessThan(42)
    }
  })
})

describe('a statement', () => {
  const front = 'speaker: The Chair\noccasion: {meeting: A meeting, place: Geneva, date: 2026-11-30}\n'

  it('is to be checked against delivery, and says who speaks, where and when', async () => {
    const words = wordsOf(await pagesOf('statement', {front, body: 'Friends,'}))
    expect(words).toMatch(/^check against delivery .*speaker The Chair occasion A meeting, Geneva, 30 November 2026 Friends,/i)
    expect(wordsOf(await pagesOf('statement', {front: `language: fr\n${front}`, body: 'Mesdames et Messieurs,'}))).toMatch(/^seul le prononcé fait foi .*30 novembre 2026/i)
  })
  it.each(['house', 'ministry'])('is set large, in the brand %s', async (brand) => {
    const pages = await pagesOf('statement', {front, body: 'Friends,', brand})
    expect(pages[0]?.lines.find(({text}) => text === 'Friends,')?.size).toBe(13)
  })
  it('is told where it takes longer than its minutes', async () => {
    const words = (count: number) => `${'word '.repeat(count - 1)}word.\n\n## Words of a heading do not count`
    expect(await toldOf('statement', {front: `${front}minutes: 2\n`, body: words(240)})).toEqual([])
    expect((await paper('statement', {front: `${front}minutes: 2\n`, body: words(245)})).diagnostics.map((one) => toldWithHint(one))).toEqual([
      'warning 7:10-7:11 statement/over-time: The text has 245 words, and 2 minutes take 240 at 120 a minute | Shorten it by 5 words',
    ])
  })
})

describe('talking points', () => {
  const front = 'occasion: A meeting\n'
  const parts = '> [!OBJECTIVE]\n> An answer.\n\n## Points to make\n\n- One.\n\n## If raised\n\nTwo.\n\n## Background\n\nThree.\n'

  it('know their parts by their usual headings, or by a comment above others', async () => {
    expect(await toldOf('talking-points', {front, body: parts})).toEqual([])
    expect(await toldOf('talking-points', {front, body: parts.replace('## If raised', '<!-- section: if-raised -->\n## Should they ask')})).toEqual([])
    expect(await toldOf('talking-points', {front, body: parts.replace('## If raised', '## Should they ask')})).toEqual([
      'warning 3:8-3:15 talking-points/missing-part: Readers of a `talking-points` look for what to say if a matter is raised, and find none',
    ])
  })
  it('are told without an objective', async () => {
    expect(await toldOf('talking-points', {front, body: parts.slice(parts.indexOf('##'))})).toEqual([
      'warning 3:8-3:15 talking-points/missing-part: Readers of a `talking-points` look for the objective in a line or two, and find none',
    ])
  })
  it('print what must not be disclosed for the internal audience alone, under that name', async () => {
    const body = `${parts}\n> [!INTERNAL]\n> The reserve.\n`
    expect(wordsOf(await pagesOf('talking-points', {front, body}))).not.toMatch(/disclosed|reserve/i)
    expect(wordsOf(await pagesOf('talking-points', {front, body, audience: 'internal'}))).toMatch(/not to be disclosed The reserve\./i)
    expect(wordsOf(await pagesOf('talking-points', {front, body}))).toMatch(/objective An answer\./i)
  })
  it('do not print for everybody what a heading says must not be disclosed', async () => {
    expect(await toldOf('talking-points', {front, body: `${parts}\n### Not to be disclosed\n\nThe reserve.\n`})).toEqual([
      'error 22:1-22:24 talking-points/undisclosed: `Not to be disclosed` and what stands below it print for every reader',
    ])
    expect(await toldOf('talking-points', {front, body: `${parts}\n> [!INTERNAL]\n> ### Not to be disclosed\n>\n> The reserve.\n`, audience: 'internal'})).toEqual([])
  })
})
