import {Command, CommanderError, Option} from 'commander'
import type {Output} from '../content.js'
import {OUTPUTS} from '../shapes/fields.js'
import {closest} from '../shapes/index.js'
import {VERSION} from '../version.js'
import type {ClearOptions} from './clear.js'
import {dayOf} from './day-at-hand.js'
import type {FactsOptions} from './facts.js'
import type {ImportOptions} from './facts-import.js'
import type {ChangesOptions} from './changes.js'
import type {Io} from './io.js'
import type {IssueCommandOptions} from './issue.js'
import type {PackCommandOptions} from './pack.js'
import type {PaperOptions} from './papers.js'
import type {MailOptions} from './mail.js'
import type {MergeOptions} from './merge-reports.js'
import {FORMATS} from './reporter.js'
import {shardOf} from './shard-of.js'
import {stoppable} from './stoppable.js'
import type {SignCommandOptions} from './sign.js'
import type {VerifyOptions} from './verify.js'
import {refuse, tellUsage, usageOf} from './usage.js'

/** Runs one command line; returns the exit code: 0 clean, 1 the author's errors, 2 a bug of ours, 3 bad usage, 130 stopped by hand. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  const program = makeProgram({...io, argv}, (exit) => {
    code = exit
  })
  try {
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

function makeProgram(io: Io, done: (exit: number) => void): Command {
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

  paperCommand(program, io, 'build', done)
    .summary('print briefings as PDF')
    .description('Prints briefings as PDF. A briefing with an error is told and not written; the others are.')
    .option('--out <folder>', 'write the papers there (default: output in the workspace)')
    .addOption(new Option('--jobs <number>', 'print in so many processes at a time (default: one for each processor)').argParser(countOf(io)))
    .addOption(new Option('--shard <part>', 'print one part of the papers only, such as 2/3, and leave a report for merge-reports').argParser(shardOf(io)))
    .addOption(new Option('--output <forms>', 'make papers for the screen, print, as a booklet or two-up; several are parted by commas (default: screen)').argParser(outputsFrom(io)))
    .option('--light-toner', 'print with lines and greys in place of fields and colours, and addresses of links in words')
    .option('--crop-marks', 'print with 3 mm to be cut off at each edge, and marks where to cut')
    .addOption(oneOf(io, new Option('--names <how>', 'what files are called: after their briefings, or as who receives them would').default('plain'), ['plain', 'delivery']))
    .option('--neutral-names', 'give files names that say nothing of what they hold')
    .option('--deps <file>', 'write which files each paper is made from, as make reads it')
    .option('--why <briefing>', 'tell which input of a paper has changed since the last build, and print nothing')
    .addHelpText(
      'after',
      `
Examples:
  demarche build                                  every briefing of briefings/
  demarche build briefings/mine-ban               the briefings of one folder
  demarche build poland.md --brand ministry       one briefing, in another brand
  demarche build "briefings/**/*-fr.md" --paper Letter --out handouts
  demarche build country-paper.md --row PL        of a template the paper of one row
  demarche build --audience internal              with the passages marked [!INTERNAL]
  demarche build --output print,booklet           for a printer, and to be folded and stitched
  demarche build --why poland                     what has changed since poland.md was built`,
    )
  paperCommand(program, io, 'check', done)
    .addOption(new Option('--on <day>', 'tell what is stale or overdue on that day (default: today)').argParser(dayOf(io)))
    .option('--fix', "put the register's words in the place of those that lag it")
    .option('--dry-run', 'show what --fix would change, and change nothing')
    .summary('tell what is wrong with briefings')
    .description('Tells what is wrong with briefings, at its line and column. Prints nothing on paper, and so takes a moment only.')
    .addHelpText(
      'after',
      `
Examples:
  demarche check                                  every briefing of briefings/
  demarche check briefings/mine-ban/poland.md     one briefing
  demarche check --on 2027-02-01                  what will be stale, superseded or overdue on that day
  demarche check --strict --format github         in CI: warnings fail too, findings stand at their lines
  demarche check --write-baseline baseline.json   take over an old folder: what it has is known from then on
  demarche check --baseline baseline.json         tell only what has come since`,
    )
  plain(program.command('pack'), io)
    .argument('<pack.yml>', 'the file that lists its members')
    .summary('bind papers for a meeting into one document')
    .description('Prints the papers that a file lists as one PDF, with cover, contents and tabs, and each alone; beside them an archive of all and a list. Nothing is written while one of them has an error.')
    .option('--brand <name>', "print in this brand in place of the pack's own")
    .addOption(oneOf(io, new Option('--paper <size>', "print on this paper in place of the pack's own"), ['A4', 'Letter']))
    .addOption(oneOf(io, new Option('--audience <who>', 'for whom the papers are').default('external'), ['external', 'internal']))
    .option('--out <folder>', 'write the pack below that folder (default: output in the workspace)')
    .option('--neutral-names', 'number the files: their names say nothing of what they hold')
    .option('--light-toner', 'print with lines and greys in place of fields and colours, and addresses of links in words')
    .option('--crop-marks', 'print with 3 mm to be cut off at each edge, and marks where to cut')
    .option('--issue', 'register that the pack and its papers leave the house, or say why they may not')
    .addOption(new Option('--jobs <number>', 'print in so many processes at a time (default: one for each processor)').argParser(countOf(io)))
    .option('--strict', 'let warnings count as errors')
    .option('--cache <folder>', 'keep there what earlier runs have left (default: .demarche-cache in the workspace)')
    .option('--no-cache', 'make everything anew')
    .addOption(oneOf(io, new Option('--format <form>', 'how findings are told').default('pretty'), FORMATS))
    .addHelpText(
      'after',
      `
