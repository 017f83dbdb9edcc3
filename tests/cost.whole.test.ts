import {describe, expect, test} from 'vitest'
import {build} from '../src/build.js'
import {check} from '../src/check.js'
import {run} from '../src/cli/program.js'
import {inThisProcess} from '../src/press/index.js'
import {memoryFiles} from './edition/compose.js'
import {front} from './papers.js'
import {stepsOf} from './steps.js'
import {briefing, folderOf} from './workspace/folder-of.js'

const WORDS = 'Some plain words of a sentence that goes on for a line or two, and then ends.'

const each = (count: number, of: (at: number) => string): string => Array.from({length: count}, (_, at) => of(at)).join('')

/** Bodies of so many pieces. */
const BODIES: Record<string, (count: number) => string> = {
  paragraphs: (count) => each(count, (at) => `${WORDS} ${at}.\n\n`),
  'headings, each with a line': (count) => each(count, (at) => `## Heading ${at}\n\n${WORDS}\n\n`),
  'points of a list': (count) => each(count, (at) => `- point ${at}\n  - below it\n`),
  'rows of a table': (count) => `| A | B |\n| - | - |\n${each(count, (at) => `| row ${at} | ${at} |\n`)}`,
  'notes, each called by a paragraph': (count) => each(count, (at) => `Words[^${at}] go on.\n\n[^${at}]: Note ${at}.\n\n`),
  'quotations and asides': (count) => each(count, (at) => `> Quoted ${at}\n>\n> — Somebody\n\n> [!NOTE]\n> ${WORDS}\n\n`),
  'charts and fences': (count) => each(count / 4, (at) => `<!-- chart: bar, unit: people, title: "T", alt: "A" -->\n| Y | N |\n| - | -: |\n| C | ${at + 1} |\n| D | 2 |\n\n\`\`\`text\nline\n\`\`\`\n\n`),
}

/** What one paragraph may hold many of. React-PDF, as it comes, is not told to lay these out: what the bundle has in its place is held by `print/leaner-engine.test.ts`. */
const WITHIN: Record<string, (count: number) => string> = {
  'bold words': (count) => each(count, (at) => `word **bold ${at}** `),
  'slanted names of States': (count) => each(count, (at) => `*Turkey ${at}* and Burma `),
  links: (count) => each(count, (at) => `see [page ${at}](https://a.example/${at}) `),
  'links that lead nowhere': (count) => each(count, (at) => `see [page ${at}](#nowhere-${at}) `),
  'figures and dates': (count) => each(count, (at) => `In 2013, ${at + 3},200 mines, or ${at} per cent. `),
  notes: (count) => `${each(count, (at) => `Words[^${at}] go on. `)}\n\n${each(count, (at) => `[^${at}]: Note ${at}.\n\n`)}`,
  facts: (count) => each(count, (at) => `There were [${at + 3} mines](fact:f${at}) there. `),
  'quotation marks': (count) => each(count, () => '"word" – '),
  'words of another language': (count) => each(count, (at) => `a [démarche ${at}](lang:fr) b `),
  html: (count) => each(count, (at) => `<b>a ${at}</b> word `),
}

const register = (count: number): string =>
  `facts:\n${each(count, (at) => `  f${at}: {statement: Mines of ${at}, unit: {one: mine, other: mines}, values: [{value: ${at + 3}, as_of: 2026-01, source: s}]}\n`)}sources:\n  s: {type: web, title: T, publisher: P, accessed: 2026-01-01}\n`

/** Workspaces of so many papers. */
const WORKSPACES: Record<string, (count: number) => Record<string, string>> = {
  'linked papers': (count) => named(count, (at) => [`briefings/p${at}.md`, briefing(`Paper ${at}`, `symbol: A/${at}\n`, `See [the next](doc:p${(at + 1) % count}).\n`)]),
  'papers, each with a fact of one register': (count) => ({...named(count, (at) => [`briefings/p${at}.md`, briefing(`Paper ${at}`, '', `There were [${at + 3} mines](fact:f${at}).\n`)]), 'briefings/facts.yml': register(count)}),
  'rows of a template': (count) => ({
    'briefings/t.md': briefing('"[A](row:name)"', 'rows: r.csv\noutput: "{key}"\n', 'The State [A](row:name) is here.\n'),
    'briefings/r.csv': `key,name\n${each(count, (at) => `k${at},Name ${at}\n`)}`,
  }),
}

const named = (count: number, of: (at: number) => [string, string]): Record<string, string> => Object.fromEntries(Array.from({length: count}, (_, at) => of(at)))

/** Four times as much is to cost no more than this many times the steps: what is quadratic costs up to sixteen times as many. */
const MOST = 4.1

/** How the steps of some work grow with four times as much; what is done once only is done before. */
async function growth(few: number, work: (count: number) => Promise<unknown>): Promise<number> {
  await work(few)
  const steps = await stepsOf(() => work(few))
  return (await stepsOf(() => work(4 * few))) / steps
}

describe('four times as much costs some four times as much', () => {
  test.each(Object.entries(BODIES))('%s, printed', async (_, body) => {
    const print = async (count: number) => expect((await build({path: 'briefings/a.md', text: `${front()}${body(count)}`}, {files: memoryFiles()})).value).toBeDefined()
    expect(await growth(60, print)).toBeLessThan(MOST)
  })

  test.each(Object.entries(WITHIN))('%s in one paragraph, checked', async (_, body) => {
    const read = async (count: number) => expect((await check({path: 'briefings/a.md', text: `${front()}${body(count)}`}, {files: memoryFiles({'briefings/facts.yml': register(count)})})).value).toBeDefined()
    expect(await growth(150, read)).toBeLessThan(MOST)
  })

  test.each(Object.entries(WORKSPACES))('%s, built', async (_, files) => {
    const quiet = {write: () => undefined}
    const builds = async (count: number) => expect(await run(['build', '--no-cache'], {stdout: quiet, stderr: quiet, cwd: await folderOf(files(count)), env: {}, printer: inThisProcess().print})).toBe(0)
    expect(await growth(12, builds)).toBeLessThan(MOST)
  })
})
