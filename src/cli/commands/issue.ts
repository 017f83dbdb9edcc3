import type {Command} from 'commander'
import type {IssueCommandOptions} from '../issue.js'
import {audience, brand, format, paper, row} from './shared-options.js'
import type {Declaring} from '../program.js'
import {plain} from './plain.js'

/** Cleared papers, printed and registered as they leave the house. */
export function declareIssue(program: Command, {io, done}: Declaring): void {
  plain(program.command('issue'), io)
    .argument('<paths...>', 'the briefings whose papers leave the house')
    .summary('print cleared papers and register that they leave the house')
    .description('Prints papers and adds them to the register of issues, ledger.json beside their briefings, with what they say. Papers that are not cleared, under embargo, out of date or failing a check are not issued: all reasons are told at once.')
    .option('--to <recipients...>', 'who receives them')
    .option('--out <folder>', 'write the papers there (default: output in the workspace)')
    .addOption(brand('briefing'))
    .addOption(paper(io, 'briefing'))
    .addOption(audience(io))
    .addOption(row(io))
    .addOption(format(io))
    .addHelpText(
      'after',
      `
Examples:
  demarche issue briefings/mine-ban/poland.md --to "Permanent Mission of Poland to the United Nations in Geneva"

A symbol that was issued before with other bytes is refused unless rev, add or corr rises.`,
    )
    .action(async (paths: string[], options: IssueCommandOptions) => done(await (await import('../issue.js')).issueCommand(paths, options, io)))
}
