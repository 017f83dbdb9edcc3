import {CommanderError} from 'commander'
import picocolors from 'picocolors'
import {shown} from './code-frame.js'
import {hintElsewhere} from './elsewhere.js'
import {type Io, takesColour} from './io.js'

/** What is wrong with how the command was called, and how to call it. */
export interface Misuse {
  message: string
  hint: string
}

/** Tells bad usage in the form of a diagnostic. */
export function tellUsage({message, hint}: Misuse, {stderr, env}: Io): void {
  const {red, bold, dim} = picocolors.createColors(takesColour(stderr, env))
  stderr.write(`${red(bold('error'))}${bold(`: ${shown(message)}`)}\n   ${dim('=')} hint: ${shown(hint)}\n`)
}

/** Tells bad usage and ends the command, in the way that commander itself does. */
export function refuse(misuse: Misuse, io: Io): never {
  tellUsage(misuse, io)
  throw new CommanderError(3, 'demarche.usage', misuse.message)
}

/** Commander's own sentences, such as `error: unknown option '--bran'` with a guess in a line of its own, as ours. */
export function usageOf(text: string, command: string): Misuse {
  const [sentence = '', guess] = text
    .trim()
    .replace(/^error: /, '')
    .split('\n')
  const [, meant] = /^\(Did you mean (?:one of )?(.*)\?\)$/.exec(guess ?? '') ?? []
  const [, what, word] = /^unknown (command|option) '(.*)'$/.exec(sentence) ?? []
  const near = meant && `Did you mean ${meant.split(', ').map((name) => `\`${name}\``).join(' or ')}?`
  return {
    message: sentence.replace(/'([^']*)'/g, '`$1`').replace(/\.$/, ''),
    hint: hintElsewhere(what, word, command) ?? near ?? `\`${command} --help\` shows what it takes`,
  }
}
