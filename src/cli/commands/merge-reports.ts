import type {Command} from 'commander'
import type {MergeOptions} from '../merge-reports.js'
import {format} from './shared-options.js'
import type {Declaring} from '../program.js'
import {plain} from './plain.js'

/** The shards of a build, put together. */
export function declareMergeReports(program: Command, {io, done}: Declaring): void {
  plain(program.command('merge-reports'), io)
    .argument('<folder>', 'the output folders of all shards, brought together in one')
    .summary('put the shards of a build together')
    .description('Puts the reports of all shards of a build together: writes the manifest, tells what an undivided build would have told.')
    .addOption(format(io))
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
    .action(async (folder: string, options: MergeOptions) => done(await (await import('../merge-reports.js')).mergeCommand(folder, options, io)))
}
