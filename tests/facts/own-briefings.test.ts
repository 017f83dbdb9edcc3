import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {readTemplate} from '../../src/briefing/index.js'
import {check} from '../../src/check.js'
import {findContradictions} from '../../src/checks/index.js'
import {diskFiles} from '../../src/files.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = 'briefings/mine-ban'
const files = diskFiles(ROOT)
const [brands, registers] = [new Map(), new Map()]
const ON = {year: 2026, month: 11, day: 24}
/** Any other paper of the folder: that links lead somewhere is held elsewhere. */
const others = (name: string) => ({path: `${FOLDER}/${name}.md`, title: name, ids: []})
const checked = (name: string, text: string) => check({path: `${FOLDER}/${name}`, text}, {files, brands, registers, on: ON, audience: 'internal', papers: others})
const textOf = (name: string): string => readFileSync(`${ROOT}/${FOLDER}/${name}`, 'utf8')
const papers = readdirSync(`${ROOT}/${FOLDER}`).filter((name) => name.endsWith('.md') && !readTemplate({path: name, text: textOf(name)}))

/** Links to facts that are written with a digit. */
const LINK = /\[([^[\]]*\d[^[\]]*)\]\(fact:[^)]*\)/g

describe('the briefings on the mine ban', () => {
  it.each(papers)('%s agrees with the register in every figure', async (name) => {
    const {value, diagnostics} = await checked(name, textOf(name))
    expect(diagnostics).toEqual([])
    expect(value?.edition.facts?.length).toBeGreaterThan(0)
  })
  it.each(papers)('%s is told of each figure that is changed', async (name) => {
    const text = textOf(name)
    const links = [...text.matchAll(LINK)]
    const missed: string[] = []
    for (const {0: link, index} of links) {
      const changed = link.replace(/\d/, (digit) => String((Number(digit) + 3) % 10 || 4))
      const {diagnostics} = await checked(name, text.slice(0, index) + changed + text.slice(index + link.length))
      const line = text.slice(0, index).split('\n').length
      if (!diagnostics.some(({rule, place}) => rule.startsWith('facts/') && Math.abs((place.start?.line ?? 0) - line) <= 1)) missed.push(changed)
    }
    expect(missed).toEqual([])
  })
  it('do not contradict each other', async () => {
    const all = await Promise.all(papers.map((name) => checked(name, textOf(name))))
    expect(findContradictions(all.flatMap(({value}) => value?.edition.facts ?? []))).toEqual([])
  })
})
