import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Register} from '../facts/index.js'
import type {Passage} from './passages.js'
import {isWithin, sourcesListed, sourcesWritten} from './source-lists.js'

/**
 * Sources in the list that nothing in the paper cites: no fact, no `source:`, no link, and no note or sentence that has their
 * title. A treaty is cited by its articles, in the text.
 */
export function checkListedCited(briefing: Briefing, edition: Edition, {passages, register}: {passages: readonly Passage[]; register: Register}): Diagnostic[] {
  const listed = sourcesListed(edition) ?? []
  if (listed.length === 0) return []
  const written = sourcesWritten(briefing)
  const cited = edition.cited ?? []
  const text = loosely(passages.map((passage) => passage.text).join('\n'))
  return listed.flatMap(({id, place}) => {
    const entry = written.get(id)?.entry ?? register.sources.get(id)?.entry
    if (!entry || entry.type === 'treaty' || cited.some((one) => isWithin(one.id, id, register))) return []
    const parts = [...register.sources.values()].filter((one) => one.id !== id && isWithin(one.id, id, register))
    if ([entry, ...parts.map((one) => one.entry)].some(({title}) => titlesOf(title).some((words) => text.includes(words)))) return []
    const hint = 'Cite it where the paper rests on it, delete it, or put it in a list with a title such as `title: Further reading`'
    return [warning('sources/not-cited', place, `\`${id}\` is in the list of sources, and nothing in the paper cites it`, hint)]
  })
}

/** The title, and what stands before its colon or comma where that is more than a word. */
const titlesOf = (title: string): string[] => [title, ...title.split(/[:,] /).slice(0, 1)].map(loosely).filter((words) => words.trim().includes(' '))

const loosely = (text: string): string => ` ${text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\d]+/gu, ' ').trim()} `
