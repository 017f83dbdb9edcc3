import type {Command} from 'commander'
import type {ChangesOptions} from '../changes.js'
import {audience, row} from './shared-options.js'
import type {Declaring} from '../program.js'
import {plain} from './plain.js'

/** What a paper says that its last issue did not. */
export function declareChanges(program: Command, {io, done}: Declaring): void {
  plain(program.command('changes'), io)
    .argument('<briefing>', 'the briefing')
    .summary('tell what a paper says that its last issue did not')
    .description('Writes a note in Markdown: facts with what they were, what was added, what is no longer said since the paper was last issued.')
    .addOption(audience(io, 'paper is'))
    .addOption(row(io))
    .addHelpText(
      'after',
      `
Example:
  demarche changes briefings/mine-ban/poland.md > what-changed.md`,
    )
    .action(async (briefing: string, options: ChangesOptions) => done(await (await import('../changes.js')).changesCommand(briefing, options, io)))
}
