import {expect, test} from 'vitest'
import {nodeFlags} from '../../src/press/node-flags.js'

const roomIn = (flags: readonly string[]) => flags.flatMap((flag) => /^--initial-heap-size=(\d+)$/.exec(flag)?.[1] ?? []).map(Number)

test('the heap has room for what a process keeps, and never all that it may take', () => {
  expect(roomIn(nodeFlags())).toEqual([400])
  expect(roomIn(nodeFlags(1024))).toEqual([400])
  expect(roomIn(nodeFlags(64))).toEqual([32])
})
