import {run} from '../../src/cli/program.js'
import {inThisProcess} from '../../src/press/index.js'

/** Runs the command here, from a folder; what it printed, said and ended with. */
export async function demarche(args: string, cwd: string, env: Record<string, string> = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args.split(' '), {
    stdout: {write: (text) => out.push(text)},
    stderr: {write: (text) => err.push(text)},
    cwd,
    env: {SOURCE_DATE_EPOCH: '1795478400', ...env},
    printer: inThisProcess().print,
  })
  return {code, out: out.join(''), err: err.join(''), writes: out.length}
}
