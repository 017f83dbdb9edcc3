import {readdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/program.js'
import {inThisProcess} from '../../src/press/index.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

interface World {
  cwd: string
  env?: Record<string, string>
  terminal?: boolean
}

async function demarche(args: string, {cwd, env = {}, terminal = false}: World) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args === '' ? [] : args.split(' '), {
    stdout: {write: (text) => out.push(text)},
    stderr: {write: (text) => err.push(text), isTTY: terminal, columns: 60},
    cwd,
    env,
    printer: inThisProcess().print, // the processes of the command run what is compiled: see `installed.whole.test.ts`
  })
  return {code, out: out.join(''), err: err.join('')}
}

const wrong = briefing('Wrong').replace('title:', 'titel:')
const secret = briefing('Secret', '', '## Q\n\nA.\n\n> [!INTERNAL]\n> If pressed on numbers,\n> say that the desk will write.\n')

describe('check', () => {
  test('says nothing but its verdict on clean papers', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing(), 'briefings/README.md': '# x'})
    expect(await demarche('check', {cwd})).toEqual({code: 0, out: '1 paper checked; no errors; 1 other Markdown file skipped\n', err: ''})
    expect(await readdir(cwd)).toEqual(['.demarche-cache', 'briefings'])
  })

  test('tells errors on stderr, with paths as typed in the folder at hand, and ends with 1', async () => {
    const cwd = await folderOf({'briefings/topic/a.md': wrong, 'briefings/topic/b.md': briefing()})
    const {code, out, err} = await demarche('check', {cwd: path.join(cwd, 'briefings/topic')})
    expect({code, out}).toEqual({code: 1, out: '2 papers checked; 1 error\n'})
    expect(err).toBe(
      [
        'error[q-and-a/unknown-key]: `titel` is not a key of the front matter',
        '   --> a.md:3:1',
        ' 3 | titel: Wrong',
        '   | ^^^^^',
        '   = hint: Did you mean `title`?',
        '',
        '',
      ].join('\n'),
    )
  })

  test('counts warnings as errors with `--strict` only', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing('A', '', '## Q\n\n<b>Answer</b>\n')})
    expect(await demarche('check', {cwd})).toMatchObject({code: 0, out: expect.stringMatching(/^1 paper checked; \d warnings?\n$/)})
    const strict = await demarche('check --strict', {cwd})
    expect(strict).toMatchObject({code: 1, out: expect.stringMatching(/^1 paper checked; \d errors?\n$/)})
    expect(strict.err).not.toContain('warning[')
  })

  test('lists what is left out for external readers', async () => {
    const cwd = await folderOf({'briefings/a.md': secret})
    expect((await demarche('check', {cwd})).err).toBe(
      'Not printed for external readers:\n  briefings/a.md:12-14 "If pressed on ... desk will write."\n\n',
    )
    expect((await demarche('check --audience INTERNAL', {cwd})).err).toBe('')
  })

  test('writes workflow commands to stdout for GitHub, with paths from the repository', async () => {
    const cwd = await folderOf({'docs/briefings/a.md': wrong})
    const world = {cwd: path.join(cwd, 'docs'), env: {GITHUB_WORKSPACE: cwd}}
    expect(await demarche('check --format github', world)).toEqual({
      code: 1,
      err: '',
      out:
        '::error file=docs/briefings/a.md,line=3,endLine=3,col=1,endColumn=6,title=q-and-a/unknown-key::`titel` is not a key of the front matter%0ADid you mean `title`?\n' +
        '1 paper checked; 1 error\n',
    })
  })

  test('writes one JSON object to stdout and nothing else, in trouble too', async () => {
    const cwd = await folderOf({'briefings/a.md': wrong})
    const {code, out, err} = await demarche('check --format json', {cwd})
    expect({code, err}).toEqual({code: 1, err: ''})
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [{rule: 'q-and-a/unknown-key', place: {path: 'briefings/a.md', start: {line: 3, column: 1}}}],
      papers: [{briefing: 'briefings/a.md', errors: 1, written: null}],
      summary: {papers: 1, errors: 1, exitCode: 1},
    })
    await writeFile(path.join(cwd, 'demarche.yml'), 'papre: A4\n')
    const broken = await demarche('check --format json', {cwd})
    expect(broken.code).toBe(1)
    expect(JSON.parse(broken.out)).toMatchObject({diagnostics: [{rule: 'workspace/unknown-key'}], papers: [], summary: {exitCode: 1}})
  })

  test('shows progress on a terminal with several papers, and takes it away again', async () => {
    const one = {'briefings/a.md': briefing()}
    const two = {...one, [`briefings/${'long-'.repeat(20)}b.md`]: wrong}
    expect((await demarche('check', {cwd: await folderOf(one), terminal: true})).err).toBe('')
    expect((await demarche('check', {cwd: await folderOf(two)})).err).not.toContain('\r')
    const {err} = await demarche('check', {cwd: await folderOf(two), terminal: true})
    expect(err).toMatch(/^\r\x1b\[2K1\/2 briefings\/a\.md\r\x1b\[2K\r\x1b\[2K2\/2 briefings\/long-[^\r]{30,40}\r\x1b\[2K/)
    for (const line of err.split('\r\x1b[2K').slice(1, 4)) expect(line.length).toBeLessThan(60)
  })

  test('takes colours from a terminal, `FORCE_COLOR` and `NO_COLOR`', async () => {
    const cwd = await folderOf({'briefings/a.md': wrong})
    const coloured = async (world: Omit<World, 'cwd'>) => (await demarche('check', {cwd, ...world})).err.includes('\x1b[31m')
    expect(await coloured({})).toBe(false)
    expect(await coloured({terminal: true})).toBe(true)
    expect(await coloured({terminal: true, env: {NO_COLOR: '1'}})).toBe(false)
    expect(await coloured({terminal: true, env: {TERM: 'dumb'}})).toBe(false)
    expect(await coloured({env: {FORCE_COLOR: '1'}})).toBe(true)
    expect(await coloured({env: {FORCE_COLOR: '1', NO_COLOR: '1'}})).toBe(false)
    expect(await coloured({terminal: true, env: {FORCE_COLOR: '0'}})).toBe(false)
  })

  test('tells a bad `demarche.yml` and reads no paper', async () => {
    const cwd = await folderOf({'demarche.yml': 'paper: A5\n', 'briefings/a.md': wrong})
    const {code, out, err} = await demarche('check', {cwd})
    expect({code, out}).toEqual({code: 1, out: '0 papers checked; 1 error\n'})
    expect(err).toContain('   --> demarche.yml:1:8\n 1 | paper: A5\n   |        ^^\n')
  })
})

describe('build', () => {
  test('tells a file that is not there, and one that cannot be written, without a stack trace', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing(), shelf: 'a file'})
    const missing = await demarche('build briefings/b.md', {cwd})
    expect({code: missing.code, out: missing.out}).toEqual({code: 1, out: '0 papers written; 1 error\n'})
    expect(missing.err).toContain('error[workspace/no-such-file]: There is no file or folder `briefings/b.md`')
    const shut = await demarche('build --out shelf', {cwd})
    expect(shut.code).toBe(1)
    expect(shut.err).toBe(
      [
        'error[press/output]: `a.en.pdf` cannot be written to `shelf`: a file stands where its folder should be',
        '   --> briefings/a.md',
        '   = hint: Name another folder with `--out`',
        '',
        '',
      ].join('\n'),
    )
  })

  test('writes each paper where it belongs, and says so', async () => {
    const cwd = await folderOf({'briefings/topic/a.md': secret, 'briefings/b.md': wrong, 'demarche.yml': 'paper: Letter\n'})
    const plain = await demarche('build', {cwd})
    expect(plain.code).toBe(1)
    expect(plain.out).toMatch(/^output\/topic\/a\.en\.pdf {2}1 page {2}\d+ KB\n1 paper written, 1 page, \d+ KB; 1 not written; 1 error\n$/)
    const internal = await demarche('build topic --audience internal --brand ministry --paper a4 --out ../out', {
      cwd: path.join(cwd, 'briefings'),
    })
    expect(internal.out).toMatch(/^\.\.\/out\/topic\/a\.en\.ministry\.A4\.INTERNAL\.pdf {2}1 page /)
    expect(internal.code).toBe(0)
    expect(await readdir(path.join(cwd, 'output'))).toEqual(['manifest.json', 'topic'])
    expect(await readdir(path.join(cwd, 'out/topic'))).toEqual(['a.en.ministry.A4.INTERNAL.pdf'])
  })
})

