import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {diskFiles} from '../../src/files.js'
import {loadRegister, valueAt, whenOf} from '../../src/facts/index.js'

const FILES = diskFiles(fileURLToPath(new URL('../..', import.meta.url)))
const {value: register, diagnostics} = await loadRegister('briefings/mine-ban/fact-sheet.md', {files: FILES})

/** Each claim of the page of April 2025, by the fact that holds it, and the fact of what is known instead where that is another one. */
const CLAIMS: [claim: string, fact: string, now?: string][] = [
  ['adopted in Oslo in 1997', 'adopted'],
  ['165 States have joined', 'states-joined', 'states-parties'],
  ['casualties have fallen by over 75 %', 'fall-from-peak', 'fall-recorded'],
  ['first disarmament treaty to provide for victims', 'first-to-assist'],
  ['the most, or one of the most, successful disarmament treaties', 'most-successful'],
  ['a few kilograms set off an anti-personnel mine', 'ap-trigger'],
  ['100 kilograms or more an anti-vehicle mine', 'av-trigger'],
  ['no substantial technological development', 'no-new-technology'],
  ['over 55 million stockpiled mines destroyed', 'stock-destroyed'],
  ['over 30 States declared free of mines', 'clearance-completed'],
  ['from over 50 producers to fewer than 10', 'producers-fall', 'producers'],
  ['at least 58 countries and areas contaminated', 'contaminated'],
  ['84 % civilians in 2023', 'civilians'],
  ['37 % children in 2023', 'children'],
  ['no withdrawal since 1997', 'withdrawals'],
  ['five States consider withdrawal', 'withdrawals-considered'],
  ['20,000 to 26,000 casualties a year in the 1990s', 'casualties-1990s'],
  ['in Cambodia since 1992', 'npa-in-cambodia'],
  ['thousands of casualties a year in Cambodia in the 1990s', 'cambodia-1990s'],
  ['fewer than a hundred in 2023', 'cambodia-claimed', 'casualties-cambodia'],
  ['Ukraine one of the most heavily mined countries', 'ukraine-mined', 'mined-ukraine'],
  ['over 600 casualties in Syria since December 2024', 'syria-claimed', 'syria-since-december'],
  ['banned in more than 80 % of countries', 'share-claimed', 'share-of-states'],
  ['the study of the Red Cross', 'icrc-finding'],
  ['the Kakhovka dam', 'kakhovka'],
  ['the fall of the Assad government', 'assad-fall'],
  ['millions of mines removed, thousands of victims helped', 'cleared-claimed', 'assisted-claimed'],
]
const at = (id: string, day: string) => {
  const [fact, asOf] = [register?.facts.get(id), whenOf(day)]
  return fact && register && asOf ? valueAt(fact, {asOf}, register).value : undefined
}

describe('the register on the mine ban', () => {
  it('is without a fault', () => expect(diagnostics).toEqual([]))
  it('holds each of the 27 claims as it stood in April 2025, and what is known now', () => {
    expect(CLAIMS).toHaveLength(27)
    for (const [claim, id, now = id] of CLAIMS) {
      expect(at(id, '2025-04-30'), `${claim}: ${id} in April 2025`).toBeDefined()
      expect(at(now, '2026-11-24'), `${claim}: ${now} in November 2026`).toBeDefined()
    }
  })
  it.each([
    ['states-parties', '165', '162'],
    ['states-joined', '165', '167'],
    ['withdrawals', '0', '5'],
    ['withdrawals-considered', '5', '0'],
    ['contaminated', 'at least 58', 'at least 57'],
    ['civilians', '84 %', '90 %'],
    ['children', '37 %', '46 %'],
    ['clearance-completed', 'over 30', '31'],
  ])('%s was %s, and is %s', (id, then, now) => {
    const text = (day: string) => {
      const amount = at(id, day)?.amount
      return amount?.type === 'number' ? amount.text : undefined
    }
    expect([text('2025-04-30'), text('2026-11-24')]).toEqual([then, now])
  })
  it('says of each value who says so, and of each fact that is doubted why', () => {
    for (const fact of register?.facts.values() ?? []) {
      for (const {sources} of fact.values) expect(sources, fact.id).not.toEqual([])
      if (fact.status) expect(fact.reason, fact.id).toBeTruthy()
      if (fact.status === 'disputed') expect(fact.caveat?.en, fact.id).toBeTruthy()
    }
  })
  it('dates no edition of the Monitor by a month that is not known', () => {
    const days = (register?.facts.get('casualties-by-year')?.values ?? []).map(({asOf}) => asOf?.text)
    expect(days).toEqual(expect.arrayContaining(['2015', '2021', '2022-11-17', '2023-11', '2024-11', '2025-12-01']))
    expect(days.filter((day) => day !== undefined && /^20(?:09|1[1-35-9]|2[01])-/.test(day))).toEqual([])
  })
})
