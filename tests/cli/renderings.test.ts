import picocolors from 'picocolors'
import {describe, expect, test} from 'vitest'
import {codeFrame} from '../../src/cli/code-frame.js'
import {githubDiagnostic, githubLeftOut} from '../../src/cli/github.js'
import {jsonReport} from '../../src/cli/json.js'
import {prettyDiagnostic} from '../../src/cli/pretty.js'
import {type Report, size, verdict} from '../../src/cli/tally.js'
import {type Diagnostic, error, warning} from '../../src/diagnostic.js'
import type {PaperReport} from '../../src/press/index.js'
import {placeAt} from '../../src/source.js'

/** The place of some words in a text. */
const placeOf = (text: string, words: string, path = 'briefings/x.md') =>
  placeAt({path, text}, text.indexOf(words), text.indexOf(words) + words.length)

const pretty = (diagnostic: Diagnostic, text?: string, colour = false) =>
  prettyDiagnostic(diagnostic, {colours: picocolors.createColors(colour), textOf: () => text, shownPath: (path) => path})

describe('for people', () => {
  test('a diagnostic shows its sentence, its place, the line with marks under what is meant, and the deed', () => {
    const text = `${'\n'.repeat(23)}    lable: stockpiled mines destroyed\n`
    const typo = error(
      'key-figures/unknown-key',
      placeOf(text, 'lable', 'briefings/mine-ban/fact-sheet.md'),
      '`lable` is not a key of `key-figures`',
      'Did you mean `label`?',
    )
    expect(pretty(typo, text)).toBe(
      [
        'error[key-figures/unknown-key]: `lable` is not a key of `key-figures`',
        '   --> briefings/mine-ban/fact-sheet.md:24:5',
        '24 |     lable: stockpiled mines destroyed',
        '   |     ^^^^^',
        '   = hint: Did you mean `label`?',
        '',
      ].join('\n'),
    )
  })

  test('a related place shows its line too, and line numbers stand in one column', () => {
    const text = `first\n${'\n'.repeat(120)}again\n`
    const twice = {
      ...warning('sources/twice', placeOf(text, 'again'), 'Defined twice'),
      related: [{message: 'first defined here', place: placeOf(text, 'first')}],
    }
    expect(pretty(twice, text)).toBe(
      [
        'warning[sources/twice]: Defined twice',
        '    --> briefings/x.md:122:1',
        '122 | again',
        '    | ^^^^^',
        '    = first defined here:',
        '    --> briefings/x.md:1:1',
        '  1 | first',
        '    | ^^^^^',
        '',
      ].join('\n'),
    )
  })

  test('a place without a line, or in a file that is gone, shows its path only', () => {
    expect(pretty(error('brand/unknown', {path: 'styles'}, 'No'))).toBe('error[brand/unknown]: No\n   --> styles\n')
    expect(pretty(error('x/y', placeOf('abc', 'b'), 'No'))).toBe('error[x/y]: No\n   --> briefings/x.md:1:2\n')
  })

  test('colours mark the severity and the marks', () => {
    expect(pretty(error('x/y', placeOf('abc', 'b'), 'No'), 'abc', true)).toBe(
      [
        '\x1b[31m\x1b[1merror[x/y]\x1b[22m\x1b[39m\x1b[1m: No\x1b[22m',
        '   \x1b[2m-->\x1b[22m briefings/x.md:1:2',
        '\x1b[2m 1 |\x1b[22m abc',
        '   \x1b[2m|\x1b[22m  \x1b[31m^\x1b[39m',
        '',
      ].join('\n'),
    )
  })

  test('nothing in a text steers the terminal', () => {
    const text = 'a \x1b[2J\x07 \u202Ebad\u202C word'
    const told = pretty(error('x/y', placeOf(text, 'word'), 'The \x1b[31m sign\nand more'), text)
    expect(told).not.toMatch(/[\x07\x1b\u202E]/)
    expect(told).toContain('a ␛[2J␇ \uFFFDbad\uFFFD word\n   |               ^^^^')
  })
})

