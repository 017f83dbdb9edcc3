import {describe, expect, it} from 'vitest'
import {demarche} from '../cli/in-one-process.js'
import {checked, front} from '../papers.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

/** What is told of marks, as it is shown to the author. */
async function marksIn(body: string): Promise<string[]> {
  const {diagnostics} = await checked(`${front()}${body}\n`)
  expect(diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
  return diagnostics.filter(({rule}) => rule === 'checks/stray-marks').map(({message}) => message)
}

describe('marks that print as they are', () => {
  it.each([
    ['a ** bold** word', '**'], ['a **bold **word', '**'], ['*** all***', '**'], ['a __bold __word', '__'],
    ['see [it] (https://a.example/x) there', '[it] (https://a.example/x)'], ['see [it](my file.pdf)', '[it](my file.pdf)'], ['see [it] (doc:poland)', '[it] (doc:poland)'],
    ['##Heading', '##Heading'], ['#What it is', '#What it is'],
    ['• one\n• two', '•'], ['-one\n-two', '-'], ['1.One\n2.Two', '1.'], ['- ok\n\n  ▪ one', '▪'],
    ['| State | Year |\n| Chad | 2026 |', '| State | Year |'], ['+------+------+\n| Chad | 2026 |\n+------+------+', '+------+------+'], [`+${'-'.repeat(40)}+------+\n| Chad | 2026 |`, `+${'-'.repeat(40)}+------+`],
    ['## Heading {#head}', '{#head}'], ['A word{.small} and more', '{.small}'], ['A picture{width=50%} here', '{width=50%}'], ['A picture{width="50%" height=2} here', '{width="50%" height=2}'],
    ['::: note\nWords.', '::: note'], ['as [@smith-2020, p. 3] says', '[@smith-2020'], ['a ==marked word== here', '==marked word=='], ['5 m^2^ of land', '^2^'],
    ['so $a_1 = b$ holds', '$a_1 = b$'], ['see [[Poland]] there', '[[Poland]]'], ['of {{ country }} here', '{{ country }}'], ['{% if x %} so', '{% if x %}'],
    ['[TOC]', '[TOC]'], ['\\newpage', '\\newpage'], ['one&nbsp two', '&nbsp'],
  ])('%j: %s', async (body, marks) => expect(await marksIn(body)).toContain(`\`${marks}\` prints as it is`))

  it('are told once a text, and in blocks as well', async () => {
    expect(await marksIn('a ** b ** c ** d')).toHaveLength(1)
    expect(await marksIn('```key-figures\n- value: 5\n  label: of ** them** all\n```')).toEqual(['`**` prints as it is'])
    expect(await marksIn('- a ** b\n- c ** d')).toHaveLength(2)
  })
})

describe('marks that take a sign', () => {
  it.each([
    ['2*3*4 mines', '`2*3*4` prints without its stars'], ['CO~2~ there', '`O~2~` is struck out'],
    ['Country   Year\n--------- ------\nChad      2026', '`--------- ------` prints as a rule'],
  ])('%j', async (body, message) => expect(await marksIn(body)).toEqual([message]))
})

it.each([
  '**bold**, *slanted*, __bold__, ***both*** and `**code**`', 'a \\*\\*star\\*\\* that is meant, \\[\\[so\\]\\]', 'my__file__name, 5 * 3 = 15', 'a [sic] (emphasis added), [1997] (p. 5), [TODO: look]',
  '#MineBan', 'We stand for #MineBan and #Peace.', 'US$5–US$6 and $5 and $6 a day', 'C++ ++, a == b, a <= b, {so} and {a, b}', '- one\n- two', '1. One\n2. Two', '– said so', '-5 degrees', '24.November', '~~gone~~ and ~gone~',
  '---', '- - -', '| A | B |\n| - | - |\n| x^2^ | -- --- |', 'http://a.example/{#x}', '> a ** quotation** of others', 'AT&T; R&D, &amp;nbsp;', 'a [link](https://a.example/[[x]])', '```\n** {#x} [[y]]\n```',
])('%j has none', async (body) => expect(await marksIn(body)).toEqual([]))

it('in the cell of a row are meant as they are', async () => {
  const cwd = await folderOf({
    'briefings/t.md': briefing('T', 'rows: rows.csv\noutput: "{key}-paper"\n', '## Q?\n\nOf [Poland](row:name) it is said ** so**.\n'),
    'briefings/rows.csv': 'key,name\nPL,a ** {#b} [[c]]\n',
  })
  const {err} = await demarche('check --no-cache', cwd)
  expect(err.match(/^warning.*\n.*/gm)).toEqual(['warning[checks/stray-marks]: `**` prints as it is\n   --> briefings/t.md:12:34'])
})
