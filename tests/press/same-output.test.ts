import {readdir} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from 'vitest'
import {buildPapers, inThisProcess, type Job, type PaperReport} from '../../src/press/index.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

const job = (path: string, text: string, more: Partial<Job> = {}): Job => ({root: '/nowhere', prefix: '', source: {path, text}, defaultBrand: 'house', audience: 'external', papers: [], ...more})

/** What is told of each paper, which are printed, and which files come of them. */
async function built(jobs: Job[]) {
  const root = await folderOf({})
  const began: string[] = []
  const told: string[] = []
  const {check, print} = inThisProcess()
  const printer: typeof print = (one) => {
    began.push(one.source.path)
    return print(one)
  }
  const onPaper = ({briefing, diagnostics}: PaperReport) => void told.push([briefing, ...diagnostics.map(({rule, message}) => `${rule}: ${message}`)].join(' '))
  await buildPapers(jobs, {out: path.join(root, 'out'), printer, checker: check, onPaper})
  const files = await readdir(path.join(root, 'out'), {recursive: true})
  return {told, began, files: files.filter((name) => name.endsWith('.pdf')).sort()}
}

test('papers that would be written to one file are refused before anything is printed, both of them', async () => {
  const jobs = [job('briefings/café.md', briefing()), job('briefings/b.md', briefing()), job('Cafe\u0301.md', briefing())]
  expect(await built(jobs)).toEqual({
    told: [
      'briefings/café.md press/same-output: `Cafe\u0301.md` would be written to `café.en.pdf` too: neither is printed',
      'briefings/b.md',
      'Cafe\u0301.md press/same-output: `briefings/café.md` would be written to `Cafe\u0301.en.pdf` too: neither is printed',
    ],
    began: ['briefings/b.md'],
    files: ['b.en.pdf'],
  })
})

test('papers of one name have files of their own where language, brand or audience differ', async () => {
  const jobs = [job('a.md', briefing()), job('A.md', briefing('Mines', 'language: fr\n')), job('briefings/a.md', briefing(), {brand: 'ministry'}), job('briefings/A.md', briefing(), {audience: 'internal'})]
  expect((await built(jobs)).files).toEqual(['A.fr.pdf', 'A.en.INTERNAL.pdf', 'a.en.ministry.pdf', 'a.en.pdf'].sort())
})

test('a paper with an error takes no file from another', async () => {
  expect((await built([job('a.md', briefing()), job('A.md', briefing().replace('kind: q-and-a', 'kind: nothing'))])).files).toEqual(['a.en.pdf'])
})
