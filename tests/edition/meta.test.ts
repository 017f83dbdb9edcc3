import {expect, it} from 'vitest'
import {compose} from './compose.js'

it('says of the paper what its front matter says, as it prints', async () => {
  const {edition, told} = await compose('Text.\n', {
    title: "It's time",
    front: `subtitle: Why now
symbol: MBC/2026/3
as_of: 2026-11
language: en
marking: tlp:clear
country: POL
contact: [policy-desk]
author: A. Author
keywords: [mines, Poland]
series: Briefings
review_by: 2027-01-31`,
  })
  expect(told).toEqual([])
  const {meta} = edition ?? {}
  expect(meta).toMatchObject({
    kind: 'fact-sheet',
    title: 'It’s time',
    short: 'It’s time',
    subtitle: 'Why now',
    symbol: 'MBC/2026/3',
    date: {text: '2026-11-24'},
    asOf: {text: '2026-11'},
    language: 'en',
    paper: 'A4',
    audience: 'external',
    marking: 'TLP:CLEAR',
    country: {iso2: 'PL', iso3: 'POL', name: 'Poland'},
    contacts: [{name: 'Policy Desk'}],
    author: 'A. Author',
    keywords: ['mines', 'Poland'],
    more: {series: 'Briefings', review_by: 'To be reviewed by 31\u00A0January\u00A02027'},
  })
})

it('takes the date as the date of its facts, and has a budget and an open mind on contents, where nothing is said', async () => {
  const {edition} = await compose('Text.\n')
  expect(edition?.meta.asOf.text).toBe('2026-11-24')
  expect(edition?.budget).toEqual([1, 2])
  expect(edition?.listContents).toBe('auto')
  const said = await compose('Text.\n', {front: 'budget: none\ncontents: no'})
  expect(said.edition?.budget).toBeUndefined()
  expect(said.edition?.listContents).toBe(false)
})

it('takes the paper of the command line, else of the front matter, else of the workspace, else of the brand', async () => {
  const paper = async (front: string, options: {paper?: 'A4' | 'Letter'; defaultPaper?: 'A4' | 'Letter'}) => (await compose('Text.\n', {front, options})).edition?.meta.paper
  expect(await paper('paper: Letter', {paper: 'A4', defaultPaper: 'Letter'})).toBe('A4')
  expect(await paper('paper: Letter', {defaultPaper: 'A4'})).toBe('Letter')
  expect(await paper('', {defaultPaper: 'Letter'})).toBe('Letter')
  expect(await paper('', {})).toBe('A4')
})

it('knows a language by its name', async () => {
  expect((await compose('Text.\n', {front: 'language: French'})).told).toEqual(['error -1:11--1:17 edition/unknown-language: Expected the code of a language, found `French`'])
})

it('names a State in the language of the paper', async () => {
  const {edition} = await compose('Texte.\n', {front: 'language: fr\ncountry: Poland'})
  expect(edition?.meta.country?.name).toBe('Pologne')
})

it('tells what it does not know, all at once, with the nearest name', async () => {
  const {told, edition} = await compose('![](gone.png) text.\n', {front: 'language: tlh\ncountry: Polland\ncontact: [policy-dsk, press]'})
  expect(edition).toBeUndefined()
  // Lines above the body are counted down from 0, which is the line that closes the front matter.
  expect(told).toEqual([
    'error -3:11--3:14 edition/unknown-language: Papers cannot be set in `tlh` yet',
    'error -2:10--2:17 edition/unknown-country: `Polland` is not the name or code of a State',
    'error -1:11--1:21 edition/unknown-contact: The brand `house` has no contact `policy-dsk`',
    'error -1:23--1:28 edition/unknown-contact: The brand `house` has no contact `press`',
    'error 1:5-1:13 edition/image-missing: There is no file `gone.png`',
  ])
})

it('knows the parts of a paper by its blocks, its marked headings, its kind and its notes', async () => {
  const parts = async (body: string, kind = 'fact-sheet') => (await compose(body, {kind})).edition?.parts
  expect(await parts('Text.\n')).toEqual([])
  expect(await parts('Text.[^1]\n\n[^1]: Note.\n')).toEqual(['source'])
  expect(await parts('<!-- section: status -->\n## Where it stands\n\nText.\n')).toEqual(['status'])
  expect(await parts('## Why?\n\nSo.\n', 'q-and-a')).toEqual(['question'])
  expect(await parts('> Argument.\n\n> [!RESPONSE]\n> Answer.\n\n> [!ASK]\n> Do.\n\n> [!INTERNAL]\n> ```sources\n> - id: x\n>   type: web\n>   title: X\n> ```\n')).toEqual(['argument', 'ask'])
})
