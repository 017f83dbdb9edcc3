import type {Diagnostic} from '../diagnostic.js'
import {sha256Of} from '../inputs.js'
import type {Leaving, Pack} from '../pack/index.js'
import {isForScreen} from './is-for-screen.js'
import type {Io} from './io.js'
import {momentAtHand, planIssue, type Registered, type ToIssue, writeRegisters} from './plan-issue.js'

/** What issuing a pack asks before anything is written, and writes when all is. */
export function issueOfPack(pack: Pack, io: Io) {
  const planned: Registered = []
  return {
    async mayLeave(papers: readonly Leaving[]): Promise<Diagnostic[]> {
      const alone = papers.filter(({printed}) => printed.release)
      // A form for a printer is the same pack with other bytes.
      const bound = papers.filter(({job, printed}) => !printed.release && isForScreen(job))
      const {value, diagnostics} = await planIssue([...alone, ...bound.flatMap((one) => asPaper(pack, one, alone))], {...momentAtHand(io), recipients: pack.recipients})
      planned.push(...(value ?? []))
      return diagnostics
    },
    register: (): Promise<Diagnostic[]> => writeRegisters(planned),
  }
}

/** A pack as a paper of the register: what it says is what its papers say. Without a symbol it is known by them alone. */
function asPaper(pack: Pack, bound: Leaving, papers: readonly Leaving[]): ToIssue[] {
  const {symbol, symbolPlace, counting, title, language, date, path} = pack
  if (symbol === undefined) return []
  const said = papers.flatMap(({printed}) => printed.said ?? [])
  const snapshot = {title, symbol, date: date.text, language, hash: sha256Of(said.map(({hash}) => hash).join('\n')), text: said.flatMap(({text}) => text), facts: Object.assign({}, ...said.map(({facts}) => facts))}
  return [{...bound, printed: {...bound.printed, release: {standing: 'cleared', place: symbolPlace ?? {path}, symbol, ...counting}, said: snapshot}}]
}
