import {expect, test} from 'vitest'
import {openStore} from '../../src/cache/index.js'
import {finishPapers, type FinishOptions} from '../../src/press/finish-papers.js'
import {inThisProcess, type Job, openMemory} from '../../src/press/index.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

test('a build that is stopped looks for no more of the papers that earlier builds have left', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const root = await folderOf({})
  const jobs = names.map((name): Job => ({root, prefix: '', source: {path: `${name}.md`, text: briefing(`Paper ${name}`)}, defaultBrand: 'house', audience: 'external', papers: []}))
  const memory = openMemory(openStore(await folderOf({})))
  const build = async (options: Partial<FinishOptions>) => {
    const finished: string[] = []
    for await (const [{source}] of finishPapers(jobs, {print: inThisProcess().print, ahead: 2, memory, has: async () => true, ...options})) finished.push(source.path)
    return finished
  }
  const all = names.map((name) => `${name}.md`)
  expect(await build({})).toEqual(all)
  const lookedFor: string[] = []
  const has = async ({source}: Job) => lookedFor.push(source.path) > 0
  expect(await build({has})).toEqual(all)
  expect(lookedFor.splice(0)).toEqual(all)
  const stop = new AbortController()
  const stopping: FinishOptions['has'] = async (job) => {
    if ((await has(job)) && lookedFor.length === 2) stop.abort()
    return true
  }
  expect(await build({has: stopping, signal: stop.signal})).toEqual(['a.md', 'b.md'])
  expect(lookedFor).toEqual(['a.md', 'b.md'])
}, 60_000)
