import {shown} from './code-frame.js'
import type {Io} from './io.js'

/** One line on a terminal that says which of several papers is being made; nothing anywhere else. */
export function progressLine({stderr, env}: Io, total: number): {next(what: string): void; clear(): void} {
  if (!stderr.isTTY || env.TERM === 'dumb' || total < 2) return {next() {}, clear() {}}
  let count = 0
  let drawn = false
  return {
    next(what) {
      count++
      const line = `${String(count).padStart(String(total).length)}/${total} ${shown(what)}`
      stderr.write(`\r\x1b[2K${line.slice(0, Math.max(10, (stderr.columns ?? 80) - 1))}`)
      drawn = true
    },
    clear() {
      if (drawn) stderr.write('\r\x1b[2K')
      drawn = false
    },
  }
}
