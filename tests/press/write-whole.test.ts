import {chmod, readdir, readFile, symlink} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from 'vitest'
import {writeWhole} from '../../src/press/write-whole.js'
import {folderOf} from '../workspace/folder-of.js'

const bytes = Buffer.from('fresh')

test('a file is made with the folders above it, and nothing else stays behind', async () => {
  const root = await folderOf({})
  expect(await writeWhole(path.join(root, 'a/b/x.pdf'), bytes)).toBeUndefined()
  expect(await readdir(path.join(root, 'a/b'))).toEqual(['x.pdf'])
})

test('what stood there is replaced; a link is replaced and not followed', async () => {
  const root = await folderOf({'x.pdf': 'old', 'elsewhere.pdf': 'theirs'})
  await symlink(path.join(root, 'elsewhere.pdf'), path.join(root, 'link.pdf'))
  for (const name of ['x.pdf', 'link.pdf']) {
    expect(await writeWhole(path.join(root, name), bytes)).toBeUndefined()
    expect(await readFile(path.join(root, name), 'utf8')).toBe('fresh')
  }
  expect(await readFile(path.join(root, 'elsewhere.pdf'), 'utf8')).toBe('theirs')
})

test('where a file cannot be written it is said why, and the folder is as it was', async () => {
  const root = await folderOf({file: 'x', 'taken.pdf/inside': 'x'})
  expect(await writeWhole(path.join(root, 'file/x.pdf'), bytes)).toBe('a file stands where its folder should be')
  expect(await writeWhole(path.join(root, 'file/deeper/x.pdf'), bytes)).toBe('a file stands where its folder should be')
  expect(await writeWhole(path.join(root, 'taken.pdf'), bytes)).toBe('a folder of that name stands there')
  expect(await writeWhole(path.join(root, `${'x'.repeat(300)}.pdf`), bytes)).toBe('its name is too long')
  expect((await readdir(root)).sort()).toEqual(['file', 'taken.pdf'])
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is told as such', async () => {
  const root = await folderOf({'shut/': ''})
  await chmod(path.join(root, 'shut'), 0o555)
  expect(await writeWhole(path.join(root, 'shut/x.pdf'), bytes)).toBe('its folder may not be written to')
})
