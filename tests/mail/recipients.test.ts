import {describe, expect, it, test} from 'vitest'
import type {Files} from '../../src/files.js'
import {readRecipients} from '../../src/mail/index.js'

const NOTE = {path: 'note.md', text: '---\nkind: cover-note\ntitle: Papers\ndate: 2026-11-24\nrows: recipients.csv\n---\n\n[Sir](row:salutation),\n'}

const holding = (csv: string): Files => ({
  read: async (path) => (path === 'recipients.csv' ? {bytes: new TextEncoder().encode(csv)} : {trouble: 'missing'}),
  readPackage: async () => ({trouble: 'missing'}),
})
const read = (...rows: string[]) => readRecipients(NOTE, {files: holding(['state,name,email,salutation', ...rows, ''].join('\n'))})

describe('recipients', () => {
  it('have a name and addresses, with their domains as mail systems take them', async () => {
    const {value, diagnostics} = await read('Norway,Permanent Mission of Norway,"mission@example.org; deputy@bücher.example",Madam')
    expect(diagnostics).toEqual([])
    expect(value).toMatchObject([{name: 'Permanent Mission of Norway', addresses: ['mission@example.org', 'deputy@xn--bcher-kva.example'], row: {key: 'Norway', values: {salutation: 'Madam'}}}])
  })
  test.each([
    ['Austria,Permanent Mission of Austria,,Sir', 'mail/no-address', '`Permanent Mission of Austria` has no address'],
    ['Austria,,a@example.org,Sir', 'mail/no-name', 'The recipient `Austria` has no `name`'],
    ['Austria,Permanent Mission,mission at example.org,Sir', 'mail/address', '`mission at example.org` is no address: expected one such as `mission@example.org`'],
    ['Austria,Permanent \u202eMission,a@example.org,Sir', 'mail/unseen', 'The name or the address holds a line break, or another sign that nobody sees'],
    ['Austria,"Mission\nBcc: x@evil.example",a@example.org,Sir', 'mail/unseen', 'The name or the address holds a line break, or another sign that nobody sees'],
  ])('%j is told at its line', async (row, rule, message) => {
    const {value, diagnostics} = await read('Norway,Permanent Mission of Norway,mission@example.org,Madam', row)
    expect(value).toBeUndefined()
    expect(diagnostics.map((one) => [one.rule, one.message])).toEqual([[rule, message]])
    expect(diagnostics[0]?.place).toMatchObject({path: 'recipients.csv', start: {line: 3}})
  })
  it('are told all at once', async () => {
    const {diagnostics} = await read('Norway,Permanent Mission of Norway,,Madam', 'Austria,Permanent Mission of Austria,,Sir')
    expect(diagnostics.map(({place}) => place.start?.line)).toEqual([2, 3])
  })
  it('are asked for where a note names none', async () => {
    const {diagnostics} = await readRecipients({...NOTE, text: NOTE.text.replace('rows: recipients.csv\n', '')}, {files: holding('')})
    expect(diagnostics.map(({rule}) => rule)).toEqual(['mail/no-recipients'])
  })
  it('need the columns `name` and `email`', async () => {
    const {diagnostics} = await readRecipients(NOTE, {files: holding('state,salutation\nNorway,Madam\n')})
    expect(diagnostics.map(({message}) => message)).toEqual(['The rows have no column `name`', 'The rows have no column `email`'])
  })
})
