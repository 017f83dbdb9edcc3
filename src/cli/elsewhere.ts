/** What other programs call our commands. */
const COMMANDS: Record<string, readonly string[]> = {
  build: ['compile', 'convert', 'export', 'generate', 'make', 'pdf', 'print', 'render'],
  check: ['lint', 'test', 'validate'],
  pack: ['bind', 'bundle', 'merge'],
  mail: ['email', 'send'],
  clear: ['approve'],
  issue: ['publish', 'release'],
  changes: ['diff'],
  'demarche --version': ['version'],
}

/** What they call our options, by the commands that take them. */
const OPTIONS: readonly {takes: readonly string[]; ours: string; others: readonly string[]}[] = [
  {takes: ['demarche'], ours: '--version', others: ['-v', '-V']},
  {takes: ['demarche build'], ours: '--out <folder>', others: ['-o', '-d', '--out-dir', '--output-dir', '--dest', '--destination']},
  {takes: ['demarche build'], ours: '--jobs <number>', others: ['-j', '--workers', '--processes', '--threads', '--parallel']},
  {takes: ['demarche build', 'demarche check'], ours: '--paper <size>', others: ['-p', '--size', '--page-size', '--paper-size']},
  {takes: ['demarche build', 'demarche check'], ours: '--brand <name>', others: ['-b', '--theme', '--style', '--template']},
  {takes: ['demarche build', 'demarche check'], ours: '--format json', others: ['--json']},
]

/** The way out for who knows other programs; nothing for any other word. `command`: `demarche build`, or `demarche` alone. */
export function hintElsewhere(what: string | undefined, word = '', command = ''): string | undefined {
  if (what === 'command') {
    if (/\.(?:md|markdown)$|[/\\]/i.test(word)) return `Write \`demarche build ${word}\` to print it, or \`demarche check ${word}\` to have it looked through`
    const [ours] = Object.entries(COMMANDS).find(([, others]) => others.includes(word.toLowerCase())) ?? []
    return ours && `Did you mean \`${ours}\`?`
  }
  if (what !== 'option') return undefined
  if (['-l', '--lang', '--language'].includes(word)) return 'The language of a paper stands in its front matter: `language: fr`'
  const option = OPTIONS.find(({takes, others}) => takes.includes(command) && others.includes(word))
  return option && `Did you mean \`${option.ours}\`?`
}