Examples:
  demarche pack briefings/mine-ban/pack.yml
  demarche pack briefings/mine-ban/pack.yml --brand ministry --out /media/stick
  demarche pack briefings/mine-ban/pack.yml --issue     only if all of it is cleared, current and sound`,
    )
    .action(async (file: string, options: PackCommandOptions) => done(await (await import('./pack.js')).packCommand(file, options, io)))
  plain(program.command('mail'), io)
    .argument('<pack.yml>', 'the file that lists the papers')
    .summary('draft a letter with a pack for each recipient')
    .description('Makes a pack, and for each recipient of its cover note a draft (.eml) that a mail program opens, with the pack attached. Nothing is sent. Nothing is written while a paper is not cleared, or is under embargo.')
    .option('--brand <name>', "print in this brand in place of the pack's own")
    .addOption(oneOf(io, new Option('--paper <size>', "print on this paper in place of the pack's own"), ['A4', 'Letter']))
    .option('--out <folder>', 'write pack and drafts below that folder (default: output in the workspace)')
    .addOption(new Option('--jobs <number>', 'print in so many processes at a time (default: one for each processor)').argParser(countOf(io)))
    .option('--strict', 'let warnings count as errors')
    .option('--cache <folder>', 'keep there what earlier runs have left (default: .demarche-cache in the workspace)')
    .option('--no-cache', 'make everything anew')
    .addOption(oneOf(io, new Option('--format <form>', 'how findings are told').default('pretty'), FORMATS))
    .addHelpText(
      'after',
      `
Example:
  demarche mail briefings/mine-ban/pack.yml`,
    )
    .action(async (file: string, options: MailOptions) => done(await (await import('./mail.js')).mailCommand(file, options, io)))
  plain(program.command('merge-reports'), io)
    .argument('<folder>', 'the output folders of all shards, brought together in one')
    .summary('put the shards of a build together')
    .description('Puts the reports of all shards of a build together: writes the manifest, tells what an undivided build would have told.')
    .addOption(oneOf(io, new Option('--format <form>', 'how findings are told').default('pretty'), FORMATS))
    .option('--junit <file>', 'write them there too, as JUnit')
    .option('--sarif <file>', 'write them there too, as SARIF')
    .addHelpText(
      'after',
      `
Examples:
  demarche build --shard 1/3                      on each of three machines, with its own number
  demarche merge-reports output                   when the three output folders are one

The build may not be mixed: all shards are of the same briefings, options and version, and each is there once.`,
    )
    .action(async (folder: string, options: MergeOptions) => done(await (await import('./merge-reports.js')).mergeCommand(folder, options, io)))
  const facts = plain(program.command('facts'), io)
    .argument('[paths...]', 'files, folders or patterns (default: briefings/)')
    .summary('list the fact register')
    .description('Lists the facts that briefings may print: value, date, age, and where each is used.')
    .addOption(new Option('--on <day>', 'list them as they are on that day (default: today)').argParser(dayOf(io)))
    .addOption(new Option('--due <days>', 'only those that are stale, or due for review, within so long: 30d').argParser(daysOf(io)))
    .addOption(oneOf(io, new Option('--format <form>', 'how they are listed').default('pretty'), ['pretty', 'json']))
    .addHelpText(
      'after',
      `
Examples:
  demarche facts                                  every fact of the registers of briefings/
  demarche facts --due 30d                        what expires this month, for a cron job
  demarche facts briefings/mine-ban --format json`,
    )
    .action(async (paths: string[], options: FactsOptions) => done(await (await import('./facts.js')).factsCommand(paths, options, io)))
  plain(facts.command('import'), io)
    .argument('<file>', 'a bibliography: BibTeX or CSL-JSON')
    .summary('turn a bibliography into sources of a fact register')
    .description('Turns a bibliography into sources of a fact register. Sources that it has already, by their ids, stay as they are.')
    .option('--into <register>', 'add them to that facts.yml (default: standard output)')
    .addHelpText(
      'after',
      `
