/** Papers printed among others, whose parts are known, and alone. */
import {expect} from 'vitest'
import type {CheckedPaper} from '../../src/check.js'
import {type PartMemo, type Print, printEditions} from '../../src/print/index.js'
import type {Recent} from '../../src/recent.js'

/** A paper, printed among those that the memo knows; alone without one. */
export async function printed({edition, assets}: CheckedPaper, memo?: PartMemo): Promise<Print> {
  const {value, diagnostics} = await printEditions([edition], assets, memo ? {memo} : {})
  if (!value) throw new Error(JSON.stringify(diagnostics))
  return value
}

/** Two papers are the same, to the byte. */
export function expectSame(among: Print, alone: Print): void {
  expect(among.pages).toEqual(alone.pages)
  expect(Buffer.from(among.pdf).equals(Buffer.from(alone.pdf))).toBe(true)
}

/** A memo of which all that it hands out passes through `hand`. */
export const through = <V extends object>(memo: Recent<V>, hand: (known: V) => V): Recent<V> => ({
  ...memo,
  get(key) {
    const known = memo.get(key)
    return known && hand(known)
  },
})
