import {type Diagnostic, error} from '../../diagnostic.js'
import type {IdField} from '../../shapes/fields.js'

/** An id names one ask: who cites it must find that one. */
export function checkIds(asks: readonly {id?: IdField | undefined}[]): Diagnostic[] {
  const seen = new Set<string>()
  return asks.flatMap(({id}) => {
    if (!id) return []
    if (seen.has(id.text)) {
      return [error('recommendations/id', id.place, `The id \`${id.text}\` names two asks`, 'Give each ask an id of its own')]
    }
    seen.add(id.text)
    return []
  })
}