Examples:
  demarche facts import zotero.bib
  demarche facts import sources.json --into briefings/mine-ban/facts.yml`,
    )
    .action(async (file: string, options: ImportOptions) => done(await (await import('./facts-import.js')).importCommand(file, options, io)))
  plain(program.command('clear'), io)
    .argument('<paths...>', 'the briefings that were cleared')
    .summary('write into briefings that they are cleared')
    .description('Writes into the front matter of briefings who cleared them, when, and the hash of what they say, and changes nothing else in them. What they say is kept in a folder `cleared` beside them.')
    .requiredOption('--by <whom>', 'who clears them')
    .addOption(new Option('--on <day>', 'the day of the clearance (default: today)').argParser(dayOf(io)))
    .addHelpText(
      'after',
      `
Examples:
  demarche clear briefings/mine-ban/poland.md --by "Legal"
  demarche clear briefings/mine-ban --by "Legal" --on 2026-11-24

A paper that says something else afterwards prints as a draft again, and you are told what changed.`,
    )
    .action(async (paths: string[], options: ClearOptions) => done(await (await import('./clear.js')).clearCommand(paths, options, io)))
  plain(program.command('issue'), io)
    .argument('<paths...>', 'the briefings whose papers leave the house')
    .summary('print cleared papers and register that they leave the house')
    .description('Prints papers and adds them to the register of issues, ledger.json beside their briefings, with what they say. Papers that are not cleared, under embargo, out of date or failing a check are not issued: all reasons are told at once.')
    .option('--to <recipients...>', 'who receives them')
    .option('--out <folder>', 'write the papers there (default: output in the workspace)')
    .option('--brand <name>', "print in this brand in place of the briefing's own")
    .addOption(oneOf(io, new Option('--paper <size>', "print on this paper in place of the briefing's own"), ['A4', 'Letter']))
    .addOption(oneOf(io, new Option('--audience <who>', 'for whom the papers are').default('external'), ['external', 'internal']))
    .addOption(new Option('--row <key>', 'only the paper of that row of a template; several are parted by commas').argParser(rowsOf(io)))
    .addOption(oneOf(io, new Option('--format <form>', 'how findings are told').default('pretty'), FORMATS))
    .addHelpText(
      'after',
      `
Examples:
  demarche issue briefings/mine-ban/poland.md --to "Permanent Mission of Poland to the United Nations in Geneva"

A symbol that was issued before with other bytes is refused unless rev, add or corr rises.`,
    )
    .action(async (paths: string[], options: IssueCommandOptions) => done(await (await import('./issue.js')).issueCommand(paths, options, io)))
  plain(program.command('changes'), io)
    .argument('<briefing>', 'the briefing')
    .summary('tell what a paper says that its last issue did not')
    .description('Writes a note in Markdown: facts with what they were, what was added, what is no longer said since the paper was last issued.')
    .addOption(oneOf(io, new Option('--audience <who>', 'for whom the paper is').default('external'), ['external', 'internal']))
    .addOption(new Option('--row <key>', 'only the paper of that row of a template; several are parted by commas').argParser(rowsOf(io)))
    .addHelpText(
      'after',
      `
Example:
  demarche changes briefings/mine-ban/poland.md > what-changed.md`,
    )
    .action(async (briefing: string, options: ChangesOptions) => done(await (await import('./changes.js')).changesCommand(briefing, options, io)))
  plain(program.command('verify'), io)
    .argument('<pdf>', 'the file to look at')
    .summary('tell whether a PDF is what it says it is')
    .description('Tells whether Démarche built a PDF, by which version, and whether a manifest lists it; with --source, whether its sources print the same bytes.')
    .option('--manifest <file>', 'look it up there (default: the nearest manifest.json, or output/manifest.json, beside or above it)')
    .option('--source', 'print its sources again and compare the bytes')
    .addHelpText(
      'after',
      `
Examples:
  demarche verify output/mine-ban/poland.en.pdf
  demarche verify received.pdf --manifest output/manifest.json --source

Exit codes: 0 listed in the manifest, or verified by its sources; 1 otherwise`,
    )
    .action(async (file: string, options: VerifyOptions) => done(await (await import('./verify.js')).verifyCommand(file, options, io)))
  plain(program.command('sign'), io)
    .argument('<pdf>', 'the paper to sign')
    .summary('sign a PDF')
    .description('Adds a signature (PAdES B-B) to a PDF. The bytes of the paper stay as they are, and so do its tags. Needs the package @libpdf/core.')
    .requiredOption('--p12 <file>', 'the certificate and its key, a PKCS #12 file')
    .option('--out <file>', 'write the signed paper there (default: <name>.signed.pdf beside it)')
    .addHelpText(
      'after',
      `
