import type {Command} from 'commander'
import type {Io} from '../io.js'
import {tellUsage, usageOf} from '../usage.js'

/** Commander writes to our sinks and leaves the process alone. */
export function plain(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'show what it takes')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text) => tellUsage(usageOf(text, command.parent ? `demarche ${command.name()}` : 'demarche'), io),
    })
}
