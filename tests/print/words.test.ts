import {describe, expect, it} from 'vitest'
import {withCharacters} from '../../src/print/own-characters.js'
import type {Page} from '../../src/print/index.js'
import {printEditions} from '../../src/print/index.js'
import {front, sound} from '../papers.js'
import {markedWords} from './pdf/marked-words.js'
import {readPdf} from './pdf/read-pdf.js'
import {type ReadElement, readWords} from './pdf/words-of.js'
import {briefings, stress} from './stress.js'

const ownBriefing = (name: string): string => briefings.find(({path}) => path === `briefings/${name}.md`)?.text ?? ''

/** A briefing's file as pdf.js reads it, and what was set. */
async function read(text: string, path?: string): Promise<{pages: Page[]; pdf: Uint8Array}> {
  const {edition, assets} = await sound(text, path)
  const {value, diagnostics} = await printEditions([edition], assets)
  if (!value) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return value
}

/** pdf.js leaves out soft hyphens, and spaces at the end of lines. */
const bare = (words: string) => words.replace(/[\s\u00ad]/g, '')

/** What was set and is not read, and what is read and was not set, spaces aside. Each line is looked for where it goes on. */
function differences(pages: readonly Page[], elements: readonly ReadElement[][]): string[] {
  const told: string[] = []
  const seen = new Set<string>()
  let before = ''
  pages.forEach((page, at) => {
    const rest = (elements[at] ?? []).filter(({above, role}) => !isUnseen(above, role)).map(({words}) => bare(words))
    for (const {text, role} of page.lines) {
      const line = bare(text)
      if (line === '' || role === 'Artifact' || role === 'Figure') continue
      // The head of a table and a note that several pages call are read once; on another page its lines may break elsewhere.
      const again = seen.has(line) || before.includes(line)
      const whole = rest.indexOf(line)
      const found = whole >= 0 || (again && /^\d+$/.test(line)) ? whole : rest.findIndex((words) => words.startsWith(line))
      if (found < 0 && !again) told.push(`page ${at + 1}: not read: ${text}`)
      if (found >= 0) rest[found] = rest[found]?.slice(line.length) ?? ''
      seen.add(line)
    }
    before += (elements[at] ?? []).map(({words}) => bare(words)).join('')
    told.push(...rest.filter(Boolean).map((words) => `page ${at + 1}: not set: ${words}`))
  })
  return told
}

/** Drawings are read by what stands for them. */
const isUnseen = (above: readonly string[], role: string) => role === 'Figure' || above.includes('Figure')

describe('what is read is what was set, character for character', () => {
  it.each(['mine-ban/poland', 'mine-ban/q-and-a'])('in %s', async (name) => {
    const {pages, pdf} = await read(ownBriefing(name), `briefings/${name}.md`)
    expect(differences(pages, await readWords(pdf))).toEqual([])
  })
  it.each(['mine-ban/poland', 'mine-ban/latvia'])('in %s, justified', async (name) => {
    const {pages, pdf} = await read(ownBriefing(name).replace('\nbrand: house', '\nbrand: ministry'), `briefings/${name}.md`)
    expect(differences(pages, await readWords(pdf))).toEqual([])
  })
  it.each(stress.filter(({path}) => /nested|levels/.test(path)))('in $path', async ({text}) => {
    const {pages, pdf} = await read(text)
    expect(differences(pages, await readWords(pdf))).toEqual([])
  })
  it('and a word that is not read is told', () => {
    const page = {number: 1, edition: 'a', width: 1, height: 1, notes: [], figures: [], lines: [{text: 'Two words', x: 0, y: 0, width: 1, size: 1, role: 'P'}]}
    expect(differences([page], [[{role: 'P', above: [], words: 'Two word'}]])).toEqual(['page 1: not read: Two words', 'page 1: not set: Twoword'])
  })
})

describe('words come out as they went in', () => {
  const words = async (markdown: string, title = 'A paper') => {
    const {pdf} = await read(front().replace('A paper', title) + markdown)
    return markedWords(readPdf(pdf))
  }
  const paragraphs = async (markdown: string) => (await words(markdown)).filter(({role}) => role === 'P').map(({words: one}) => one.replaceAll('\u00a0', ' ').trimEnd())

  it('with ligatures taken apart', async () => {
    expect(await paragraphs('The office efficiently offered waffles.')).toContain('The office efficiently offered waffles.')
  })
  it('with a space where the author breaks a line', async () => {
    expect(await paragraphs('One line  \nand another.')).toContain('One line and another.')
  })
  it('with a space where a title is broken', async () => {
    const title = 'A title so long that it is broken into two lines or more of them'
    expect((await words('Words.', title)).filter(({role}) => role === 'H1').map((one) => one.words.replaceAll('\u00a0', ' '))).toEqual([title])
  })
  it('with lines of code apart', async () => {
    expect(await paragraphs('```\none\ntwo\n```\n')).toContain('one two')
  })
  it('with an address in one piece over several lines', async () => {
    const address = `https://example.org/${'a-very-long-path/'.repeat(9)}end`
    expect(await paragraphs(`<${address}>`)).toContain(address)
  })
  it('with each character of two that share a shape', async () => {
    expect(await paragraphs('The letter \u03bc is not the prefix \u00b5 of a unit.')).toContain('The letter \u03bc is not the prefix \u00b5 of a unit.')
    const glyph = {id: 7, codePoints: [0x3bc], advanceWidth: 500}
    expect(withCharacters([glyph, glyph], '\u03bc\u00b5').map(({codePoints}) => codePoints)).toEqual([[0x3bc], [0xb5]])
    expect(withCharacters([glyph], 'two').map(({codePoints}) => codePoints)).toEqual([[0x3bc]])
  })
  it('with a divided word whole but for its soft hyphen', async () => {
    const {pdf} = await read(ownBriefing('mine-ban/poland').replace('\nbrand: house', '\nbrand: ministry'), 'briefings/mine-ban/poland.md')
    const divided = markedWords(readPdf(pdf)).filter(({role, words: one}) => role === 'P' && one.includes('\u00ad'))
    expect(divided.length).toBeGreaterThan(0)
    for (const {words: one} of divided) expect(one).toMatch(/\p{L}\u00ad\p{L}/u)
  })
  it('with texts that begin with a soft hyphen, or hold nothing else', async () => {
    expect(await paragraphs('\u00adBegin **\u00adhere**.\n\n| \u00ad | Two |\n| --- | --- |\n| One | \u00ad |\n\n- \u00adpoint')).toContain('Begin here.')
  })
  it('with a paragraph over two pages in one piece, each space in its place', async () => {
    const sentence = 'Every sentence of this paragraph is like every other sentence of it. '
    const found = await paragraphs(sentence.repeat(90))
    expect(found).toContain(sentence.repeat(90).trim())
  })
  it('with the rows of a table over six pages once, and its head once', async () => {
    const {pdf} = await read(stress.find(({path}) => path.includes('table-over'))?.text ?? '')
    const cells = markedWords(readPdf(pdf)).filter(({role}) => role === 'TH').map((one) => one.words.trim())
    expect(cells).toEqual(['State', 'Bound from', 'Status', ...Array.from({length: 260}, (_, at) => `State\u00a0${at + 1}`)].map((one) => expect.stringMatching(new RegExp(`^${one.replace(/\s/, '\\s')}$`))))
  })
})
