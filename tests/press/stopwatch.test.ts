import {spawnSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {stopwatch} from '../../src/press/stopwatch.js'

test('time is told in milliseconds, and goes on', () => {
  const elapsed = stopwatch()
  const first = elapsed()
  const until = Date.now() + 5
  while (Date.now() < until);
  expect(first).toBeGreaterThanOrEqual(0)
  expect(elapsed() - first).toBeGreaterThan(3)
  expect(elapsed()).toBeLessThan(60_000)
})

test('telling it loads no module of Node', () => {
  const code = `(${stopwatch})()(); console.log(process.moduleLoadList.includes('NativeModule perf_hooks'))`
  expect(spawnSync(process.execPath, ['-e', code], {encoding: 'utf8'}).stdout).toBe('false\n')
})
