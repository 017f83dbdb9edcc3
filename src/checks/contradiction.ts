import {type Diagnostic, type Place, warning} from '../diagnostic.js'

/** A fact that a paper of a run prints; as an edition has it. */
interface Used {
  id: string
  pin?: string
  /** Its author has given a reason for it. */
  mayDiffer?: true
  value: string
  /** The row whose paper it is. */
  row?: string
  /** Where the value stands in the register. */
  from: Place
  place: Place
}

/**
 * One fact that stands with two values in a paper, or in the papers of a run, in whatever languages: who reads both is told
 * two things. What is pinned is meant so.
 */
export function findContradictions(uses: readonly Used[]): Diagnostic[] {
  const values = new Map<string, Map<string, Used>>()
  for (const use of uses) {
    if (use.pin !== undefined || use.mayDiffer) continue
    const key = `${use.from.path} ${use.id}`
    const known = values.get(key) ?? new Map<string, Used>()
    values.set(key, known)
    const value = valueKey(use)
    if (!known.has(value)) known.set(value, use)
  }
  return [...values.values()].flatMap((known) => {
    const [first, ...others] = [...known.values()]
    return others.flatMap((other) => {
      if (!first) return []
      const isOnePaper = first.place.path === other.place.path && first.row === other.row
      const message = `\`${other.id}\` is \`${other.value}\` here and \`${first.value}\` in ${isOnePaper ? 'the same paper' : 'another paper of this run'}`
      const hint = isOnePaper ? 'Say one of the two, or pin each to its date' : 'Give both papers one `as_of`, or pin the older value to its date'
      const found = warning('facts/contradiction', other.place, message.replace(/[\u00a0\u202f]/g, ' '), hint)
      return [{...found, related: [{message: 'The other value stands here', place: first.place}]}]
    })
  })
}

/** By where it stands in the register; of what is reckoned, by its digits, which are the same in every language. */
const valueKey = ({from, value}: Used): string => `${from.start?.offset ?? ''} ${value.replace(/\D/g, '')}`