The password of the certificate is taken from DEMARCHE_P12_PASSWORD, or asked for on a terminal.
The signature claims the time of SOURCE_DATE_EPOCH where that is set, else now.

Example:
  demarche sign output/mine-ban/poland.en.pdf --p12 desk.p12`,
    )
    .action(async (file: string, options: SignCommandOptions) => done(await (await import('./sign.js')).signCommand(file, options, io)))
  return program
}

function paperCommand(program: Command, io: Io, deed: 'build' | 'check', done: (exit: number) => void): Command {
  return plain(program.command(deed), io)
    .argument('[paths...]', 'files, folders or patterns (default: briefings/)')
    .option('--brand <name>', "print in this brand in place of the briefing's own")
    .addOption(oneOf(io, new Option('--paper <size>', "print on this paper in place of the briefing's own"), ['A4', 'Letter']))
    .addOption(oneOf(io, new Option('--audience <who>', 'for whom the papers are').default('external'), ['external', 'internal']))
    .option('--anonymous', "name neither author nor organisation in the PDF's properties")
    .option('--attach-source', 'let the PDF carry its briefing, as it prints')
    .addOption(new Option('--row <key>', 'only the paper of that row of a template; several are parted by commas').argParser(rowsOf(io)))
    .option('--strict', 'let warnings count as errors')
    .option('--cache <folder>', 'keep there what earlier runs have left (default: .demarche-cache in the workspace)')
    .option('--no-cache', 'make everything anew')
    .option('--baseline <file>', 'tell only what is not in that file of known findings')
    .option('--write-baseline <file>', 'write what is found to that file: from then on it is known')
    .addOption(oneOf(io, new Option('--format <form>', 'how findings are told').default('pretty'), FORMATS))
    .action(async (paths: string[], options: PaperOptions) => {
      const {papersCommand} = await import('./papers.js')
      // A check has nothing to tidy up: Ctrl-C ends it as any other program.
      done(deed === 'check' ? await papersCommand(deed, paths, options, io) : await stoppable((signal) => papersCommand(deed, paths, options, io, signal)))
    })
}

/** An option that takes one of a few words, in any case. */
function oneOf(io: Io, option: Option, words: readonly string[]): Option {
  const list = words.map((word) => `\`${word}\``)
  const choice = [list.slice(0, -1).join(', '), list.at(-1)].join(' or ')
  option.description += ` (${words.join(', ')})`
  return option.argParser((typed) => {
    const word = words.find((one) => one.toLowerCase() === typed.toLowerCase())
    if (word !== undefined) return word
    const near = closest(
      typed,
      words.filter(({length}) => length > 3),
    )
    return refuse(
      {message: `\`${option.long}\` takes ${choice}, and not \`${typed}\``, hint: `Write \`${option.long} ${near ?? words[0]}\``},
      io,
    )
  })
}

/** An option that takes a number from 1 to 64. */
const countOf = (io: Io) => (typed: string) =>
  /^(?:[1-9]|[1-5]\d|6[0-4])$/.test(typed)
    ? Number(typed)
    : refuse({message: `\`--jobs\` takes a number from 1 to 64, and not \`${typed}\``, hint: 'Write `--jobs 2`'}, io)

/** An option that takes keys of rows: `PL`, or `PL,FI`. */
const rowsOf = (io: Io) => (typed: string): string[] => {
  const keys = typed.split(',').map((key) => key.trim())
  return keys.includes('') ? refuse({message: `\`--row\` takes the key of a row, and not \`${typed}\``, hint: 'Write `--row PL` or `--row PL,FI`'}, io) : keys
}

/** An option that takes outputs: `print`, or `print,booklet`. */
const outputsFrom = (io: Io) => (typed: string): Output[] => {
  const words = typed.split(',').map((word) => word.trim().toLowerCase())
  const wrong = words.find((word) => !OUTPUTS.some((output) => output === word))
  if (wrong === undefined) return OUTPUTS.filter((output) => words.includes(output))
  const near = closest(wrong, OUTPUTS)
  return refuse({message: `\`--output\` takes \`screen\`, \`print\`, \`booklet\` or \`two-up\`, and not \`${wrong}\``, hint: `Write \`--output ${near ?? 'print'}\``}, io)
}

/** An option that takes a number of days: `30d`, or `30`. */
const daysOf = (io: Io) => (typed: string) =>
  /^\d{1,4}d?$/.test(typed)
    ? Number.parseInt(typed, 10)
    : refuse({message: `\`--due\` takes a number of days, and not \`${typed}\``, hint: 'Write `--due 30d`'}, io)

/** Commander writes to our sinks and leaves the process alone. */
function plain(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .helpOption('--help', 'show what it takes')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text) => tellUsage(usageOf(text, command.parent ? `demarche ${command.name()}` : 'demarche'), io),
    })
}
