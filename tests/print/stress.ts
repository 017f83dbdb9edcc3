import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {blockNamed, blocks} from '../../src/blocks/index.js'
import {readTemplate} from '../../src/briefing/index.js'
import type {Source} from '../../src/source.js'
import {front} from '../papers.js'
import {casesOf} from '../read-examples.js'

const SENTENCE = 'States Parties report each year on what they have cleared and destroyed, and help the survivors of mines with care, rehabilitation and work. '
const lines = (count: number, of: (at: number) => string): string => Array.from({length: count}, (_, at) => of(at + 1)).join('\n')

/** A paper of some forty pages: sections, each with a list, a note, a table and a reference to another section. */
const long = lines(40, (at) =>
  [
    `## Section ${at}`,
    `${SENTENCE.repeat(9)}[^${at}]`,
    `### Duties of section ${at}`,
    lines(4, (item) => `- **Duty ${item}.** ${SENTENCE}`),
    `| Year | Cleared | Destroyed |\n| --- | ---: | ---: |\n${lines(8, (row) => `| ${2000 + row} | ${row * at} | ${row + at} |`)}`,
    `See [section ${((at + 7) % 40) + 1}](doc:#section-${((at + 7) % 40) + 1}), and *[mot](lang:fr)* is a word. ${SENTENCE.repeat(4)}`,
    `[^${at}]: Note ${at}, on [a page of its own](https://example.org/notes/${at}?a=1&b=2).`,
  ].join('\n\n'),
)

/** What a document may meet that real papers seldom have. */
export const stress: Source[] = [
  {path: 'stress/forty-pages.md', text: front('contents: yes') + long},
  {path: 'stress/table-over-six-pages.md', text: `${front()}<!-- table: plain, caption: "All of them" -->\n| State | Bound from | Status |\n| --- | --- | --- |\n${lines(260, (row) => `| State ${row} | ${1999 + (row % 25)} | ${row % 3 ? 'on track' : 'asked for more time under Article 5'} |`)}\n`},
  {path: 'stress/nested-lists.md', text: `${front()}${lines(6, (at) => `${'   '.repeat(at - 1)}1. Level ${at} ${SENTENCE}\n${'   '.repeat(at)}- beside it, with *words* and \`code\``)}\n\n- [ ] open\n- [x] done\n\n${lines(90, (at) => `1. Item ${at}. ${SENTENCE}`)}\n`},
  {path: 'stress/sixty-notes.md', text: `${front()}${lines(60, (at) => `${SENTENCE}[^${at}] ${SENTENCE}[^${at}]${at % 4 ? '' : '\n'}`)}\n\n${lines(60, (at) => `[^${at}]: ${SENTENCE}\n`)}\n`},
  {path: 'stress/levels-and-links.md', text: `${front()}## Two\n\n#### Four under two\n\n###### Six under four\n\n### Three\n\n[A link of *several* **styles** that is ${SENTENCE.trim()} and runs over lines](https://example.org/ünïcode?q=a b) and <https://example.org> and ~~nothing~~.\n\nA hard  \nbreak, soft\u00adhyphens, ﬁne ligatures: office, waffle, effluent.\n\n> A quotation. ${SENTENCE}\n>\n> – Who said it\n\n\`\`\`text\ncode  with   spaces\n\n    and an indent\n\`\`\`\n`},
  {path: 'stress/signs.md', text: `${front('subtitle: "R&D <b> \\"quoted\\" & more"', 'keywords: ["a & b", "<c>"]').replace('A paper', '"Fish & chips <for all> \'and\' \\"more\\""')}Words.\n`},
]

/** Every case of every block's examples that its author may write, as a paper of its own. */
export const examples: Source[] = blocks.flatMap(({name}) => {
  const file = new URL(`../../src/blocks/${name}/examples.md`, import.meta.url)
  const cases = existsSync(file) ? casesOf(readFileSync(file, 'utf8'), (one) => blockNamed(one) !== undefined) : []
  return cases.filter(({told}) => told.length === 0).map(({text}, at) => ({path: `blocks/${name}-${at + 1}.md`, text}))
})

const BRIEFINGS = new URL('../../briefings/', import.meta.url)

/** The program's own briefings; what is printed for many rows is tried elsewhere. */
export const briefings: Source[] = readdirSync(BRIEFINGS, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => ({path: `briefings/${name.replaceAll('\\', '/')}`, text: readFileSync(new URL(name, BRIEFINGS), 'utf8')}))
  .filter((source) => source.text.startsWith('---\nkind:') && !readTemplate(source))
