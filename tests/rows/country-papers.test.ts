import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parse} from 'csv-parse/sync'
import {describe, expect, it, test} from 'vitest'
import {readTemplate} from '../../src/briefing/index.js'
import {build} from '../../src/build.js'
import {check} from '../../src/check.js'
import {wordsOf} from '../../src/content.js'
import {diskFiles} from '../../src/files.js'
import {countryOf} from '../../src/language/index.js'
import {loadRows, type Row} from '../../src/rows/index.js'
import {readWhen} from '../../src/shapes/fields.js'
import {faultsOf} from '../print/pdf/faults-of.js'
import {told} from '../told.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PATH = 'briefings/mine-ban/country-paper.md'
const source = {path: PATH, text: readFileSync(new URL(`../../${PATH}`, import.meta.url), 'utf8')}
const table = readFileSync(new URL('../../briefings/mine-ban/countries.csv', import.meta.url), 'utf8')
const countries: Record<string, string>[] = parse(table, {columns: true})
const where = (holds: (row: Record<string, string>) => boolean): string[] => countries.filter(holds).map(({iso2 = ''}) => iso2)

describe('the table of States', () => {
  it('has 162 States Parties and the five that have withdrawn, each once', () => {
    expect(new Set(countries.map(({iso2}) => iso2)).size).toBe(167)
    expect(where(({status}) => status === 'party').length).toBe(162)
    expect(where(({status}) => status === 'withdrawn').sort()).toEqual(['EE', 'FI', 'LT', 'LV', 'PL'])
  })
  it('names each as the United Nations do', () => {
    for (const {iso2 = '', iso3, name, in_text = '', opening, region} of countries) {
      const country = countryOf(iso2)
      expect([iso3, name, in_text, region]).toEqual([country?.iso3, country?.name('en'), country?.inText('en'), country?.region('en')])
      expect(opening).toBe(in_text.replace(/^./u, (letter) => letter.toUpperCase()))
    }
  })
  it('has whole days in their order, and blanks for what is not known', () => {
    for (const {iso2, signed, deposited, in_force, notified, effective} of countries) {
      const days = [signed, deposited, in_force, notified, effective].filter((day) => day !== '')
      expect([iso2, days.filter((day) => readWhen(day ?? '')?.day === undefined)]).toEqual([iso2, []])
      expect([iso2, [...days].sort()]).toEqual([iso2, days])
    }
    expect(where(({deposited}) => deposited === '')).toEqual(['LB'])
    expect(where(({in_force}) => in_force === '').sort()).toEqual(['LB', 'ME', 'SS'])
    expect(where(({in_force, in_force_basis}) => (in_force === '') !== (in_force_basis === ''))).toEqual([])
  })
  it('computes entry into force as Article 17 does: the first day of the sixth month after that of the deposit, and not before 1 March 1999', () => {
    const sixthAfter = (day: string) => {
      const {year = 0, month = 0} = readWhen(day) ?? {}
      return new Date(Date.UTC(year, month - 1 + 6, 1)).toISOString().slice(0, 10)
    }
    const wrong = countries.filter(({deposited = '', in_force, in_force_basis}) => {
      const sixth = sixthAfter(deposited)
      return in_force_basis === 'computed' && in_force !== (sixth < '1999-03-01' ? '1999-03-01' : sixth)
    })
    expect(wrong.map(({iso2}) => iso2)).toEqual([])
  })
  it('lets a withdrawal take effect six months after its notice, and says who reported it', () => {
    for (const {status, notified = '', effective = '', withdrawal_source} of countries) {
      expect([notified, effective, withdrawal_source].map((cell) => cell !== '')).toEqual(Array(3).fill(status === 'withdrawn'))
      if (status !== 'withdrawn') continue
      const {year = 0, month = 0, day = 0} = readWhen(notified) ?? {}
      expect(new Date(Date.UTC(year, month - 1 + 6, day)).toISOString().slice(0, 10)).toBe(effective)
    }
  })
  it('has a signature where there was one to ratify, and a source for every State', () => {
    expect(new Set(countries.map(({action}) => action))).toEqual(new Set(['ratification', 'accession', 'acceptance', 'approval', 'succession']))
    expect(where(({action = '', signed}) => /^(?:accession|succession)$/.test(action) !== (signed === ''))).toEqual([])
    expect(where(({source: said}) => said === '')).toEqual([])
    expect(where(({casualties_2023, casualties_2024, casualties_source}) => (`${casualties_2023}${casualties_2024}` === '') !== (casualties_source === ''))).toEqual([])
    expect(where(({contamination}) => contamination === 'massive').length).toBe(7)
  })
  it('says of Lebanon, Lithuania, Montenegro, South Sudan, Tonga and Ukraine what must be said of them', () => {
    expect(where(({remark}) => remark !== '').sort()).toEqual(['LB', 'LT', 'ME', 'SS', 'TO', 'UA'])
    expect(where(({suspension}) => suspension !== '')).toEqual(['UA'])
    expect(countries.find(({iso2}) => iso2 === 'UA')).toMatchObject({status: 'party', remark: expect.stringMatching(/no clause.*remains a State Party/)})
  })
})

