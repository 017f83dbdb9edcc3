import {chmod, mkdir, mkdtemp, realpath, rm, stat, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test} from 'vitest'
import {ofThisUser} from '../../src/start/compiled-folder.js'

test('what is compiled is kept among temporary files only in a folder that nobody else can write to', async () => {
  const temporary = await realpath(await mkdtemp(path.join(tmpdir(), 'demarche-temporary-')))
  const made = ofThisUser(temporary) ?? ''
  expect(path.dirname(made)).toBe(temporary)
  expect((await stat(made)).mode & 0o777).toBe(0o700)
  expect(ofThisUser(temporary)).toBe(made)
  // Somebody else has been there first, and left it open, or leads elsewhere.
  await chmod(made, 0o777)
  expect(ofThisUser(temporary)).toBeUndefined()
  await rm(made, {recursive: true})
  await mkdir(path.join(temporary, 'elsewhere'), {mode: 0o700})
  await symlink(path.join(temporary, 'elsewhere'), made)
  expect(ofThisUser(temporary)).toBeUndefined()
  expect(ofThisUser(path.join(made, 'a-file-is-no-folder\0'))).toBeUndefined()
  await rm(temporary, {recursive: true})
})
