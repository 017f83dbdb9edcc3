import type {ComposedProse, ComposedSource, Inline} from '../content.js'
import {labelOf, Paragraph, plain, useSetting} from '../drawing/index.js'

/** What stands under a chart or a table: what its count takes in, and the call of its source. */
export function SourceLine({note, source, width, above = 0}: {note?: ComposedProse | undefined; source?: ComposedSource | undefined; width: number; above?: number}) {
  const setting = useSetting()
  if (!note && !source) return null
  const call: Inline[] = source ? [{type: 'note', number: source.number, place: source.place}] : []
  const words = note ? note.children : plain(labelOf(setting, 'source'))
  const place = note?.place ?? source?.place
  return (
    <Paragraph style={setting.look.type.source} width={width} {...(place ? {place} : {})} box={{marginTop: above}}>
      {[...words, ...call]}
    </Paragraph>
  )
}
