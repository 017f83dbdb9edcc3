import type {ComposedFlow} from '../content.js'
import {Box, Capitals, Flow, FlowPiece, useSetting} from '../drawing/index.js'
import type {ViewProps} from './block.js'
import {estimateLines} from './estimate-lines.js'

export interface AsideProps extends Omit<ViewProps<{text: ComposedFlow}>, 'follows'> {
  label: string
  /** The reader must not miss it: a heavier rule, and the label in the accent. */
  loud?: boolean
}

/** A passage beside the run of the text: a label, and a rule at the left. */
export function Aside({value, id, place, width, label, loud = false}: AsideProps) {
  const {look} = useSetting()
  const rule = loud ? 2 : 1
  const indent = 12 - rule
  const {accent, hair} = look.colours
  const [first, ...rest] = value.text.children
  const room = width - 12
  const short = estimateLines(value.text.children, look.type.body, room) <= MOST_LINES_ASIDE
  return (
    <Box
      role="Div"
      place={place}
      {...(id === undefined ? {} : {id})}
      whole={short}
      style={{width, borderLeftWidth: rule, borderLeftColor: loud ? accent : hair, paddingLeft: indent, rowGap: 7}}
    >
      <Box whole={first !== undefined && estimateLines([first], look.type.body, room) <= MOST_LINES_ASIDE} style={{rowGap: 3.5}}>
        <Capitals role="P" style={loud ? {color: accent} : {}}>
          {label}
        </Capitals>
        {first ? <FlowPiece piece={first} width={room} /> : null}
      </Box>
      <Flow pieces={rest} width={room} />
    </Box>
  )
}

/** A longer aside may split over two pages. */
const MOST_LINES_ASIDE = 16