describe('bad usage ends with 3 and a hint', () => {
  test.each([
    ['biuld', 'unknown command `biuld`', 'Did you mean `build`?'],
    ['build --bran house', 'unknown option `--bran`', 'Did you mean `--brand`?'],
    ['print', 'unknown command `print`', 'Did you mean `build`?'],
    ['version', 'unknown command `version`', 'Did you mean `demarche --version`?'],
    ['briefings/a.md', 'unknown command `briefings/a.md`', 'Write `demarche build briefings/a.md` to print it, or `demarche check briefings/a.md` to have it looked through'],
    ['-v', 'unknown option `-v`', 'Did you mean `--version`?'],
    ['build -o x', 'unknown option `-o`', 'Did you mean `--out <folder>`?'],
    ['build --lang fr', 'unknown option `--lang`', 'The language of a paper stands in its front matter: `language: fr`'],
    ['build --output x', '`--output` takes `screen`, `print`, `booklet` or `two-up`, and not `x`', 'Write `--output print`, or `--out x` for the folder that papers go to'],
    ['check -o x', 'unknown option `-o`', '`demarche check --help` shows what it takes'],
    ['check --out x', 'unknown option `--out`', '`demarche check --help` shows what it takes'],
    ['build --out', 'option `--out <folder>` argument missing', '`demarche build --help` shows what it takes'],
    ['build --paper A5', '`--paper` takes `A4` or `Letter`, and not `A5`', 'Write `--paper A4`'],
    ['build --paper lettre', '`--paper` takes `A4` or `Letter`, and not `lettre`', 'Write `--paper Letter`'],
    ['check --format jsn', '`--format` takes `pretty`, `json`, `github`, `sarif` or `junit`, and not `jsn`', 'Write `--format json`'],
    ['check --audience public', '`--audience` takes `external` or `internal`, and not `public`', 'Write `--audience external`'],
    ['check --brand minstry', 'there is no brand `minstry`', 'Did you mean `ministry`? The brands are `house`, `ministry`'],
  ])('%s', async (args, message, hint) => {
    const cwd = await folderOf({'briefings/a.md': briefing()})
    expect(await demarche(args, {cwd})).toEqual({code: 3, out: '', err: `error: ${message}\n   = hint: ${hint}\n`})
  })

  test('no command shows the help where errors go', async () => {
    const {code, out, err} = await demarche('', {cwd: await folderOf({})})
    expect({code, out}).toEqual({code: 3, out: ''})
    expect(err).toMatch(/^Usage: demarche /)
  })
})

test('help and version are results: stdout, 0; every command shows examples', async () => {
  const cwd = await folderOf({})
  for (const args of ['--help', '-h', 'help build', 'build -h', 'build --help', 'check --help']) {
    const {code, out, err} = await demarche(args, {cwd})
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toMatch(/\nExamples:\n {2}demarche /)
  }
  const {version} = (await import('../../package.json', {with: {type: 'json'}})).default
  expect(await demarche('--version', {cwd})).toEqual({code: 0, out: `${version}\n`, err: ''})
})

test('a bug of ours ends with 2 and without a stack trace', async () => {
  const cwd = await folderOf({'briefings/a.md': briefing()})
  const broken = {
    stdout: {
      write() {
        throw new Error('the pen broke')
      },
    },
    stderr: {write: (text: string) => told.push(text)},
    cwd,
    env: {},
  }
  const told: string[] = []
  expect(await run(['check'], broken)).toBe(2)
  expect(told.join('')).toMatch(/^error\[cli\/bug\]: demarche [\d.]+ failed: the pen broke\n {3}= hint: .*\n$/)
})
