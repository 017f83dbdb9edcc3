import type {Command} from 'commander'
import type {SignCommandOptions} from '../sign.js'
import type {Declaring} from '../program.js'
import {plain} from './plain.js'

/** A signature on a PDF. */
export function declareSign(program: Command, {io, done}: Declaring): void {
  plain(program.command('sign'), io)
    .argument('<pdf>', 'the paper to sign')
    .summary('sign a PDF')
    .description('Adds a signature (PAdES B-B) to a PDF. The bytes of the paper stay as they are, and so do its tags. Needs the package @libpdf/core.')
    .requiredOption('--p12 <file>', 'the certificate and its key, a PKCS #12 file')
    .option('--out <file>', 'write the signed paper there (default: <name>.signed.pdf beside it)')
    .addHelpText(
      'after',
      `
The password of the certificate is taken from DEMARCHE_P12_PASSWORD, or asked for on a terminal.
The signature claims the time of SOURCE_DATE_EPOCH where that is set, else now.

Example:
  demarche sign output/mine-ban/poland.en.pdf --p12 desk.p12`,
    )
    .action(async (file: string, options: SignCommandOptions) => done(await (await import('../sign.js')).signCommand(file, options, io)))
}
