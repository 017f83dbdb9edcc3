import {type Command, Option} from 'commander'
import type {Output} from '../../content.js'
import {closest} from '../../shapes/closest.js'
import {OUTPUTS} from '../../shapes/outputs.js'
import type {Io} from '../io.js'
import {shardOf} from '../shard-of.js'
import {refuse} from '../usage.js'
import {paperCommand} from './paper-command.js'
import {cropMarks, jobs, lightToner, oneOf} from './shared-options.js'
import type {Declaring} from '../program.js'

/** Briefings, printed. */
export function declareBuild(program: Command, declaring: Declaring): void {
  const {io} = declaring
  paperCommand(program, 'build', declaring)
    .summary('print briefings as PDF')
    .description('Prints briefings as PDF. A briefing with an error is told and not written; the others are.')
    .option('--out <folder>', 'write the papers there (default: output in the workspace)')
    .addOption(jobs(io))
    .addOption(new Option('--shard <part>', 'print one part of the papers only, such as 2/3, and leave a report for merge-reports').argParser(shardOf(io)))
    .addOption(new Option('--output <forms>', 'make papers for the screen, print, as a booklet or two-up; several are parted by commas (default: screen)').argParser(outputsFrom(io)))
    .addOption(lightToner())
    .addOption(cropMarks())
    .addOption(oneOf(io, new Option('--names <how>', 'what files are called: after their briefings, or as who receives them would').default('plain'), ['plain', 'delivery']))
    .option('--neutral-names', 'give files names that say nothing of what they hold')
    .option('--deps <file>', 'write which files each paper is made from, as make reads it')
    .option('--why <paper>', 'tell which input of a paper has changed since the last build, and print nothing')
    .addHelpText(
      'after',
      `
Examples:
  demarche build                                  every briefing of briefings/
  demarche build briefings/mine-ban               the briefings of one folder
  demarche build poland.md --brand ministry       one briefing, in another brand
  demarche build "briefings/**/*-fr.md" --paper Letter --out handouts
  demarche build country-paper.md --row PL        of a template the paper of one row
  demarche build --audience internal              with the passages marked [!INTERNAL]
  demarche build --output print,booklet           for a printer, and to be folded and stitched
  demarche build --why poland                     what has changed since poland.md was built`,
    )
}

/** An option that takes outputs: `print`, or `print,booklet`. */
const outputsFrom = (io: Io) => (typed: string): Output[] => {
  const words = typed.split(',').map((word) => word.trim().toLowerCase())
  const wrong = words.find((word) => !OUTPUTS.some((output) => output === word))
  if (wrong === undefined) return OUTPUTS.filter((output) => words.includes(output))
  const near = closest(wrong, OUTPUTS)
  return refuse({message: `\`--output\` takes \`screen\`, \`print\`, \`booklet\` or \`two-up\`, and not \`${wrong}\``, hint: near ? `Write \`--output ${near}\`` : `Write \`--output print\`, or \`--out ${wrong}\` for the folder that papers go to`}, io)
}
