import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, type Place, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Register} from '../facts/index.js'
import type {SourceEntry} from '../shapes/fields.js'
import {sourcesListed, sourcesWritten} from './source-lists.js'

/** What stands on a page that may change under its address; a treaty, a document of the United Nations or a book does not. */
const MAY_CHANGE: ReadonlySet<SourceEntry['type']> = new Set(['web', 'report', 'news', 'statement', 'dataset', 'treaty-register'])

/** Sources with an address that do not say when it was read: who finds another text there cannot tell which of the two was meant. */
export function checkAccessDates(briefing: Briefing, edition: Edition, {sources}: Register): Diagnostic[] {
  const written = sourcesWritten(briefing)
  const used = [...(edition.cited ?? []), ...(sourcesListed(edition) ?? [])].flatMap(({id}) => (written.has(id) ? [] : (sources.get(id) ?? [])))
  const own = [...written].map(([id, {entry, place}]) => ({id, entry, place}))
  const told = new Set<string>()
  return [...own, ...used].flatMap(({id, entry, place}) => {
    if (told.has(id) || entry.url === undefined || entry.accessed || !MAY_CHANGE.has(entry.type)) return []
    told.add(id)
    return [without(id, place)]
  })
}

const without = (id: string, place: Place): Diagnostic =>
  warning('sources/no-access-date', place, `\`${id}\` has an address and does not say when it was read there`, 'Add `accessed: 2026-11-24`, the day on which it was read')
