import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.js'
import {check} from '../../src/check.js'
import {findLeaks} from '../../src/release/index.js'
import {inThisProcess} from '../../src/press/index.js'
import {memoryFiles} from '../edition/compose.js'
import {whitePng} from '../papers.js'
import {told} from '../told.js'

const SECRET = 'Ambassador Quillfeather assured us that the capital will sign before the summer recess.'
const PART = 'the capital will sign before the'

interface Planted {
  title?: string
  front?: string
  body?: string
  files?: Record<string, string | Uint8Array>
  audience?: 'external' | 'internal'
  more?: object
}

const textOf = ({title = 'A paper', front = '', body = ''}: Planted): string =>
  `---\nkind: q-and-a\ntitle: ${JSON.stringify(title)}\ndate: 2026-11-24\nbudget: none\n${front}---\n\n## Why now?\n\nBecause it matters.\n\n${body}\n\n> [!INTERNAL]\n> Not for *them*. ${SECRET.replace('assured', '**assured**').replace('that the', 'that\n> the')}\n`

async function printed(planted: Planted) {
  const files = memoryFiles({'map.png': whitePng(1320, 1320), ...planted.files})
  const {value, diagnostics} = await build({path: 'paper.md', text: textOf(planted)}, {files, audience: planted.audience ?? 'external', ...planted.more})
  return {value, leaks: diagnostics.filter(({rule}) => rule === 'release/leak').map((one) => told(one, 0)), diagnostics}
}

describe('a sentence that was left out', () => {
  it('is not found where it is nowhere, and the paper is printed', async () => {
    const {value, leaks, diagnostics} = await printed({more: {attachSource: true}})
    expect([leaks, diagnostics.filter(({severity}) => severity === 'error')]).toEqual([[], []])
    expect(value?.pdf.length).toBeGreaterThan(1000)
  })
  it.each([
    ['an alternative text', {body: `![${SECRET}](map.png "A map")`}, 'in an alternative text'],
    ['the subtitle', {front: `subtitle: ${JSON.stringify(SECRET)}\n`}, 'on page 1'],
    ['the title', {title: SECRET}, 'on page 1'],
    ['the short title', {front: `short: ${JSON.stringify(SECRET)}\n`}, 'on page 1'],
    ['the keywords', {front: `keywords: [${JSON.stringify(SECRET)}]\n`}, 'in the metadata (XMP)'],
    ['the author', {front: `author: ${JSON.stringify(SECRET)}\n`}, 'in the metadata (XMP)'],
    ['a heading, and so a bookmark', {body: `## ${SECRET}\n\nAn answer.`}, 'in the bookmarks'],
    ['a paragraph, in other type', {body: `${SECRET.replace('capital', '*capital*')}`}, 'on page 1'],
    ['attached data', {front: 'attach: [notes.csv]\n', files: {'notes.csv': `day,what\n1,"${SECRET.toUpperCase()}"\n`}}, 'in the attached file `notes.csv`'],
    ['the name of an attached file', {front: 'attach: [ambassador-quillfeather-assured-us-that-the-capital-will-sign-before-the-summer-recess.csv]\n', files: {'ambassador-quillfeather-assured-us-that-the-capital-will-sign-before-the-summer-recess.csv': 'a\n'}}, 'in the name of an attached file'],
    ['the address of a link', {body: '[A link](https://example.org/ambassador-quillfeather-assured-us-that-the-capital-will-sign-before-the-summer-recess).'}, 'in the address of a link'],
  ])('stops the paper where it stands in %s', async (_, planted, where) => {
    const {value, leaks} = await printed(planted)
    expect(value).toBeUndefined()
    expect(leaks).toHaveLength(1)
    expect(leaks[0]).toMatch(/^error 1[3-9]:\d+-\d+:\d+ release\/leak: A sentence that is left out for external readers stands /)
    expect(leaks[0]).toContain(where)
  })
  it('is told at its own words', async () => expect((await printed({front: `keywords: [${JSON.stringify(SECRET)}]\n`})).leaks).toMatchInlineSnapshot(`
    [
      "error 16:19-17:50 release/leak: A sentence that is left out for external readers stands in the keywords of the file and in the metadata (XMP): "Ambassador Quillfeather assured ... the summer recess."",
    ]
  `))
  it('may stand wherever it likes in the paper for our own people', async () => {
    const {value, leaks} = await printed({title: SECRET, audience: 'internal'})
    expect([leaks, value !== undefined]).toEqual([[], true])
  })
})

