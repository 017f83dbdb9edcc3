import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {isToldByMore, unknownRule, WARNINGS} from '../../src/checks/rules.js'
import {kinds} from '../../src/kinds/index.js'
import {sourceFiles} from '../imports-of.js'

/** Rules that the source tells as warnings: by `warning(...)`, or by `tell(...)` where it may be either. */
function warningsIn(files: ReadonlyMap<string, string>): Set<string> {
  const rules = new Set<string>()
  for (const [name, text] of files) {
    if (name === 'diagnostic.ts' || name.startsWith('cli/')) continue
    for (const [, , rule = ''] of text.matchAll(/(?<![\w'`]|(?<!\.\.)\.)(?:warning|tell)\(\s*(['`])([^'`]*)\1/g)) {
      if (!rule.includes('${')) rules.add(rule)
      else for (const kind of kinds) rules.add(rule.replace(/\$\{[^}]*\}/, kind.name))
    }
  }
  return rules
}

describe('the list of warnings', () => {
  const told = warningsIn(sourceFiles(fileURLToPath(new URL('../../src', import.meta.url))))
  it('has every warning that the program tells, and no other', () => {
    expect(told.size).toBeGreaterThan(30)
    expect([...told].sort()).toEqual(WARNINGS)
  })
  it('knows which depend on more than the paper', () => {
    expect(WARNINGS.filter(isToldByMore)).toContain('facts/stale')
    expect(isToldByMore('checks/link-words')).toBe(false)
  })
})

describe('a rule that is not one', () => {
  it.each([
    ['checks/link-word', 'Did you mean `checks/link-words`?'],
    ['link-words', 'Did you mean `checks/link-words`?'],
    ['q-and-a/over-bugdet', 'Did you mean `q-and-a/over-budget`?'],
    ['facts/text-differs', 'Write the rule as it stands in brackets after `warning`'],
  ])('%s is told with what was meant', (rule, hint) => {
    expect(unknownRule(rule)).toEqual({message: `\`${rule}\` is not the rule of a warning: errors cannot be switched off`, hint})
  })
  it('is told of nothing that is one', () => expect(WARNINGS.map(unknownRule).filter(Boolean)).toEqual([]))
})
