import {readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {demarche} from './in-one-process.js'

const HERE = 'Look [here](https://example.org).\n'
const old = (body = HERE) => briefing('Old', '', `## Q\n\n${body}`)
const baselineIn = (cwd: string) => readFile(path.join(cwd, 'known.json'), 'utf8')

/** A folder taken over: its findings are known. */
async function takenOver(files: Record<string, string> = {'briefings/a.md': old()}) {
  const cwd = await folderOf(files)
  const written = await demarche('check --write-baseline known.json', cwd)
  return {cwd, written, edit: (file: string, text: string) => writeFile(path.join(cwd, file), text)}
}

describe('a baseline', () => {
  test('is written with every finding by file, rule, words and count, and ends with 0', async () => {
    const {cwd, written} = await takenOver({'briefings/b.md': old(`${HERE}\nAnd [here](https://example.org/b).\n`), 'briefings/a.md': old().replace('kind: q-and-a', 'kind: q-and-a\nlanguag: en')})
    expect(written).toMatchObject({code: 0, err: '', out: '2 papers checked; no errors; 3 findings written to known.json\n'})
    expect(await baselineIn(cwd)).toBe(
      `${JSON.stringify(
        {
          version: 1,
          findings: {
            'briefings/a.md': [{rule: 'q-and-a/unknown-key', words: 'languag', count: 1}],
            'briefings/b.md': [{rule: 'checks/link-words', words: '[here](https://example.org)', count: 1}, {rule: 'checks/link-words', words: '[here](https://example.org/b)', count: 1}],
          },
        },
        null,
        2,
      )}\n`,
    )
    const bytes = await baselineIn(cwd)
    await demarche('check --write-baseline known.json', cwd)
    expect(await baselineIn(cwd)).toBe(bytes)
  })
  test('hides what it has, wherever its line has moved, also under `--strict` and where the project raises it', async () => {
    const {cwd, edit} = await takenOver()
    await edit('briefings/a.md', old(`One more paragraph.\n\n${HERE}`))
    expect(await demarche('check --strict --baseline known.json', cwd)).toMatchObject({code: 0, err: '', out: '1 paper checked; no errors; 1 finding known from the baseline\n'})
    await edit('demarche.yml', 'severity: {checks/link-words: error}\n')
    expect(await demarche('check --baseline known.json', cwd)).toMatchObject({code: 0, err: ''})
    expect(await demarche('build --baseline known.json', cwd)).toMatchObject({code: 0, err: '', out: expect.stringContaining('1 paper written')})
    expect(await demarche('check', cwd)).toMatchObject({code: 1})
  })
  test('tells what is new, of more than were known the last', async () => {
    const {cwd, edit} = await takenOver()
    await edit('briefings/a.md', old(`${HERE}\n${HERE}`))
    const {code, err, out} = await demarche('check --strict --baseline known.json', cwd)
    expect({code, out}).toEqual({code: 1, out: '1 paper checked; 1 error; 1 finding known from the baseline\n'})
    expect(err).toContain('a.md:12:6')
    expect(err).not.toContain('a.md:10:6')
    await edit('briefings/a.md', old('Look [there](https://example.org), and click [here](https://example.org/x).\n'))
    expect((await demarche('check --baseline known.json', cwd)).err).toContain('checks/link-words')
  })
  test('says how many of its entries no longer occur, of what was looked at', async () => {
    const {cwd, edit} = await takenOver({'briefings/a.md': old(), 'briefings/b.md': old()})
    await edit('briefings/a.md', old('Words.\n'))
    expect((await demarche('check --baseline known.json', cwd)).out).toBe('2 papers checked; no errors; 1 finding known from the baseline; 1 entry of the baseline no longer occurs\n')
    expect((await demarche('check briefings/b.md --baseline known.json', cwd)).out).toBe('1 paper checked; no errors; 1 finding known from the baseline\n')
    expect(JSON.parse((await demarche('check --format json --baseline known.json', cwd)).out)).toMatchObject({baseline: {gone: 1}, summary: {known: 1, warnings: 0}})
    await demarche('check briefings/a.md --write-baseline known.json', cwd)
    expect(Object.keys(JSON.parse(await baselineIn(cwd)).findings)).toEqual(['briefings/b.md'])
  })
  test('takes errors for known in a check, and never in a build', async () => {
    const {cwd} = await takenOver({'briefings/a.md': old().replace('title:', 'titel:')})
    expect(await demarche('check --baseline known.json', cwd)).toMatchObject({code: 0, err: ''})
    expect(await demarche('build --baseline known.json', cwd)).toMatchObject({code: 1, err: expect.stringContaining('error[q-and-a/unknown-key]')})
  })
  test('knows what is wrong with a brand once, of all its papers', async () => {
    const pale = 'color: {palette: {pale: "#EEEEEE"}, primary: pale}\n'
    const {cwd} = await takenOver({'styles/own/_brand.yml': pale, 'briefings/a.md': old('Words.\n'), 'briefings/b.md': old('Words.\n')})
    const {findings} = JSON.parse(await baselineIn(cwd))
    expect(findings['styles/own/_brand.yml']?.length).toBeGreaterThan(0)
    for (const {count} of findings['styles/own/_brand.yml']) expect(count).toBe(1)
    expect(await demarche('check --baseline known.json', cwd)).toMatchObject({code: 0, err: ''})
  })
  test('never knows what is wrong with the workspace', async () => {
    const {cwd} = await takenOver()
    expect(await demarche('check briefings/z.md --write-baseline known.json', cwd)).toMatchObject({code: 1, err: expect.stringContaining('workspace/no-such-file')})
  })
  test.each([
    ['--baseline nowhere.json', 'there is no baseline `nowhere.json`', 'Write it with `demarche check --write-baseline nowhere.json`'],
    ['--baseline briefings/a.md', '`briefings/a.md` is no baseline', 'Name a file that `--write-baseline` wrote'],
    ['--write-baseline briefings/a.md', '`briefings/a.md` is no baseline', 'Name a file that `--write-baseline` wrote'],
    ['--baseline a --write-baseline b', '`--baseline` and `--write-baseline` cannot go together: one hides what is known, the other writes it anew', 'Leave one of the two out'],
  ])('%s is bad usage', async (options, message, hint) => {
    const {cwd} = await takenOver()
    expect(await demarche(`check ${options}`, cwd)).toMatchObject({code: 3, out: '', err: `error: ${message}\n   = hint: ${hint}\n`})
  })
})
