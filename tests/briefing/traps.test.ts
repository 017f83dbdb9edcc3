import {describe, expect, it} from 'vitest'
import {readYaml} from '../../src/shapes/index.js'
import {bareValue} from '../../src/shapes/written.js'
import {readBriefing} from '../../src/briefing/index.js'

/** What gray-matter 4.0.3 makes of a line on its own; here each comes out as typed, or is refused with a hint. */
const AS_TYPED = [
  {yaml: 'time: 14:30', elsewhere: '870', typed: '14:30'},
  {yaml: 'time: 14:30:00', elsewhere: '52200', typed: '14:30:00'},
  {yaml: 'date: 2025-06-27', elsewhere: 'a Date, the day before in any zone west of Greenwich', typed: '2025-06-27'},
  {yaml: 'version: 1.10', elsewhere: '1.1', typed: '1.10'},
  {yaml: 'ref: 012', elsewhere: '10', typed: '012'},
  {yaml: 'phone: +4722037700', elsewhere: '4722037700', typed: '+4722037700'},
  {yaml: 'id: 12345678901234567890', elsewhere: '12345678901234567000', typed: '12345678901234567890'},
  {yaml: 'value: 55_000_000', elsewhere: '55000000', typed: '55_000_000'},
  {yaml: 'turning: yes', elsewhere: 'true', typed: 'yes'},
  {yaml: 'country: NO', elsewhere: 'false', typed: 'NO'},
  {yaml: 'short: null', elsewhere: 'null', typed: 'null'},
  {yaml: 'short: ~', elsewhere: 'null', typed: '~'},
  {yaml: 'symbol: 1e3', elsewhere: '1000', typed: '1e3'},
  {yaml: 'symbol: 0x1F', elsewhere: '31', typed: '0x1F'},
]
const REFUSED = [
  {yaml: 'title: Mines: a short history', hint: 'Write `title: "Mines: a short history"`'},
  {yaml: 'handle: @npaid', hint: 'Write `handle: "@npaid"`'},
]
const REFUSED_FILES = [
  {name: 'code in another language', text: '---js\n{a: process.exit()}\n---\n', rule: 'briefing/front-matter-language'},
  {name: 'the end mark of YAML', text: '---\na: 1\n...\nx', rule: 'briefing/front-matter-end'},
  {name: 'four hyphens', text: '----\na: 1\n----\nx', rule: 'briefing/front-matter-start'},
]

describe('front matter is what was typed', () => {
  it.each(AS_TYPED)('$yaml is `$typed`, not $elsewhere', ({yaml, typed}) => {
    const {value, diagnostics} = readYaml({path: 'a.md', text: yaml}, 'briefing')
    expect(diagnostics).toEqual([])
    expect(value && Object.values(bareValue(value) as object)).toEqual([typed]) // a map, by the inputs above
  })
  it.each(REFUSED)('$yaml is refused, with the value as it has to be typed', ({yaml, hint}) => {
    const {diagnostics} = readYaml({path: 'a.md', text: yaml}, 'briefing')
    expect(diagnostics.map((found) => found.hint)).toEqual([hint])
  })
  it.each(REFUSED_FILES)('$name is refused', ({text, rule}) => {
    const {value, diagnostics} = readBriefing({path: 'a.md', text})
    expect(value).toBeUndefined()
    expect(diagnostics.find((found) => found.rule === rule)?.hint).toEqual(expect.any(String))
  })
  it('a paper that was changed after it was read does not change the next reading', () => {
    const source = {path: 'a.md', text: '---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\n---\n'}
    const first = readBriefing(source).value
    if (first) first.meta.title = 'U'
    expect(readBriefing(source).value?.meta.title).toBe('T')
  })
})
