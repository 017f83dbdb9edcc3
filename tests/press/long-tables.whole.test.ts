import {expect, test} from 'vitest'
import {build} from '../../src/build.js'
import {readPackageFile} from '../../src/files.js'
import {briefing} from '../workspace/folder-of.js'

/** Milliseconds of processor that a table of so many rows takes, and its pages. */
async function cost(rows: number) {
  const table = ['| Year | Casualties |', '| - | -: |', ...Array.from({length: rows}, (_, row) => `| ${row} | ${row * 7} |`)].join('\n')
  const before = process.cpuUsage()
  const {value} = await build(
    {path: 'a.md', text: briefing('A', '', `## How many?\n\n${table}\n`)},
    {files: {read: async () => ({trouble: 'missing'}), readPackage: readPackageFile}},
  )
  const {user, system} = process.cpuUsage(before)
  return {milliseconds: (user + system) / 1000, pages: value?.pages.length ?? 0}
}

test('a table of 2,000 rows prints, in a time that grows as its rows do', async () => {
  await cost(10) // loads what prints
  const [small, large] = [await cost(500), await cost(2000)]
  expect(large.pages).toBeGreaterThan(30)
  // Four times the rows; what is quadratic takes sixteen times as long.
  expect(large.milliseconds / small.milliseconds).toBeLessThan(6)
})
