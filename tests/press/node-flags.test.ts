import {expect, test} from 'vitest'
import {nodeFlags, roomFor} from '../../src/press/node-flags.js'

const roomIn = (flags: readonly string[]) => flags.flatMap((flag) => /^--initial-heap-size=(\d+)$/.exec(flag)?.[1] ?? []).map(Number)

test('the heap has room for what a process keeps, as far as the machine has', () => {
  expect(roomFor(2, 8192)).toBe(400)
  expect(roomFor(16, 8192)).toBe(128)
  expect(roomFor(16, 2048)).toBe(100)
})

test('a process is told its room once, and never all that it may take', () => {
  const [room, ...others] = roomIn(nodeFlags())
  expect(others).toEqual([])
  expect(room).toBeGreaterThanOrEqual(100)
  expect(roomIn(nodeFlags(64))).toEqual([32])
})
