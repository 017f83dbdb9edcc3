import {assert, asyncProperty, property, string} from 'fast-check'
import PostalMime from 'postal-mime'
import {describe, expect, it, test} from 'vitest'
import {asciiAddress, draftOf, type Enclosed, type Letter, subjectOf} from '../../src/mail/index.js'

const letter: Letter = {text: 'Dear Sir,\n\nŁódź, Україна, 日本.\n', html: '<!doctype html>\n<html lang="en"><body><p>Dear Sir,</p><p>Łódź, Україна, 日本.</p></body></html>\n'}
const pdf = Uint8Array.from({length: 3000}, (_, at) => (at * 7919) % 256)
const enclosed: Enclosed = {title: 'Papers for the Meeting', symbol: 'MBC/2026/P/1', marking: 'TLP:CLEAR', date: '2026-11-24', files: [{name: 'MBC-2026-P-1_papers_EN_2026-11-24.pdf', bytes: pdf}]}
const mission = {name: 'Permanent Mission of Norway', addresses: ['mission@example.org']}

const read = (bytes: Uint8Array) => PostalMime.parse(bytes)
const headOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').split('\r\n\r\n')[0] ?? ''

describe('a draft, read by another program than the one that wrote it', () => {
  it('goes to its recipient, from nobody, and says that it was not sent', async () => {
    const made = await draftOf(mission, letter, enclosed)
    const mail = await read(made)
    expect(mail.to).toEqual([{name: mission.name, address: 'mission@example.org'}])
    expect(mail.from).toBeUndefined()
    expect(mail.messageId).toBeUndefined()
    expect(mail.subject).toBe('[TLP:CLEAR] Papers for the Meeting (MBC/2026/P/1)')
    expect(mail.headers.find(({key}) => key === 'x-unsent')?.value).toBe('1')
    expect(mail.date).toBe('2026-11-24T00:00:00.000Z')
  })
  it('reaches nobody while it is only to be looked at, and says that it is a draft', async () => {
    const mail = await read(await draftOf(mission, letter, {...enclosed, preview: true}))
    expect(mail.to).toEqual([{name: mission.name, address: 'not-to-be-sent@draft.invalid'}])
    expect(mail.subject).toBe('[DRAFT] [TLP:CLEAR] Papers for the Meeting (MBC/2026/P/1)')
  })
  it('has plain words first, then the same as HTML, then the PDF with its bytes', async () => {
    const made = await draftOf(mission, letter, enclosed)
    const mail = await read(made)
    expect(mail.text).toBe(letter.text)
    expect(mail.html?.trimEnd()).toBe(letter.html.trimEnd())
    expect(mail.attachments.map(({filename, mimeType}) => [filename, mimeType])).toEqual([['MBC-2026-P-1_papers_EN_2026-11-24.pdf', 'application/pdf']])
    expect(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)).toEqual(pdf)
    const types = [...Buffer.from(made).toString('latin1').matchAll(/^Content-Type: ([a-z/]+)/gim)].map(([, type]) => type)
    expect(types).toEqual(['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'application/pdf'])
  })
  it('has the same bytes each time, and others for another recipient', async () => {
    const [one, again, other] = [await draftOf(mission, letter, enclosed), await draftOf(mission, letter, enclosed), await draftOf({...mission, name: 'Permanent Mission of Austria'}, letter, enclosed)]
    expect(Buffer.from(again).equals(Buffer.from(one))).toBe(true)
    expect(Buffer.from(other).equals(Buffer.from(one))).toBe(false)
  })
  test.each([
    'Représentation permanente de la Côte d’Ivoire',
    'Постійне представництво України',
    '日本国政府代表部',
    'البعثة الدائمة',
    'Mission, Permanent; of "Norway" <x@evil.example>',
    `${'A very long name of a mission '.repeat(8)}ends`,
  ])('keeps the name %s', async (name) => {
    const made = await draftOf({...mission, name}, letter, enclosed)
    const {to} = await read(made)
    expect(to?.map(({address}) => address)).toEqual(['mission@example.org'])
    expect(to?.[0]?.name).toBe(name)
    for (const line of headOf(made).split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
    expect(headOf(made)).toMatch(/^[\x20-\x7e\r\n\t]*$/)
  })
  it('has no more lines in its head than it should, whatever stands in name, title, symbol or marking', async () => {
    const hostile = string({unit: 'binary', maxLength: 60}).map((text) => `${text}\r\nBcc: all@evil.example\n\nX: y`)
    const known = new Set(['to', 'subject', 'date', 'mime-version', 'content-type', 'x-unsent'])
    await assert(
      asyncProperty(hostile, hostile, async (name, words) => {
        const mail = await read(await draftOf({...mission, name}, letter, {...enclosed, title: words, symbol: words, marking: words}))
        expect(mail.headers.map(({key}) => key).filter((key) => !known.has(key))).toEqual([])
        expect(mail.bcc).toBeUndefined()
        expect(mail.to?.flatMap((one) => one.address)).toEqual(['mission@example.org'])
        expect(mail.text).toBe(letter.text)
      }),
      {numRuns: 150},
    )
  })
})

describe('a subject', () => {
  it('has brackets and parentheses only around what there is', () => {
    expect(subjectOf({title: 'A title'})).toBe('A title')
    expect(subjectOf({title: 'A title', symbol: 'A/1'})).toBe('A title (A/1)')
    expect(subjectOf({title: 'A\ntitle', marking: 'EU LIMITE'})).toBe('[EU LIMITE] A title')
  })
})

describe('an address', () => {
  test.each([
    ['mission@example.org', 'mission@example.org'],
    ['first.last+tag@sub.example.org', 'first.last+tag@sub.example.org'],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['info@пример.испытание', 'info@xn--e1afmkfd.xn--80akhbyknj4f'],
  ])('%s is taken as %s', (typed, ascii) => expect(asciiAddress(typed)).toBe(ascii))
  test.each([
    'mission', 'mission@', '@example.org', 'mission@example', 'a b@example.org', 'a@b@example.org', '.a@example.org', 'a..b@example.org', 'миссия@example.org',
    'a@example.org\r\nBcc: b@example.org', 'a@exa\u202emple.org', 'Mission <a@example.org>', 'a@example..org', 'a@-example.org', 'a@127.0.0.1', '"a"@example.org', 'a@example.org,',
  ])('%j is none', (typed) => expect(asciiAddress(typed)).toBeUndefined())
  it('is ASCII without a space, or refused', () => {
    assert(property(string({unit: 'binary', maxLength: 40}), (text) => {
      for (const typed of [text, `${text}@example.org`, `a@${text}.org`]) expect(asciiAddress(typed) ?? 'a@b.c').toMatch(/^[!-~]+@[a-z0-9.-]+$/)
    }), {numRuns: 1000})
  })
})
