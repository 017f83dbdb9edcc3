import {readdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {hire} from '../../src/press/hand.js'
import type {Job} from '../../src/press/index.js'
import {folderOf} from '../workspace/folder-of.js'

/** Answers with what it could do, as the title of a paper. */
const NOSY = `
  import {spawnSync} from 'node:child_process'
  import {readFileSync, writeFileSync} from 'node:fs'
  const attempt = (deed) => {
    try {
      return deed() ?? 'done'
    } catch (failure) {
      return failure.code ?? failure.message
    }
  }
  process.on('message', ({job}) => {
    if (!job) return
    const title = {
      reads: attempt(() => void readFileSync(process.argv[1])),
      writes: attempt(() => void writeFileSync('x', '')),
      starts: attempt(() => spawnSync('true').error),
      secret: process.env.DEMARCHE_SECRET ?? 'unseen',
    }
    process.send({made: {value: {title: JSON.stringify(title)}, diagnostics: []}})
  })
  process.send({ready: true})
`

test('a process that prints reads files; it can write none, start none, and sees no secret of the environment', async () => {
  const root = await folderOf({})
  await writeFile(path.join(root, 'nosy.mjs'), NOSY)
  process.env.DEMARCHE_SECRET = 'secret'
  const hand = hire(pathToFileURL(path.join(root, 'nosy.mjs')), {seconds: 20, megabytes: 128})
  delete process.env.DEMARCHE_SECRET
  const job: Job = {root, prefix: '', source: {path: 'a.md', text: ''}, defaultBrand: 'house', audience: 'external', papers: []}
  const {made} = await hand.print(job)
  hand.end()
  expect(JSON.parse(made?.value?.title ?? '{}')).toEqual({reads: 'done', writes: 'ERR_ACCESS_DENIED', starts: 'ERR_ACCESS_DENIED', secret: 'unseen'})
  expect(await readdir(root)).toEqual(['nosy.mjs'])
})
