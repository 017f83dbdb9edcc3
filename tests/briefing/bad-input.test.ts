import {readFileSync, writeFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readBriefing} from '../../src/briefing/index.js'
import {toldWithHint} from '../told.js'

/**
 * Every case of `bad-input.txt`: what was typed, and what is told. With UPDATE=1 the told lines are written anew: read the
 * diff. Signs that cannot be seen in an editor are written ⇥ (tab), ⍽ (no-break space), ␍ (carriage return), ⟪BOM⟫.
 */
const file = new URL('bad-input.txt', import.meta.url)
const [, ...chunks] = readFileSync(file, 'utf8').split(/^={8} /m)
const cases = chunks.map((chunk) => {
  const [, name = '', typed = '', told = ''] = /^([^\n]*)\n([\s\S]*?)^-{8}\n([\s\S]*)$/m.exec(chunk) ?? []
  return {name, typed, told: told.trim()}
})

const unseen = (text: string): string => text.replaceAll('⇥', '\t').replaceAll('⍽', '\u00a0').replaceAll('␍', '\r').replaceAll('⟪BOM⟫', '\uFEFF')
const FRONT = '---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\n---\n'

/** A case whose name ends in `(body)` is the body of a paper, counted from its own first line. */
function read(name: string, typed: string): string {
  const front = name.endsWith('(body)') ? FRONT : ''
  const {diagnostics, value} = readBriefing({path: 'a.md', text: front + unseen(typed).replace(/\n$/, '')})
  const lines = diagnostics.map((found) => toldWithHint(found, front.split('\n').length - 1))
  if (lines.length > 0) return lines.join('\n')
  return value ? `works, title: ${value.meta.title}` : 'nothing is told'
}

describe('bad input', () => {
  it('has cases, each with a name of its own', () => {
    expect(cases.length).toBe(chunks.length)
    expect(new Set(cases.map(({name}) => name)).size).toBe(cases.length)
    expect(cases.length).toBeGreaterThan(60)
  })
  if (process.env.UPDATE) {
    const [head = ''] = readFileSync(file, 'utf8').split(/^={8} /m)
    writeFileSync(file, head + cases.map(({name, typed}) => `======== ${name}\n${typed}--------\n${read(name, typed)}\n\n`).join(''))
  }
  it.each(cases)('$name', ({name, typed, told}) => {
    expect(read(name, typed)).toBe(process.env.UPDATE ? read(name, typed) : told)
  })
})
