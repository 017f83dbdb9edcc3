import type {Snapshot} from './snapshot.js'

/** What changed between two states of a paper. */
export interface Changes {
  facts: {id: string; before?: string; now?: string}[]
  added: string[]
  removed: string[]
}

/** What a paper says that it did not say before, and the other way about. */
export function changesBetween(before: Snapshot, now: Snapshot): Changes {
  const ids = [...new Set([...Object.keys(before.facts), ...Object.keys(now.facts)])]
  const facts = ids.flatMap((id) => {
    const [was, is] = [before.facts[id], now.facts[id]]
    return was === is ? [] : [{id, ...(was === undefined ? {} : {before: was}), ...(is === undefined ? {} : {now: is})}]
  })
  return {facts, added: without(now.text, before.text), removed: without(before.text, now.text)}
}

/** The lines of a text that another does not have; one that stands there twice is needed twice. */
function without(text: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1)
  return text.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}

/** Changes as lines of a list: facts first, then paragraphs. */
export function changeLines({facts, added, removed}: Changes): string[] {
  return [
    ...facts.map(({id, before, now}) => `${id}: ${before ?? 'not said'} -> ${now ?? 'no longer said'}`),
    ...removed.map((line) => `- ${line}`),
    ...added.map((line) => `+ ${line}`),
  ]
}

/** Two long lines that begin alike, as of one that was changed, begin shortly before they differ: else an excerpt would show twice the same. */
function atTheirDifference({added, removed}: Pick<Changes, 'added' | 'removed'>): Pick<Changes, 'added' | 'removed'> {
  const excerpt = (line: string, others: readonly string[]) => {
    const alike = Math.max(0, ...others.map((other) => commonStart(line, other)))
    const from = line.slice(0, Math.max(0, alike - 20)).lastIndexOf(' ') + 1
    return line.length > 80 && alike > 60 ? `…${line.slice(from)}` : line
  }
  return {added: added.map((line) => excerpt(line, removed)), removed: removed.map((line) => excerpt(line, added))}
}

function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

/** Changes in one sentence, of which so much is said as a line holds. */
export function changesInBrief(changes: Changes): string {
  const lines = changeLines({...changes, ...atTheirDifference(changes)})
  if (lines.length === 0) return 'something other than its words: a picture, data, or how it is set'
  const shown = lines.slice(0, 3).map((line) => `\`${line.length > 90 ? `${line.slice(0, 89)}…` : line}\``)
  return `${shown.join(', ')}${lines.length > 3 ? ` and ${lines.length - 3} more` : ''}`
}
