import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Register} from '../facts/index.js'
import {isWithin, sourcesListed} from './source-lists.js'

/** Sources that a paper cites and that its list of sources does not have; a paper without a list names them at the foot of its pages. */
export function checkCitedListed(edition: Edition, register: Register): Diagnostic[] {
  const listed = sourcesListed(edition)
  if (!listed) return []
  return (edition.cited ?? []).flatMap(({id, place}) => {
    if (listed.some((one) => isWithin(id, one.id, register))) return []
    const hint = `Add \`- ${id}\` to the fence of \`sources\`; a list that is a choice says so in a \`title\`, such as \`Main sources\``
    return [warning('sources/not-listed', place, `\`${id}\` is cited here, and is not in the list of sources`, hint)]
  })
}
