import {chmod, mkdir, readdir, readFile, utimes, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {openStore} from '../../src/cache/index.js'
import {folderOf} from '../workspace/folder-of.js'

const text = (found: Buffer | undefined) => found?.toString()

describe('a store', () => {
  test('gives back what was put there, to whoever opens the folder', async () => {
    const folder = path.join(await folderOf({}), 'cache')
    expect(openStore(folder).get('papers', 'a')).toBeUndefined()
    expect(openStore(folder).put('papers', 'a', 'of a')).toBe(true)
    openStore(folder).put('papers', 'a', 'of a, newer')
    expect(text(openStore(folder).get('papers', 'a'))).toBe('of a, newer')
    expect(openStore(folder).get('prints', 'a')).toBeUndefined()
  })

  test('takes no entry for what it is not: cut off, changed, of another name or another release', async () => {
    const folder = await folderOf({})
    const store = openStore(folder)
    store.put('papers', 'a', 'what is kept of a')
    const file = path.join(folder, 'papers/a')
    const whole = await readFile(file)
    for (const spoilt of [whole.subarray(0, -1), whole.subarray(0, 40), Buffer.concat([whole, Buffer.from('x')]), Buffer.from(whole.toString().replace('cache 1', 'cache 0')), Buffer.alloc(0)]) {
      await writeFile(file, spoilt)
      expect(store.get('papers', 'a')).toBeUndefined()
    }
    await writeFile(path.join(folder, 'papers/b'), whole)
    expect(store.get('papers', 'b')).toBeUndefined()
    await writeFile(file, whole)
    expect(text(store.get('papers', 'a'))).toBe('what is kept of a')
  })

  test('drops what was not used for the longest time once it holds too much', async () => {
    const folder = await folderOf({})
    const store = openStore(folder, {largest: 5000})
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) store.put('prints', key, 'x'.repeat(1000))
    const hour = 60 * 60 * 1000
    for (const [at, key] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) await utimes(path.join(folder, 'prints', key), new Date(), new Date(Date.now() - (10 - at) * hour))
    store.get('prints', 'a') // it is used again
    store.trim()
    expect((await readdir(path.join(folder, 'prints'))).sort()).toEqual(['a', 'e', 'f'])
    store.trim()
    expect((await readdir(path.join(folder, 'prints'))).sort()).toEqual(['a', 'e', 'f'])
  })

  test('looks for what it holds only once enough was put there, over however many runs', async () => {
    const folder = await folderOf({})
    const run = (bytes: number) => {
      const store = openStore(folder, {largest: 50_000})
      store.put('papers', `${Math.random()}`, 'x'.repeat(bytes))
      store.trim()
    }
    run(100)
    await mkdir(path.join(folder, 'prints'))
    await writeFile(path.join(folder, 'prints/large'), 'x'.repeat(80_000))
    const isThere = () => readdir(path.join(folder, 'prints')).then((names) => names.includes('large'))
    for (let count = 0; count < 9; count++) run(100)
    expect(await isThere()).toBe(true)
    for (let count = 0; count < 3; count++) run(100)
    expect(await isThere()).toBe(false)
  })

  test('looks for what it holds in each run where it cannot note how much was put there', async () => {
    const folder = await folderOf({grown: '0', [`.${process.pid}-grown.tmp/in the way`]: '', 'prints/large': 'x'.repeat(80_000)})
    const store = openStore(folder, {largest: 50_000})
    store.put('papers', 'a', 'x')
    store.trim()
    expect(await readdir(path.join(folder, 'prints'))).toEqual([])
  })

  test('clears away what killed runs left, and leaves what others are writing', async () => {
    const folder = await folderOf({'papers/.1-aa.tmp': 'half', 'papers/.2-bb.tmp': 'half'})
    await utimes(path.join(folder, 'papers/.1-aa.tmp'), new Date(0), new Date(0))
    const store = openStore(folder)
    store.put('papers', 'a', 'whole')
    store.trim()
    expect((await readdir(path.join(folder, 'papers'))).sort()).toEqual(['.2-bb.tmp', 'a'])
  })

  test('that cannot be written keeps nothing and fails nobody', async () => {
    const root = await folderOf({file: 'in the way'})
    expect(openStore(path.join(root, 'file')).put('papers', 'a', 'x')).toBe(false)
    if (process.getuid?.() === 0) return // who may do everything is refused nothing
    await chmod(root, 0o500)
    expect(openStore(path.join(root, 'cache')).put('papers', 'a', 'x')).toBe(false)
  })
})
