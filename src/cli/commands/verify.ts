import type {Command} from 'commander'
import type {VerifyOptions} from '../verify.js'
import type {Declaring} from '../program.js'
import {plain} from './plain.js'

/** Whether a PDF is what it says it is. */
export function declareVerify(program: Command, {io, done}: Declaring): void {
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
    .action(async (file: string, options: VerifyOptions) => done(await (await import('../verify.js')).verifyCommand(file, options, io)))
}