describe('part of a sentence', () => {
  it('of six words is told', async () => {
    const {leaks, value} = await printed({body: `![We hear that ${PART} summer](map.png "A map")`})
    expect(value).toBeUndefined()
    expect(leaks).toMatchInlineSnapshot(`
      [
        "error 15:19-16:50 release/leak: Part of a sentence that is left out for external readers stands in an alternative text: "that the capital will sign before"",
      ]
    `)
  })
  it('that the public text has too is no secret', async () => expect((await printed({body: `It is said that ${PART} winter.\n\n![We hear that ${PART} winter](map.png "A map")`})).leaks).toEqual([]))
  it('of five words is none', async () => expect((await printed({body: '![The capital will sign before dawn](map.png "A map")'})).leaks).toEqual([]))
  it('that is nothing but a name is none', async () => {
    const {leaks} = await printed({title: 'Poland and the Anti-Personnel Mine Ban Convention', body: '> [!INTERNAL]\n> Nobody at home asks us about Poland and the Anti-Personnel Mine Ban Convention of 1997.'})
    expect(leaks).toEqual([])
  })
})

describe('what the briefing cannot have put there', () => {
  it('is told by a name or a figure alone', async () => {
    const {value} = await printed({})
    const other = await printed({title: 'Quillfeather'})
    if (!value || !other.value) throw new Error('not printed')
    expect(findLeaks([value], {pdf: value.pdf})).toEqual([])
    expect(findLeaks([value], {pdf: other.value.pdf}).map((one) => told(one, 0))).toMatchInlineSnapshot(`
      [
        "error 15:19-16:50 release/leak: A name or figure of a sentence that is left out for external readers stands on page 1, in the bookmarks, in the properties of the file and elsewhere: "Quillfeather"",
      ]
    `)
  })
  it('is told in the name of the file', async () => {
    const {value} = await printed({})
    if (!value) throw new Error('not printed')
    expect(findLeaks([value], {name: 'topic/The_capital_will_sign_before_the_summer_recess.en.pdf'}).map((one) => told(one, 0))).toMatchInlineSnapshot(`
      [
        "error 15:19-16:50 release/leak: Part of a sentence that is left out for external readers stands in the name of its file: "the capital will sign before the"",
      ]
    `)
    expect(findLeaks([value], {name: 'topic/paper.en.pdf'})).toEqual([])
  })
  it('stops a paper in the press where its name tells', async () => {
    const text = textOf({})
    const room = inThisProcess({files: memoryFiles()})
    const job = {root: '/', prefix: '', defaultBrand: 'house', audience: 'external' as const, papers: []}
    const {value, diagnostics} = await room.print({...job, source: {path: 'briefings/the-capital-will-sign-before-the-summer-recess.md', text}})
    expect([value, diagnostics.map(({rule}) => rule)]).toEqual([undefined, ['release/leak']])
    expect((await room.print({...job, source: {path: 'briefings/paper.md', text}})).value?.pages).toBe(1)
  })
})

describe('what is looked for', () => {
  it('are notes that only the passage calls, words in its blocks, and where its links lead', async () => {
    const text = `---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n---\n\n## Q\n\nA.[^1]\n\n> [!INTERNAL]\n> B.[^2] [C](https://example.org/a/secret/place)\n>\n> \`\`\`key-figures\n> - value: 6,279\n>   label: people hurt, as the ministry told us in private\n> \`\`\`\n\n[^1]: A note for everybody who happens to read this.\n\n[^2]: A note from somebody who must not be named.\n`
    const {value} = await check({path: 'paper.md', text}, {files: memoryFiles()})
    if (!value) throw new Error('not read')
    const found = ['note-from-somebody-who-must-not-be-named', 'people-hurt-as-the-ministry-told-us-in-private', 'example.org/a/secret/place-https-example-org-a-secret-place', 'a-note-for-everybody-who-happens-to-read-this']
    expect(found.map((name) => findLeaks([value], {name}).map((one) => told(one, 0)))).toMatchInlineSnapshot(`
      [
        [
          "error 21:7-21:50 release/leak: Part of a sentence that is left out for external readers stands in the name of its file: "note from somebody who must not"",
        ],
        [
          "error 16:12-16:59 release/leak: A sentence that is left out for external readers stands in the name of its file: "people hurt, as ... us in private"",
        ],
        [
          "error 12:10-12:49 release/leak: A sentence that is left out for external readers stands in the name of its file: "https://example.org/a/secret/place"",
        ],
        [],
      ]
    `)
  })
  it('costs nothing where nothing is left out', async () => {
    const {value} = await check({path: 'paper.md', text: '---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n---\n\n## Q\n\nA.\n'}, {files: memoryFiles()})
    if (!value) throw new Error('not read')
    expect(findLeaks([value], {pdf: new TextEncoder().encode('no PDF, and never opened')})).toEqual([])
  })
})
