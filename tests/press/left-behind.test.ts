import {spawnSync} from 'node:child_process'
import {readdir, symlink, utimes} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from 'vitest'
import {removeLeftBehind, temporaryName} from '../../src/press/left-behind.js'
import {writeWhole} from '../../src/press/write-whole.js'
import {folderOf} from '../workspace/folder-of.js'

test('what a killed run left is removed; what a run still writes, and the files of others, stay', async () => {
  const gone = spawnSync(process.execPath, ['--eval', '']).pid
  const [dead, mine, old] = [`.demarche-${gone}-00ff00ff00ff.tmp`, temporaryName(), `.demarche-${process.pid}-0123456789ab.tmp`]
  const root = await folderOf({[dead]: 'half', [mine]: 'half', [old]: 'half', 'notes.tmp': 'x', '.demarche-x.tmp': 'x'})
  const yesterday = Date.now() / 1000 - 86_400
  await utimes(path.join(root, old), yesterday, yesterday)
  await removeLeftBehind([root, path.join(root, 'nowhere')])
  expect((await readdir(root)).sort()).toEqual(['.demarche-x.tmp', mine, 'notes.tmp'].sort())
})

test('a link in the output folder leads nothing out of it', async () => {
  const root = await folderOf({'out/': '', 'elsewhere/': ''})
  await symlink(path.join(root, 'elsewhere'), path.join(root, 'out/topic'))
  const out = path.join(root, 'out')
  expect(await writeWhole(path.join(out, 'topic/x.pdf'), Buffer.from('x'), out)).toBe('its folder is a link that leads elsewhere')
  expect(await writeWhole(path.join(out, 'other/x.pdf'), Buffer.from('x'), out)).toBeUndefined()
  expect(await readdir(path.join(root, 'elsewhere'))).toEqual([])
  expect(await readdir(out)).toEqual(['other', 'topic'])
})
