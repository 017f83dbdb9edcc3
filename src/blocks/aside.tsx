import type {ComposedFlow} from '../content.js'
import {Box, Capitals, Flow, useSetting} from '../drawing/index.js'
import type {ViewProps} from './block.js'

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
  return (
    <Box
      role="Div"
      place={place}
      {...(id === undefined ? {} : {id})}
      style={{width, borderLeftWidth: rule, borderLeftColor: loud ? accent : hair, paddingLeft: indent, rowGap: 7}}
    >
      <Capitals role="P" ahead={28} style={{marginBottom: -3.5, ...(loud ? {color: accent} : {})}}>{label}</Capitals>
      <Flow pieces={value.text.children} width={width - 12} />
    </Box>
  )
}
