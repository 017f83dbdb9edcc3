#!/usr/bin/env node
import {realpathSync} from 'node:fs'
import {hireFirst} from '../press/pool.js'
import {askSecret} from './ask-secret.js'

// Who reads only the beginning (`demarche build | head`) closes the pipe: the papers are written all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure
  })
}

// React looks at this when it is loaded, and by default costs more to say what helps its programmers.
process.env.NODE_ENV ??= 'production'

// A paper is printed in a process of its own, which takes as long to load as this one: they load side by side.
const first = process.argv[2] === 'build' ? hireFirst() : undefined
const {run} = await import('./program.js')

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: realpathSync(process.cwd()),
  env: process.env,
  ...(process.stdin.isTTY ? {askSecret} : {}),
  ...(first ? {first} : {}),
})
first?.end()
