import type {Command} from 'commander'
import {paperCommand} from './paper-command.js'
import {on} from './shared-options.js'
import type {Declaring} from '../program.js'

/** What is wrong with briefings, told. */
export function declareCheck(program: Command, declaring: Declaring): void {
  const {io} = declaring
  paperCommand(program, 'check', declaring)
    .addOption(on(io, 'tell what is stale or overdue on that day (default: today)'))
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
}
