import {Command, CommanderError} from 'commander'
import {VERSION} from '../version.js'
import {plain} from './commands/plain.js'
import type {Io} from './io.js'

/** What a command is declared with: the world around it, and who is told its exit code. */
export interface Declaring {
  io: Io
  done: (exit: number) => void
}

/** Every command, in the order that they are listed in. Each is loaded when it is called. */
const COMMANDS = {
  build: async () => (await import('./commands/build.js')).declareBuild,
  check: async () => (await import('./commands/check.js')).declareCheck,
  pack: async () => (await import('./commands/pack.js')).declarePack,
  mail: async () => (await import('./commands/mail.js')).declareMail,
  'merge-reports': async () => (await import('./commands/merge-reports.js')).declareMergeReports,
  facts: async () => (await import('./commands/facts.js')).declareFacts,
  clear: async () => (await import('./commands/clear.js')).declareClear,
  issue: async () => (await import('./commands/issue.js')).declareIssue,
  changes: async () => (await import('./commands/changes.js')).declareChanges,
  verify: async () => (await import('./commands/verify.js')).declareVerify,
  sign: async () => (await import('./commands/sign.js')).declareSign,
}

/** Runs one command line; returns the exit code: 0 clean, 1 the author's errors, 2 a bug of ours, 3 bad usage, 130 stopped by hand. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  try {
    const program = await makeProgram(argv, {
      io: {...io, argv},
      done: (exit) => {
        code = exit
      },
    })
    await program.parseAsync([...argv], {from: 'user'})
    return code
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 3
    const what = failure instanceof Error ? failure.message : String(failure)
    io.stderr.write(
      `error[cli/bug]: demarche ${VERSION} failed: ${what}\n   = hint: This is a fault of the program. Please report it, with what \`DEMARCHE_TRACE=1\` adds\n`,
    )
    if (io.env.DEMARCHE_TRACE && failure instanceof Error) io.stderr.write(`${failure.stack}\n`)
    return 2
  }
}

/** A command is declared where it is asked for by name; for a list of them, or a name that is none, all are. */
async function makeProgram(argv: readonly string[], declaring: Declaring): Promise<Command> {
  const {io} = declaring
  const program = plain(new Command('demarche'), io)
    .description('Prints Markdown briefings as branded fact sheets and position papers.')
    .version(VERSION, '--version', 'show the version')
    .addHelpText(
      'after',
      `
Examples:
  demarche build                                  print every briefing of briefings/ into output/
  demarche check briefings/mine-ban/poland.md     tell what is wrong with one of them
  demarche help build                             show what a command takes

Findings name paths as seen from the folder at hand; with --format json, from the workspace.
Exit codes: 0 clean, 1 errors in a briefing, 2 a fault of the program, 3 bad usage, 130 stopped by hand`,
    )
  const [first = ''] = argv
  const asked = Object.hasOwn(COMMANDS, first) ? [COMMANDS[first as keyof typeof COMMANDS]] : first === '--version' ? [] : Object.values(COMMANDS) // a border: it is one of its keys
  for (const declare of await Promise.all(asked.map((load) => load()))) declare(program, declaring)
  return program
}
