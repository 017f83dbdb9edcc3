import {type Command, Option} from 'commander'
import type {FactsOptions} from '../facts.js'
import type {ImportOptions} from '../facts-import.js'
import type {Io} from '../io.js'
import {refuse} from '../usage.js'
import {on, oneOf} from './shared-options.js'
import type {Declaring} from '../program.js'
import {plain} from './plain.js'

/** The fact register, listed; and a bibliography taken over into one. */
export function declareFacts(program: Command, {io, done}: Declaring): void {
  const facts = plain(program.command('facts'), io)
    .argument('[paths...]', 'files, folders or patterns (default: briefings/)')
    .summary('list the fact register')
    .description('Lists the facts that briefings may print: value, date, age, and where each is used.')
    .addOption(on(io, 'list them as they are on that day (default: today)'))
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
    .action(async (paths: string[], options: FactsOptions) => done(await (await import('../facts.js')).factsCommand(paths, options, io)))
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
    .action(async (file: string, options: ImportOptions) => done(await (await import('../facts-import.js')).importCommand(file, options, io)))
}

/** An option that takes a number of days: `30d`, or `30`. */
const daysOf = (io: Io) => (typed: string) =>
  /^\d{1,4}d?$/.test(typed)
    ? Number.parseInt(typed, 10)
    : refuse({message: `\`--due\` takes a number of days, and not \`${typed}\``, hint: 'Write `--due 30d`'}, io)
