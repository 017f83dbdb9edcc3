import type {Command} from 'commander'
import type {PackCommandOptions} from '../pack.js'
import {audience, brand, cache, cropMarks, format, jobs, lightToner, noCache, paper, strict} from './shared-options.js'
import type {Declaring} from '../program.js'
import {stoppable} from '../stoppable.js'
import {plain} from './plain.js'

/** Papers for a meeting, bound into one. */
export function declarePack(program: Command, {io, done}: Declaring): void {
  plain(program.command('pack'), io)
    .argument('<pack.yml>', 'the file that lists its members')
    .summary('bind papers for a meeting into one document')
    .description('Prints the papers that a file lists as one PDF, with cover, contents and tabs, and each alone; beside them an archive of all and a list. Nothing is written while one of them has an error.')
    .addOption(brand('pack'))
    .addOption(paper(io, 'pack'))
    .addOption(audience(io))
    .option('--out <folder>', 'write the pack below that folder (default: output in the workspace)')
    .option('--neutral-names', 'number the files: their names say nothing of what they hold')
    .addOption(lightToner())
    .addOption(cropMarks())
    .option('--issue', 'register that the pack and its papers leave the house, or say why they may not')
    .addOption(jobs(io))
    .addOption(strict())
    .addOption(cache())
    .addOption(noCache())
    .addOption(format(io))
    .addHelpText(
      'after',
      `
Examples:
  demarche pack briefings/mine-ban/pack.yml
  demarche pack briefings/mine-ban/pack.yml --brand ministry --out /media/stick
  demarche pack briefings/mine-ban/pack.yml --issue     only if all of it is cleared, current and sound`,
    )
    .action(async (file: string, options: PackCommandOptions) => done(await stoppable(async (signal) => (await import('../pack.js')).packCommand(file, options, io, signal))))
}