describe('the marks', () => {
  const marked = (text: string, words: string) => {
    const frame = codeFrame(text, placeOf(text, words))
    return frame && `${frame.line}\n${frame.marks}`
  }

  test('stand under what is meant behind tabs, wide characters and composed ones', () => {
    expect(marked('\tkey: value', 'value')).toBe('    key: value\n         ^^^^^')
    expect(marked('a\tb', '\t')).toBe('a    b\n ^^^^')
    expect(marked('地雷 mines', 'mines')).toBe('地雷 mines\n     ^^^^^')
    expect(marked('x 地雷 y', '地雷')).toBe('x 地雷 y\n  ^^^^')
    expect(marked('cafe\u0301 noir', 'noir')).toBe('cafe\u0301 noir\n     ^^^^')
    expect(marked('👩‍👩‍👧 x', 'x')).toBe('👩‍👩‍👧 x\n   ^')
  })

  test('of a place over several lines go to the end of its first', () => {
    expect(marked('one two\nthree', 'two\nthree')).toBe('one two\n    ^^^')
  })

  test('of an empty place are one mark', () => {
    expect(codeFrame('ab', placeAt({path: 'x', text: 'ab'}, 2))).toEqual({number: 1, line: 'ab', marks: '  ^'})
  })

  test('in a long line show what stands around them', () => {
    const line = `${'a '.repeat(200)}HERE${' b'.repeat(200)}`
    const frame = codeFrame(line, placeOf(line, 'HERE'))
    expect(frame?.line).toHaveLength(112)
    expect(frame?.line).toMatch(/^…[a ]{40}HERE[ b]{66}…$/)
    expect(frame?.marks).toBe(`${' '.repeat(41)}^^^^`)
    const wide = `${'😀'.repeat(200)}X`
    expect(codeFrame(wide, placeOf(wide, 'X'))?.line).not.toMatch(/^…?[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
  })

  test('count lines and columns as the reader does: any line end, no byte order mark', () => {
    expect(
      codeFrame('\uFEFFone\r\ntwo\rthree', {path: 'x', start: {line: 3, column: 1, offset: 9}, end: {line: 3, column: 6, offset: 14}}),
    ).toEqual({
      number: 3,
      line: 'three',
      marks: '^^^^^',
    })
  })
})

describe('for GitHub', () => {
  const same = (path: string) => path
  test('a diagnostic is a workflow command, escaped as GitHub reads it', () => {
    const text = 'one\ntwo'
    expect(githubDiagnostic(error('x/y', placeOf(text, 'two', 'a,b:c.md'), '100 % wrong: a\r\nb', 'Write, then: mend'), same)).toBe(
      '::error file=a%2Cb%3Ac.md,line=2,endLine=2,col=1,endColumn=4,title=x/y::100 %25 wrong: a%0D%0Ab%0AWrite, then: mend',
    )
    expect(githubDiagnostic(warning('x/y', placeOf(text, 'one\ntwo', 'a.md'), 'W'), same)).toBe(
      '::warning file=a.md,line=1,endLine=2,col=1,title=x/y::W',
    )
    expect(githubDiagnostic(error('x/y', {path: '.'}, 'No folder'), same)).toBe('::error title=x/y::No folder')
  })

  test('a passage left out is a notice', () => {
    expect(githubLeftOut({place: placeOf('> a\n> b', '> a\n> b', 'a.md'), words: 'If ... so'}, same)).toBe(
      '::notice file=a.md,line=1,endLine=2,col=1,title=left out::Not printed for external readers: "If ... so"',
    )
  })
})

describe('in numbers', () => {
  const written = (path: string, bytes: number, pages = 2): NonNullable<PaperReport['written']> => ({
    path,
    briefing: 'b.md',
    sha256: '0',
    pages,
    title: 'T',
    language: 'en',
    brand: 'house',
    paper: 'A4',
    audience: 'external',
    warnings: 0,
    bytes,
  })
  const shared = warning('brand/contrast', {path: 'styles/x/_brand.yml'}, 'Faint')
  const report: Report = {
    diagnostics: [error('workspace/no-such-file', {path: 'c.md'}, 'No')],
    papers: [
      {
        briefing: 'a.md',
        diagnostics: [shared],
        leftOut: [{place: {path: 'a.md'}, words: 'If ... so'}],
        written: written('a.en.pdf', 84_400),
      },
      {briefing: 'b.md', diagnostics: [shared, error('x/y', {path: 'b.md'}, 'Bad')], leftOut: []},
    ],
    skipped: 1,
    printing: true,
  }

  test('what stands in a brand and is found on each paper counts once', () => {
    expect(verdict(report)).toBe('1 paper written, 2 pages, 84 KB; 1 not written; 2 errors, 1 warning; 1 other Markdown file skipped')
    expect(verdict({...report, printing: false, skipped: 0})).toBe('2 papers checked; 2 errors, 1 warning')
    expect(
      verdict({
        diagnostics: [],
        papers: report.papers.slice(0, 1).map((paper) => ({...paper, diagnostics: []})),
        skipped: 0,
        printing: false,
      }),
    ).toBe('1 paper checked; no errors')
  })

  test('sizes are as people read them', () => {
    expect([1, 999, 1499, 999_499, 999_500, 1_250_000].map(size)).toEqual(['1 KB', '1 KB', '1 KB', '999 KB', '1.0 MB', '1.3 MB'])
  })

  test('JSON has the diagnostics, the papers and the sums', () => {
    expect(JSON.parse(jsonReport(report))).toEqual({
      diagnostics: [
        {rule: 'x/y', severity: 'error', message: 'Bad', place: {path: 'b.md'}},
        {rule: 'workspace/no-such-file', severity: 'error', message: 'No', place: {path: 'c.md'}},
        {rule: 'brand/contrast', severity: 'warning', message: 'Faint', place: {path: 'styles/x/_brand.yml'}},
      ],
      papers: [
        {
          briefing: 'a.md',
          errors: 0,
          warnings: 1,
          leftOut: [{place: {path: 'a.md'}, words: 'If ... so'}],
          written: written('a.en.pdf', 84_400),
        },
        {briefing: 'b.md', errors: 1, warnings: 1, leftOut: [], written: null},
      ],
      summary: {papers: 2, written: 1, pages: 2, bytes: 84_400, errors: 2, warnings: 1, known: 0, skipped: 1, exitCode: 1},
    })
  })
})
