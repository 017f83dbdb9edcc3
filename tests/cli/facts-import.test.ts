import {readFile} from 'node:fs/promises'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/program.js'
import {withSources} from '../../src/cli/facts-import.js'
import {registerOfText} from '../facts/register.js'
import {folderOf} from '../workspace/folder-of.js'

const BIB = `@report{LM_2025, title={Landmine {Monitor} 2025: the record}, institution={International Campaign to Ban Landmines}, date={2025-12-01}, url={https://the-monitor.org/a}, urldate={2025-12-02}, author={Doe, Jane and M{\\"u}ller, Max}, pages={12--14}}
@book{icrc1996, title={Anti-personnel Landmines}, publisher={ICRC}, year={1996}}
@online{npa, title="Frequently asked questions", author={{Norwegian People's Aid}}, date={2025-04}, url={javascript:alert(1)}}
@string{x = "unused"}
`
const CSL = JSON.stringify([
  {id: 'press', type: 'article-newspaper', title: 'Poland leaves: # what now', 'container-title': 'The Times', issued: {'date-parts': [[2026, 2, 20]]}, URL: 'https://a.example/x', accessed: {'date-parts': [[2026, 2, 21]]}},
  {id: 'no-title', type: 'book'},
])

async function demarche(args: string, cwd: string) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args.split(' '), {stdout: {write: (text) => out.push(text)}, stderr: {write: (text) => err.push(text)}, cwd, env: {}})
  return {code, out: out.join(''), err: err.join('')}
}

describe('facts import', () => {
  test('turns BibTeX into sources that the register takes', async () => {
    const {code, out} = await demarche('facts import refs.bib', await folderOf({'refs.bib': BIB}))
    expect(code).toBe(0)
    const {register, told} = await registerOfText(out)
    expect(told).toEqual([])
    expect([...register.sources].map(([id, {entry}]) => ({id, ...entry, date: entry.date?.text, accessed: entry.accessed?.text}))).toEqual([
      {id: 'lm-2025', type: 'report', title: 'Landmine Monitor 2025: the record', author: 'Jane Doe and Max Müller', publisher: 'International Campaign to Ban Landmines', date: '2025-12-01', page: 'pp. 12–14', url: 'https://the-monitor.org/a', accessed: '2025-12-02'},
      {id: 'icrc1996', type: 'book', title: 'Anti-personnel Landmines', publisher: 'ICRC', date: '1996', accessed: undefined},
      {id: 'npa', type: 'web', title: 'Frequently asked questions', author: "Norwegian People's Aid", date: '2025-04', accessed: undefined},
    ])
  })
  test('adds CSL-JSON to a register, every other character of which stays, and a second time adds nothing', async () => {
    const REGISTER = 'facts:\n  a: {statement: A, values: [{value: 1, as_of: 2026}]}\nsources:\n    # ours\n    own: {type: web, title: Own}\n\n# the end\nunchecked: [7]\n'
    const cwd = await folderOf({'facts.yml': REGISTER, 'refs.json': CSL})
    const {code, out} = await demarche('facts import refs.json --into facts.yml', cwd)
    expect({code, out}).toEqual({code: 0, out: '1 source added to facts.yml\n'})
    const text = await readFile(`${cwd}/facts.yml`, 'utf8')
    expect(text.replace(/ {4}press:\n(?: {6}.*\n)+/, '')).toBe(REGISTER)
    const {register, told} = await registerOfText(text)
    expect(told).toEqual([])
    expect(register.sources.get('press')?.entry).toMatchObject({type: 'news', title: 'Poland leaves: # what now', publisher: 'The Times', accessed: {text: '2026-02-21'}})
    expect((await demarche('facts import refs.json --into facts.yml', cwd)).out).toBe('0 sources added to facts.yml; 1 source there already\n')
    expect(await readFile(`${cwd}/facts.yml`, 'utf8')).toBe(text)
  })
  test.each([
    ['', 'sources:\n  a:\n    type: web\n    title: A\n'],
    ['facts: {}', 'facts: {}\nsources:\n  a:\n    type: web\n    title: A\n'],
    ['sources:\n  b: {type: web, title: B}', 'sources:\n  b: {type: web, title: B}\n  a:\n    type: web\n    title: A\n'],
    ['sources: {b: {type: web, title: B}}\n', undefined],
    ['- a\n', undefined],
  ])('adds to %j', (text, expected) => expect(withSources(text, [{id: 'a', entry: {type: 'web', title: 'A'}}])?.after).toBe(expected))

  test.each([
    ['facts import none.bib', '`none.bib` cannot be read'],
    ['facts import bad.bib', '`bad.bib` is neither BibTeX nor CSL-JSON'],
    ['facts import bad.json', '`bad.json` is neither BibTeX nor CSL-JSON'],
  ])('%s is bad usage, without a stack trace', async (args, message) => {
    const {code, err} = await demarche(args, await folderOf({'bad.bib': '@book{x, title={unclosed', 'bad.json': '[{"id": 3, "title": {}}]'}))
    expect(code).toBe(3)
    expect(err).toContain(message)
    expect(err).not.toMatch(/\n\s+at /)
  })
})
