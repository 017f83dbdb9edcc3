/** A command line of `build` or `check`, read without the program that says what it may be: what is not plain to see is nothing. */
export interface CommandLine {
  deed: 'build' | 'check'
  paths: string[]
  /** By name, without the hyphens; what is given twice is there twice. */
  options: [name: string, value: string][]
}

/** Options whose value is part of what a run is. */
export const VALUED = ['out', 'brand', 'paper', 'audience', 'jobs', 'format', 'on', 'row', 'baseline', 'cache', 'deps', 'shard', 'output', 'names'] as const
/** Options without a value. */
export const BARE = ['anonymous', 'attach-source', 'strict', 'no-cache', 'light-toner', 'crop-marks', 'neutral-names'] as const
/** Options of runs that are never remembered: they ask, or they change files. */
export const NEVER = ['fix', 'dry-run', 'write-baseline', 'why', 'help'] as const

/** Reads a command line; nothing where it is of another command, or of a run that is never remembered. */
export function readCommandLine(argv: readonly string[]): CommandLine | undefined {
  const [deed, ...rest] = argv
  if (deed !== 'build' && deed !== 'check') return undefined
  const line: CommandLine = {deed, paths: [], options: []}
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    if (!word.startsWith('-')) {
      line.paths.push(word)
      continue
    }
    const [, name = '', joined] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? []
    if (isOneOf(BARE, name) && joined === undefined) line.options.push([name, ''])
    else if (isOneOf(VALUED, name)) {
      const value = joined ?? rest[++at]
      if (value === undefined) return undefined
      line.options.push([name, value])
    } else return undefined
  }
  return line
}

/** The value of an option; of several, the last. */
export const optionValue = ({options}: CommandLine, name: string): string | undefined => options.findLast(([one]) => one === name)?.[1]

const isOneOf = (words: readonly string[], word: string): boolean => words.includes(word)
