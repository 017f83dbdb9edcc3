import type {Command} from 'commander'
import type {PaperOptions} from '../papers.js'
import {stoppable} from '../stoppable.js'
import {audience, brand, cache, format, noCache, paper, row, strict} from './shared-options.js'
import type {Declaring} from '../program.js'
import {plain} from './plain.js'

/** What `build` and `check` have in common. */
export function paperCommand(program: Command, deed: 'build' | 'check', {io, done}: Declaring): Command {
  return plain(program.command(deed), io)
    .argument('[paths...]', 'files, folders or patterns (default: briefings/)')
    .addOption(brand('briefing'))
    .addOption(paper(io, 'briefing'))
    .addOption(audience(io))
    .option('--anonymous', "name neither author nor organisation in the PDF's properties")
    .option('--attach-source', 'let the PDF carry its briefing, as it prints')
    .addOption(row(io))
    .addOption(strict())
    .addOption(cache())
    .addOption(noCache())
    .option('--baseline <file>', 'tell only what is not in that file of known findings')
    .option('--write-baseline <file>', 'write what is found to that file: from then on it is known')
    .addOption(format(io))
    .action(async (paths: string[], options: PaperOptions) => {
      const {papersCommand} = await import('../papers.js')
      // A check has nothing to tidy up: Ctrl-C ends it as any other program.
      done(deed === 'check' ? await papersCommand(deed, paths, options, io) : await stoppable((signal) => papersCommand(deed, paths, options, io, signal)))
    })
}
