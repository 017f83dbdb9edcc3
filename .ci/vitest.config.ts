import {defineConfig} from 'vitest/config'
import {nodeFlags} from '../src/press/node-flags.js'

/** The whole program in processes of its own, conformance, and properties that take many samples: `npm run test:whole`, which `.ci/run` calls, too. */
const WHOLE = 'tests/**/*.whole.test.{ts,tsx}'

export default defineConfig(({mode}) => ({
  root: new URL('..', import.meta.url).pathname,
  // One process for many files: React-PDF is loaded once, and what would only work in a fresh process shows.
  // V8 compiles and collects as in the processes that print papers, which are as short-lived: a fifth less time.
  test: {isolate: false, ...(mode === 'whole' ? {include: [WHOLE]} : {include: ['tests/**/*.test.{ts,tsx}'], exclude: [WHOLE]}), execArgv: nodeFlags(), testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: '100%'},
}))
