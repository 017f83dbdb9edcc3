import {expect, it} from 'vitest'
import {compose} from './compose.js'
import {outline} from './outline.js'

const ANNEX = {path: 'briefings/topic/annex.md', title: 'The annex', symbol: 'MBC/2', ids: ['tables']}
const papers = {annex: ANNEX, 'annex.md': ANNEX, '../topic/annex.md': ANNEX, plain: {path: 'briefings/plain.md', title: 'Plain', ids: []}}
const composed = (body: string) => compose(body, {papers, options: {paperPaths: [ANNEX.path]}})

it('leads to headings of the paper, with the page where `doc:` asks for it', async () => {
  const {edition, told} = await composed('## Über uns\n\n[above](#über-uns), [above](doc:#%C3%BCber-uns), [](doc:#über-uns)\n')
  expect(told).toEqual([])
  expect(edition && outline(edition).split('\n')[1]).toBe('[above](#über-uns), [above](#über-uns, page), [Über uns](#über-uns, page)')
})

it('leads to what an author gave an id', async () => {
  const {edition, told} = await composed('See [the second ask](doc:#border).\n\n```recommendations\n- id: review\n  ask: Review.\n- id: border\n  ask: Plan.\n```\n')
  expect(told).toEqual([])
  expect(edition && outline(edition).split('\n')[0]).toBe('See [the second ask](#border, page).')
})

it('tells an id that is the address of a heading as well', async () => {
  const {told} = await composed('## Review\n\n```recommendations\n- id: review\n  ask: Review.\n```\n')
  expect(told).toEqual(['error 4:7-4:13 edition/doubled-id: `review` is the address of a heading or of another id as well'])
})

it('prints the symbol of another paper, once, and no page', async () => {
  const {edition, told} = await composed(
    '[Annex A](doc:annex), [table](doc:annex#tables), [table](annex.md#tables), [annex](../topic/annex.md), [MBC/2](doc:annex), [](doc:annex), [this](doc:plain)\n',
  )
  expect(told).toEqual([])
  expect(edition && outline(edition)).toBe(
    'Annex~A~(MBC/2), table~(MBC/2), table~(MBC/2), annex~(MBC/2), MBC/2, The annex~(MBC/2), this',
  )
})

it('leads within the paper where a link names the paper itself', async () => {
  const own = {path: 'briefings/topic/paper.md', title: 'A paper', symbol: 'MBC/1', ids: ['one']}
  const {edition} = await compose('## One\n\n[here](paper.md#one), [all](doc:paper)\n', {papers: {'paper.md': own, paper: own}})
  expect(edition && outline(edition).split('\n')[1]).toBe('[here](#one), all')
})

it('tells a `doc:` link to nothing as an error, with the nearest name', async () => {
  const {told, edition} = await composed('## Where Poland stands\n\n[a](doc:#where-poland-stnds)\n[b](doc:anex)\n[c](doc:annex#table)\n[d](doc:#nowhere)\n[e](doc:)\n')
  expect(edition).toBeUndefined()
  expect(told).toEqual([
    'error 3:5-3:28 edition/unknown-heading: No heading in this paper has the address `#where-poland-stnds`',
    'error 4:5-4:13 edition/unknown-paper: There is no briefing `anex`',
    'error 5:5-5:20 edition/unknown-heading: No heading in `annex` has the address `#table`',
    'error 6:5-6:17 edition/unknown-heading: No heading in this paper has the address `#nowhere`',
    'error 7:5-7:9 edition/unknown-paper: `doc:` names no paper and no heading',
  ])
})

it('tells a link to a briefing that has an error of its own as that, and guesses no other', async () => {
  const broken = {path: 'briefings/anex.md', title: '', unread: true as const, ids: []}
  const {told, edition} = await compose('[a](doc:anex) [b](anex.md#table)\n', {papers: {...papers, anex: broken, 'anex.md': broken}})
  expect(edition).toBeUndefined()
  expect(told).toEqual([
    'error 1:5-1:13 edition/unread-paper: The front matter of `briefings/anex.md` has an error: its title is not known here',
    'error 1:19-1:32 edition/unread-paper: The front matter of `briefings/anex.md` has an error: its title is not known here',
  ])
})

it('tells a plain link to nothing: an error near a name, else a warning, and the words print', async () => {
  const near = await composed('## Status\n\n[a](#statsu)\n[b](anex.md)\n')
  expect(near.told).toEqual([
    'error 3:5-3:12 edition/unknown-heading: No heading in this paper has the address `#statsu`',
    'error 4:5-4:12 edition/unknown-paper: There is no briefing `anex.md`',
  ])
  const far = await composed('[a](#nowhere) [b](elsewhere.md) [c](/url) [d]() [](https://example.org) [e](#)\n')
  expect(far.told).toEqual([
    'warning 1:5-1:13 edition/dead-link: No heading in this paper has the address `#nowhere`: the words print without a link',
    'warning 1:19-1:31 edition/dead-link: There is no briefing `elsewhere.md`: the words print without a link',
    'warning 1:37-1:41 edition/dead-link: `/url` is no briefing and no web address: its words print without a link',
    'warning 1:43-1:48 edition/dead-link: This link leads nowhere: its words print without a link',
    'warning 1:49-1:72 edition/link-without-words: This link has no words: nothing of it prints',
    'warning 1:77-1:78 edition/dead-link: `#` is no briefing and no web address: its words print without a link',
  ])
  expect(far.edition && outline(far.edition)).toBe('a b c d  e')
})

it('writes addresses as PDF files hold them', async () => {
  const {edition} = await composed('[a](https://müller.example/ä) [b](<mailto:ä@example.org>) [c](https://example.org)\n')
  expect(edition && outline(edition)).toBe('[a](https://xn--mller-kva.example/%C3%A4) [b](mailto:%C3%A4@example.org) [c](https://example.org)')
})
