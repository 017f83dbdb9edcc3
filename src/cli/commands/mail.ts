import type {Command} from 'commander'
import type {MailOptions} from '../mail.js'
import {brand, cache, format, jobs, noCache, paper, strict} from './shared-options.js'
import type {Declaring} from '../program.js'
import {stoppable} from '../stoppable.js'
import {plain} from './plain.js'

/** A draft of a letter with a pack, for each recipient. */
export function declareMail(program: Command, {io, done}: Declaring): void {
  plain(program.command('mail'), io)
    .argument('<pack.yml>', 'the file that lists the papers')
    .summary('draft a letter with a pack for each recipient')
    .description('Makes a pack, and for each recipient of its cover note a draft (.eml) that a mail program opens, with the pack attached. Nothing is sent. Nothing is written while a paper is not cleared, or is under embargo.')
    .option('--preview', 'write the letters to be looked at, of papers that may not leave yet: without addresses, and DRAFT in the subject')
    .addOption(brand('pack'))
    .addOption(paper(io, 'pack'))
    .option('--out <folder>', 'write pack and drafts below that folder (default: output in the workspace)')
    .addOption(jobs(io))
    .addOption(strict())
    .addOption(cache())
    .addOption(noCache())
    .addOption(format(io))
    .addHelpText(
      'after',
      `
Example:
  demarche mail briefings/mine-ban/pack.yml               drafts to be sent, once all is cleared
  demarche mail briefings/mine-ban/pack.yml --preview     what they will say, before it is`,
    )
    .action(async (file: string, options: MailOptions) => done(await stoppable(async (signal) => (await import('../mail.js')).mailCommand(file, options, io, signal))))
}
