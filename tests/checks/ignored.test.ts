import {describe, expect, it} from 'vitest'
import {type CheckOptions, check} from '../../src/check.js'
import {demarche} from '../cli/in-one-process.js'
import {memoryFiles} from '../edition/compose.js'
import {told, toldWithHint} from '../told.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

const paper = (body: string) => ({path: 'briefings/paper.md', text: `---\nkind: q-and-a\ntitle: Questions\ndate: 2026-11-24\n---\n## Q\n\n${body}`})
const found = async (body: string, options: Partial<CheckOptions> = {}) => (await check(paper(body), {files: memoryFiles(), ...options})).diagnostics
const ignore = (rule: string, reason = ', reason: "so it is"') => `<!-- demarche-ignore: ${rule}${reason} -->\n`

describe('a comment that switches off a warning', () => {
  it.each([
    ['in reading', 'briefing/html', 'Some <b>bold</b> words.\n'],
    ['in composing', 'edition/dead-link', 'See [this paper](later.md).\n'],
    ['in a check', 'checks/link-words', 'Look [here](https://example.org).\n'],
  ])('silences what is found %s, and is not told', async (_, rule, block) => {
    expect((await found(block)).map((one) => one.rule)).toContain(rule)
    expect(await found(ignore(rule) + block)).toEqual([])
  })
  it('needs its reason', async () => {
    expect((await found(`${ignore('briefing/html', '')}Words.\n`)).map((one) => told(one))).toEqual(['error 8:1-8:40 briefing/missing-key: `demarche-ignore` needs a `reason`'])
    expect((await found(`${ignore('briefing/html', ', reason: " "')}Words.\n`)).map(({rule}) => rule)).toEqual(['briefing/missing-key'])
  })
  it('is told where it names no warning, at the name, with the nearest', async () => {
    const told = (await found(`${ignore('checks/link-word')}Look [here](https://example.org).\n`)).map((one) => toldWithHint(one))
    expect(told[0]).toBe('warning 8:23-8:39 checks/unknown-rule: `checks/link-word` is not the rule of a warning: errors cannot be switched off | Did you mean `checks/link-words`?')
    expect(told[1]).toContain('checks/link-words')
    expect((await found(`${ignore('facts/text-differs')}Words.\n`)).map(({rule}) => rule)).toEqual(['checks/unknown-rule'])
  })
  it('is told where it silences nothing', async () => {
    expect((await found(`${ignore('briefing/html')}Words.\n\nSome <b>bold</b> words.\n`)).map((one) => toldWithHint(one))).toEqual([
      'warning 8:23-8:36 checks/unused-ignore: There is no `briefing/html` in the block below: this comment switches off nothing | Delete the comment',
      expect.stringContaining('briefing/html'),
    ])
  })
  it('is not told of what depends on the day, the pages or other papers, nor of what is left out', async () => {
    for (const rule of ['facts/stale', 'facts/contradiction', 'q-and-a/over-budget', 'checks/deadline-passed']) expect(await found(`${ignore(rule)}Words.\n`)).toEqual([])
    const internal = `Words.\n\n${ignore('checks/link-words')}> [!INTERNAL]\n> Look [here](https://example.org).\n`
    expect(await found(internal)).toEqual([])
    expect(await found(internal, {audience: 'internal'})).toEqual([])
  })
  it('is not told where the paper has an error: what it silences may not have been found', async () => {
    expect((await found(`${ignore('checks/link-words')}Words[^1].\n`)).map(({rule}) => rule)).not.toContain('checks/unused-ignore')
  })
  it('is not told in a template, whose rows have it for some papers only', async () => {
    const text = (comment: string) => `## Q\n\nOf [Poland](row:name).\n\n${comment}> [!ONLY link]\n> Look [here](https://example.org/[pl](row:link)).\n\n${ignore('briefing/html')}Words.\n`
    const files = {'briefings/rows.csv': 'key,name,link\nPL,Poland,pl\nEE,Estonia,\n'}
    const template = (comment: string) => folderOf({...files, 'briefings/t.md': briefing('T', 'rows: rows.csv\noutput: "{key}-paper"\n', text(comment).replace('https://example.org/[pl](row:link)', 'https://example.org'))})
    expect((await demarche('check --no-cache', await template(''))).err).toContain('checks/link-words')
    const {err} = await demarche('check --no-cache', await template(ignore('checks/link-words')))
    expect(err).not.toContain('checks/unused-ignore')
    expect(err).not.toContain('checks/link-words')
  })
})
