import {mkdir, rm, utimes, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {areStillSo, look, type Sight, stampOf} from '../../src/cache/index.js'
import {folderOf} from '../workspace/folder-of.js'

const OLD = new Date('2026-01-01T00:00:00.5Z')

/** What is seen of a folder whose files have been still for long. */
async function seen(files: Record<string, string>, sights: [Sight['how'], string][]) {
  const root = await folderOf(files)
  // A change of times is one of the file's state: what is stamped has to look as if that were long ago.
  const now = Date.now() + 60_000
  const noted = sights.map(([how, name]): Sight => {
    const file = path.join(root, name)
    const stamp = stampOf(file, now)
    return {how, path: name, found: look(how, file), ...(stamp === undefined ? {} : {stamp})}
  })
  return {root, noted, still: () => areStillSo(noted, {root, now: Date.now()}).still}
}

describe('what was seen', () => {
  test('is still so while nothing changes, and where only times have', async () => {
    const {root, noted, still} = await seen({'a.md': 'a', 'folder/b.md': 'b'}, [['read', 'a.md'], ['list', 'folder'], ['lies', 'folder'], ['read', 'none.yml'], ['lies', 'none']])
    expect(still()).toBe(true)
    await utimes(path.join(root, 'a.md'), OLD, OLD)
    await utimes(path.join(root, 'folder'), OLD, OLD)
    const again = areStillSo(noted, {root, now: Date.now() + 60_000})
    expect(again).toEqual({still: true, restamped: true})
    expect(areStillSo(noted, {root, now: Date.now() + 60_000})).toEqual({still: true, restamped: false})
  })

  test.each<[string, (root: string) => Promise<unknown>]>([
    ['a text of the same size and time', (root) => writeFile(path.join(root, 'a.md'), 'A').then(() => utimes(path.join(root, 'a.md'), OLD, OLD))],
    ['a file that is gone', (root) => rm(path.join(root, 'a.md'))],
    ['a file where there was none', (root) => writeFile(path.join(root, 'none.yml'), '')],
    ['a briefing more', (root) => writeFile(path.join(root, 'folder/c.md'), '')],
    ['a folder more', (root) => mkdir(path.join(root, 'folder/sub'))],
    ['a file in the place of a folder', (root) => rm(path.join(root, 'folder'), {recursive: true}).then(() => writeFile(path.join(root, 'folder'), ''))],
  ])('is no longer so after %s', async (_, change) => {
    const {root, still} = await seen({'a.md': 'a', 'folder/b.md': 'b'}, [['read', 'a.md'], ['list', 'folder'], ['lies', 'folder'], ['read', 'none.yml']])
    await utimes(path.join(root, 'a.md'), OLD, OLD)
    await change(root)
    expect(still()).toBe(false)
  })

  test('is still so where something else comes into a folder', async () => {
    const {root, still} = await seen({'folder/b.md': 'b'}, [['list', 'folder']])
    await writeFile(path.join(root, 'folder/b.md~'), '')
    await writeFile(path.join(root, 'folder/.b.md.swp'), '')
    expect(still()).toBe(true)
  })

  test('is not known by its time while that is so fresh that the next change could bear it too', async () => {
    const root = await folderOf({'a.md': 'a'})
    expect(stampOf(path.join(root, 'a.md'), Date.now())).toBeUndefined()
    expect(stampOf(path.join(root, 'a.md'), Date.now() + 60_000)).toMatch(/^1 /)
    expect(stampOf(path.join(root, 'none'), Date.now())).toBeUndefined()
  })
})
