import {expect, test} from 'vitest'
import {build} from '../../src/build.js'
import {readPackageFile} from '../../src/files.js'
import {stepsOf} from '../steps.js'
import {briefing} from '../workspace/folder-of.js'

/** Prints a table of so many rows, and tells its pages. */
async function pagesOf(rows: number): Promise<number> {
  const table = ['| Year | Casualties |', '| - | -: |', ...Array.from({length: rows}, (_, row) => `| ${row} | ${row * 7} |`)].join('\n')
  const {value} = await build(
    {path: 'a.md', text: briefing('A', '', `## How many?\n\n${table}\n`)},
    {files: {read: async () => ({trouble: 'missing'}), readPackage: readPackageFile}},
  )
  return value?.pages.length ?? 0
}

test('a table of 2,000 rows prints, at a cost that grows as its rows do', async () => {
  await pagesOf(10) // loads what prints
  const small = await stepsOf(() => pagesOf(500))
  const large = await stepsOf(async () => expect(await pagesOf(2000)).toBeGreaterThan(30))
  // Four times the rows; what is quadratic takes sixteen times as much.
  expect(large / small).toBeLessThan(4.5)
})
