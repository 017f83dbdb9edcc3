import {createRequire} from 'node:module'
import Draft4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type {Log} from 'sarif'
import {describe, expect, test} from 'vitest'
import {rulePage} from '../../src/cli/rule-page.js'
import {WARNINGS} from '../../src/checks/rules.js'
import {sarifReport} from '../../src/cli/sarif.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {demarche} from './in-one-process.js'

const ajv = new Draft4.default({strict: false, allErrors: true, unicodeRegExp: false})
addFormats.default(ajv)
// The schema that OASIS published, as Microsoft's SDK carries it.
const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const validate = ajv.compile(schema)

function valid(text: string): Log {
  const log: Log = JSON.parse(text)
  expect(validate(log) ? [] : validate.errors).toEqual([])
  return log
}

const REGISTER = 'facts:\n  parties:\n    statement: Parties\n    values:\n      - {value: 162, as_of: 2026-09-30}\n'
const FILES = {
  'briefings/facts.yml': REGISTER,
  'briefings/Länder & more/a.md': briefing('A', '', '## Q\n\n𝒳 [161](fact:parties) are there.\n'),
  'briefings/Länder & more/c.md': briefing('C', '', '## Q\n\n𝒳 Look [here](https://example.org).\n'),
  'briefings/b.md': briefing('B').replace('title:', 'titel:'),
}

describe('a log of SARIF', () => {
  test('is valid, and whole on stdout', async () => {
    const {code, out, err, writes} = await demarche('check --format sarif', await folderOf(FILES))
    expect({code, err, writes}).toEqual({code: 1, err: '', writes: 1})
    const [run] = valid(out).runs
    expect(run?.columnKind).toBe('utf16CodeUnits')
    expect(run?.invocations).toEqual([{executionSuccessful: true, exitCode: 1}])
    expect(run?.results?.map(({ruleId, level}) => `${level} ${ruleId}`)).toEqual(['error facts/text-differs', 'warning checks/link-words', 'error q-and-a/unknown-key'])
  })
  test('shows findings at their places, as UTF-16 counts them, in paths as URIs', async () => {
    const {out} = await demarche('check --format sarif', await folderOf(FILES))
    const [differs, link] = valid(out).runs[0]?.results ?? []
    const artifactLocation = {uri: 'briefings/L%C3%A4nder%20%26%20more/a.md', uriBaseId: '%SRCROOT%'}
    const linked = {...artifactLocation, uri: artifactLocation.uri.replace('a.md', 'c.md')}
    expect(link?.locations).toEqual([{physicalLocation: {artifactLocation: linked, region: {startLine: 10, startColumn: 9, endLine: 10, endColumn: 36}}}])
    expect(differs?.relatedLocations?.[0]).toMatchObject({physicalLocation: {artifactLocation: {uri: 'briefings/facts.yml'}}})
    expect(differs?.fixes).toEqual([
      {
        description: {text: 'Write 162'},
        artifactChanges: [{artifactLocation, replacements: [{deletedRegion: {startLine: 10, startColumn: 5, endLine: 10, endColumn: 8}, insertedContent: {text: '162'}}]}],
      },
    ])
  })
  test('says what the reference page says of each rule', async () => {
    const {out} = await demarche('check --format sarif', await folderOf(FILES))
    const [run] = valid(out).runs
    for (const {ruleId, ruleIndex = -1} of run?.results ?? []) expect(run?.tool.driver.rules?.[ruleIndex]).toMatchObject({id: ruleId, help: {text: expect.stringMatching(/\. To mend it: .*\.$/)}})
    const helpOf = await rulePage()
    for (const rule of [...WARNINGS, 'timeline/unknown-key', 'fact-sheet/date', 'press/bug', 'chart/data', 'table/data', 'briefing/extra-cell']) expect([rule, helpOf(rule)?.deed]).toEqual([rule, expect.stringMatching(/^\S.*[^|]$/)])
    expect(helpOf('briefing/extra-cell')?.deed).toContain('`|`')
    expect(helpOf('q-and-a/empty-section')?.found).toContain('a heading that opens a part')
  })
  test('tells known findings from new ones', async () => {
    const cwd = await folderOf(FILES)
    await demarche('check briefings/b.md --write-baseline known.json', cwd)
    const results = valid((await demarche('check --format sarif --baseline known.json', cwd)).out).runs[0]?.results
    expect(results?.map(({ruleId, baselineState, suppressions}) => [ruleId, baselineState, suppressions?.[0]?.kind])).toEqual([
      ['facts/text-differs', 'new', undefined],
      ['checks/link-words', 'new', undefined],
      ['q-and-a/unknown-key', 'unchanged', 'external'],
    ])
  })
  test('names no folder of the disk, and is the same wherever the folder lies', async () => {
    const [one, other] = [await folderOf(FILES), await folderOf(FILES)]
    const {out} = await demarche('check --format sarif', one)
    expect(out).not.toContain(one)
    expect((await demarche('check --format sarif', other)).out).toBe(out)
    const inRepository = await demarche('check --format sarif', one, {GITHUB_WORKSPACE: one.replace(/\/[^/]+$/, '')})
    expect(inRepository.out).toContain(`"uri": "${one.split('/').at(-1)}/briefings/b.md"`)
  })
  test('knows a finding again when lines have moved, and the second of the same from the first', async () => {
    const prints = async (text: string) => valid((await demarche('check --format sarif', await folderOf({'briefings/a.md': text}))).out).runs[0]?.results?.map(({partialFingerprints}) => partialFingerprints?.['demarche/v1'])
    const body = '## Q\n\nLook [here](https://example.org).\n\nLook [here](https://example.org).\n'
    const [first, second] = (await prints(briefing('A', '', body))) ?? []
    expect(first).not.toBe(second)
    expect(await prints(briefing('A', '', body.replace('## Q\n', '## Q\n\nWords.\n')))).toEqual([first, second])
  })
  test('is valid in trouble too, and of a build', async () => {
    const broken = await demarche('check --format sarif', await folderOf({...FILES, 'demarche.yml': 'papre: A4\n'}))
    expect(valid(broken.out).runs[0]?.results).toMatchObject([{ruleId: 'workspace/unknown-key'}])
    const none = await demarche('check --format sarif', await folderOf({'x.md': ''}))
    expect(valid(none.out).runs[0]?.results).toMatchObject([{ruleId: 'workspace/no-briefings'}])
    const built = await demarche('build --format sarif', await folderOf({'briefings/a.md': briefing()}))
    expect(built).toMatchObject({code: 0, writes: 1, err: ''})
    expect(valid(built.out).runs[0]?.results).toEqual([])
  })
  test('says that the program failed where it did', () => {
    const bug = {rule: 'press/bug', severity: 'error' as const, message: 'Failed', place: {path: 'a.md'}}
    const report = {diagnostics: [], papers: [{briefing: 'a.md', diagnostics: [bug], leftOut: [], facts: []}], skipped: 0, printing: true}
    expect(valid(sarifReport(report, {shownPath: (path) => path, helpOf: () => undefined})).runs[0]?.invocations).toEqual([{executionSuccessful: false, exitCode: 2}])
  })
})
