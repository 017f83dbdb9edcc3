import type {Hand, Printer} from '../press/index.js'

/** Where text goes; `process.stdout` is one. */
export interface Sink {
  write(text: string): unknown
  isTTY?: boolean | undefined
  columns?: number | undefined
}

/** All that the command sees of the world around it. */
export interface Io {
  stdout: Sink
  stderr: Sink
  /** Absolute; symlinks resolved. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Asks on a terminal, without showing what is typed; answers nothing where there is nobody to ask. */
  askSecret?(question: string): Promise<string | undefined>
  /** What was typed, by which a run is remembered. */
  argv?: readonly string[]
  /** Who prints; processes of their own where absent. */
  printer?: Printer
  /** The first of those processes, where it was started ahead. */
  first?: Hand
}

/** Whether a sink takes colours: https://no-color.org, `FORCE_COLOR`, else a terminal. */
export function takesColour(sink: Sink, env: Io['env']): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return sink.isTTY === true && env.TERM !== 'dumb'
}