const files = diskFiles(ROOT)
const template = readTemplate(source)
if (!template) throw new Error('the paper of a country is no template')
const {value: loaded, diagnostics: found} = await loadRows(template.asked, {files})
const rows = loaded?.rows ?? []
const shelves = {brands: new Map(), registers: new Map(), templates: new Map()}
const rowOf = (key: string): Row => rows.find((row) => row.key === key) as Row // a test below holds that all are there

describe('the papers on States', () => {
  it('are one for each of 167, under a name of its own', () => {
    expect(found.map((one) => told(one))).toEqual([])
    expect(rows.length).toBe(167)
    expect(rowOf('PL').output).toBe('POL-position-paper')
  })
  test.each(['house', 'ministry'])('are composed without a word in %s, and never with the sample of another State', async (brand) => {
    for (const row of rows) {
      const {value, diagnostics} = await check(source, {files, row, brand, ...shelves})
      expect([row.key, diagnostics.map((one) => told(one))]).toEqual([row.key, []])
      const printed = JSON.stringify({...value?.edition, brand: undefined}, (key, part) => (key === 'place' || key === 'path' ? undefined : part))
      const others = ['Austria', 'Cambodia', 'Ukraine', 'South Sudan', 'Türkiye', 'Lebanon'].filter((name) => name !== row.values.name)
      // In every paper on a party the three that joined last are named, and two names stand in sources.
      const stray = others.filter((name) => printed.replaceAll('Marshall Islands, Tonga and Lebanon', '').replaceAll('Lebanon acceded', '').includes(name))
      expect([row.key, stray, printed.includes('(row:')]).toEqual([row.key, [], false])
    }
  })
  it('say of each status what is so', async () => {
    const wordsFor = async (key: string) => {
      const {value} = await check(source, {files, row: rowOf(key), ...shelves})
      return value?.edition.body.flatMap((piece) => (piece.type === 'paragraph' ? [wordsOf(piece.children).replaceAll('\u00a0', ' ')] : [])).join('\n') ?? ''
    }
    expect(await wordsFor('NL')).toMatch(/^The Netherlands signed the Convention on 3 December 1997, and deposited its instrument of acceptance on 12 April 1999\.\nIt has been bound since 1 October 1999\./)
    expect(await wordsFor('PL')).toMatch(/On 20 August 2025 it deposited a notice of withdrawal, which took effect on 20 February 2026\./)
    expect(await wordsFor('LB')).toMatch(/^Lebanon did not sign the Convention\. It acceded to it in 2026\.\nThe Convention forbids/)
    expect(await wordsFor('SS')).toMatch(/successor State[\s\S]*we have computed no day of entry into force/)
    expect(await wordsFor('UA')).toMatch(/remains a State Party\.\nMines and explosive remnants of war killed or injured 580 people there in 2023 and 293 in 2024/)
    expect(await wordsFor('TR')).toMatch(/is one of seven States[\s\S]*give no count/)
    expect(await wordsFor('NU')).toMatch(/Our sources give neither/)
  })
  test.each(['GB', 'UA', 'LB', 'VA'])('%s takes two pages in the house brand, without a word, and is a tagged archival file', async (key) => {
    const {value, diagnostics} = await build(source, {files, row: rowOf(key), ...shelves})
    expect(diagnostics.map((one) => told(one))).toEqual([])
    expect(value?.pages.length).toBe(2)
    expect(value && faultsOf(value.pdf)).toEqual([])
  })
})
