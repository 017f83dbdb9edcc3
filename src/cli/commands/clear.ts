import type {Command} from 'commander'
import type {ClearOptions} from '../clear.js'
import {on} from './shared-options.js'
import type {Declaring} from '../program.js'
import {plain} from './plain.js'

/** What was cleared, by whom, written into briefings. */
export function declareClear(program: Command, {io, done}: Declaring): void {
  plain(program.command('clear'), io)
    .argument('<paths...>', 'the briefings that were cleared')
    .summary('write into briefings that they are cleared')
    .description('Writes into the front matter of briefings who cleared them, when, and the hash of what they say, and changes nothing else in them. What they say is kept in a folder `cleared` beside them.')
    .requiredOption('--by <whom>', 'who clears them')
    .addOption(on(io, 'the day of the clearance (default: today)'))
    .addHelpText(
      'after',
      `
Examples:
  demarche clear briefings/mine-ban/poland.md --by "Legal"
  demarche clear briefings/mine-ban --by "Legal" --on 2026-11-24

A paper that says something else afterwards prints as a draft again, and you are told what changed.`,
    )
    .action(async (paths: string[], options: ClearOptions) => done(await (await import('../clear.js')).clearCommand(paths, options, io)))
}
