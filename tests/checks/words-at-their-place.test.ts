import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {memoryFiles} from '../edition/compose.js'
import {stepsOf} from '../steps.js'

const FRONT = '---\nkind: q-and-a\ntitle: Questions\ndate: 2026-11-24\n---\n\n## Why?\n\n'

/** What was typed at the place of each finding of some rules: exactly the words it speaks of. */
async function wordsAt(body: string, {rule, front = FRONT, brand}: {rule: string; front?: string; brand?: string}): Promise<string[]> {
  const text = front + body
  const files = memoryFiles(brand === undefined ? {} : {'styles/own/_brand.yml': brand})
  const {diagnostics} = await check({path: 'briefings/paper.md', text}, {files, ...(brand === undefined ? {} : {brand: 'own'})})
  return diagnostics.flatMap((one) => (one.severity === 'error' ? [one.message] : one.rule === rule ? [text.slice(one.place.start?.offset, one.place.end?.offset)] : []))
}

const FIGURE = {rule: 'checks/unsourced-figure'}
const STATE = {rule: 'checks/state-name'}

describe('the place of a word', () => {
  it('is found behind emphasis, code, links, notes, entities, escapes and curled marks', async () => {
    expect(await wordsAt('"It" *is* `so` &amp; [a](https://example.org/5), \\*so\\*, in **Turkey**, or &#169; Burma.', STATE)).toEqual(['Turkey', 'Burma'])
  })
  it('is found over line ends, in lists, in quotations with a role and in cells', async () => {
    expect(await wordsAt('> [!NOTE]\n> One line\n> and then Turkey and the Czech\n> Republic.\n\n- a\n  - b in\n    Burma\n\n| A | B |\n| - | - |\n| x | in Swaziland |\n', STATE)).toEqual(['Turkey', 'Czech\n> Republic', 'Burma', 'Swaziland'])
  })
  it('is found in YAML, plain, quoted, folded and literal', async () => {
    const asks = ['ask: Ask Turkey for 1,200.', "ask: 'Ask Burma''s friends for 1,300.'", 'ask: "Ask \\u0053waziland, then Holland."', 'ask: >\n    Ask them,\n    and Cape Verde.', 'ask: |\n    Ask\n    East Timor.']
    const body = `\`\`\`recommendations\n${asks.map((ask) => `- ${ask}`).join('\n')}\n\`\`\`\n`
    expect(await wordsAt(body, STATE)).toEqual(['Turkey', 'Burma', '"Ask \\u0053waziland, then Holland."', 'Holland', 'Cape Verde', 'East Timor'])
    expect(await wordsAt(body, FIGURE)).toEqual(['1,200', '1,300'])
  })
  it('is found behind the call of a source and the addressee of an ask', async () => {
    expect(await wordsAt('> [!ASK]\n> 1. **The Government:** Ask Turkey.\n', STATE)).toEqual(['Turkey'])
  })
  it('is found in French, whose spaces nobody types', async () => {
    const front = FRONT.replace('date:', 'language: fr\ndate:')
    expect(await wordsAt('Il dit : "non" ; puis la Turquie ! Et 12 000 ?', {...STATE, front})).toEqual(['Turquie'])
    expect(await wordsAt('Il dit : "non" ; puis la Turquie ! Et 12 000 ?', {...FIGURE, front})).toEqual(['12 000'])
  })
  it('is found in the title and the subtitle', async () => {
    expect(await wordsAt('So.', {...STATE, front: FRONT.replace('title: Questions', 'title: "Questions on Turkey"\nsubtitle: Asked in Burma')})).toEqual(['Turkey', 'Burma'])
  })
})

describe('a comment that ignores', () => {
  it.each([
    ['checks/unsourced-figure', 'It has 1,200.'],
    ['checks/decimal-sign', 'Some 12,5 per cent.'],
    ['checks/relative-time', 'It is currently so.'],
    ['checks/treaty-names', 'The Mine Ban Treaty.'],
    ['checks/state-name', 'In Turkey.'],
    ['checks/acronym', 'The MAC.'],
  ])('silences %s for its block alone', async (rule, words) => {
    const lead = 'The Ottawa Convention.\n\n'
    const loud = await wordsAt(`${lead}${words}\n`, {rule})
    expect(loud).toHaveLength(1)
    expect(await wordsAt(`${lead}<!-- demarche-ignore: ${rule}, reason: "It is meant so." -->\n${words}\n`, {rule})).toEqual([])
  })
})

describe('the house', () => {
  const brand = (more: string) => `meta: {name: Own}\ntypography:\n  fonts: [{family: Source Sans 3, source: google}]\n  base: Source Sans 3\n  headings: Source Sans 3\ndefaults:\n  demarche:\n${more}`
  it('names the short form of a treaty that its papers keep to', async () => {
    const body = 'The Mine Ban Convention is the Ottawa Treaty, and the Arms Trade Treaty is another.'
    expect(await wordsAt(body, {rule: 'checks/treaty-names'})).toEqual(['Ottawa Treaty'])
    expect(await wordsAt(body, {rule: 'checks/treaty-names', brand: brand('    treaties: {Ottawa Treaty: []}\n')})).toEqual(['Mine Ban Convention'])
    expect(await wordsAt('The Big Treaty, or Large Treaty.', {rule: 'checks/treaty-names', brand: brand('    treaties: {Large Treaty: [Big Treaty]}\n')})).toEqual(['Big Treaty'])
  })
  it('says which letters its readers know', async () => {
    expect(await wordsAt('The ICRC and the MAC.', {rule: 'checks/acronym'})).toEqual(['ICRC', 'MAC'])
    expect(await wordsAt('The ICRC and the MAC.', {rule: 'checks/acronym', brand: brand('    acronyms: [ICRC]\n')})).toEqual(['MAC'])
  })
})

describe('a line as long as one may be', () => {
  it.each(['1 ', 'Currently so. ', 'word (AB ', 'five hundred ', 'a/', 'Article 1, ', '“a ', 'Is. ', '| ', '{a=b ', '$a=', '==a ', '+---'])('of `%s` is read, at a cost that grows as it does', async (piece) => {
    const cost = (letters: number) => stepsOf(async () => expect((await wordsAt(piece.repeat(letters / piece.length), FIGURE)).filter((word) => !piece.includes(word))).toEqual([]))
    await cost(100)
    expect(await cost(28_000) / await cost(7_000)).toBeLessThan(4.5)
  })
})
