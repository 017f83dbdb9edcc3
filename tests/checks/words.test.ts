import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {memoryFiles} from '../edition/compose.js'
import {casesOf} from '../read-examples.js'
import {told} from '../told.js'

const PAGE = new URL('../../docs/checks.md', import.meta.url)
const page = readFileSync(PAGE, 'utf8')
const [, register = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? []
const files = memoryFiles({'briefings/topic/facts.yml': register})
const brands = new Map()

const WORDS = ['checks/unsourced-figure', 'checks/relative-time', 'checks/decimal-sign', 'checks/stray-marks', 'facts/share-without-base', 'checks/treaty-names', 'checks/state-name', 'checks/acronym']

/** What is told of the words of a paper, and of whatever keeps it from being read. */
async function toldOf({text, above}: {text: string; above: number}): Promise<string[]> {
  const {diagnostics} = await check({path: 'briefings/topic/paper.md', text: text.replaceAll('~~~', '```')}, {files, brands})
  return diagnostics.filter(({rule, severity}) => WORDS.includes(rule) || severity === 'error').map((one) => told(one, above))
}

describe('the page of checks on words', () => {
  const cases = casesOf(page, () => false)
  it('has a section for each rule, with cases that pass and cases that are told', () => {
    const sections = page.split(/^## /m).slice(1)
    expect(sections.map((section) => /`([a-z-]+\/[a-z-]+)`/.exec(section)?.[1])).toEqual(WORDS)
    for (const section of sections) expect(section).toMatch(/^> warning /m)
    expect(cases.filter(({told}) => told.length === 0).length).toBeGreaterThanOrEqual(WORDS.length)
  })
  it.each(cases)('$name', async (example) => {
    expect(await toldOf(example)).toEqual(example.told)
  })
})
