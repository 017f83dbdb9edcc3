import type {ComposedProse, ComposedSource, Inline} from '../content.js'
import type {Place} from '../diagnostic.js'
import {labelOf, Paragraph, plain, useSetting} from '../drawing/index.js'

interface SourceLineProps {
  note?: ComposedProse | undefined
  source?: ComposedSource | undefined
  /** Its facts call the notes of their sources here. */
  table: {calls?: number[]; place: Place}
  width: number
  above?: number
}

/** What stands under a chart or a table: what its count takes in, and the call of its source. */
export function SourceLine({note, source, table, width, above = 0}: SourceLineProps) {
  const setting = useSetting()
  const numbers = new Set([...(source ? [source.number] : []), ...(table.calls ?? [])])
  if (!note && numbers.size === 0) return null
  const place = note?.place ?? source?.place ?? table.place
  const call = [...numbers].map((number): Inline => ({type: 'note', number, place: source?.place ?? place}))
  const words = note ? note.children : plain(labelOf(setting, 'source'))
  return (
    <Paragraph style={setting.look.type.source} width={width} place={place} box={{marginTop: above}}>
      {[...words, ...call]}
    </Paragraph>
  )
}
