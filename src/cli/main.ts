#!/usr/bin/env node
import {realpathSync} from 'node:fs'
import {hireFirst} from '../press/pool.js'
import {compiledFolder, openCode} from '../start/index.js'
import {recall} from './recall.js'

// Who reads only the beginning (`demarche build | head`) closes the pipe: the papers are written all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure
  })
}

const argv = process.argv.slice(2)
const io = {stdout: process.stdout, stderr: process.stderr, cwd: realpathSync(process.cwd()), env: process.env}
// Where nothing has changed, nothing else is loaded than what tells so.
const recalled = recall(argv, io)
const code = typeof recalled === 'string' ? undefined : await (await import('./replay.js')).replay(recalled, io)
process.exitCode = code ?? (await runWhole(recalled === 'output'))

async function runWhole(isPrinted: boolean): Promise<number> {
  // A paper is printed in a process of its own, which takes as long to load as this one: they load side by side.
  const first = argv[0] === 'build' && !isPrinted ? hireFirst() : undefined
  const code = openCode(/^[a-z]+$/.exec(argv[0] ?? '')?.[0] ?? 'any', compiledFolder(process.env))
  const {run} = code.load('cli/program') as typeof import('./program.js') // a border: the bundler writes it from there
  const exit = await run(argv, {...io, askSecret, ...(first ? {first} : {})})
  first?.end()
  if (code.wanting) code.keep()
  return exit
}

/** To look at what is typed loads streams: that is left to who asks. */
async function askSecret(question: string): Promise<string | undefined> {
  return process.stdin.isTTY ? (await import('./ask-secret.js')).askSecret(question) : undefined
}
