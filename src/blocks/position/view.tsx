import {Box, Capitals, Flow, labelOf, useSetting} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import type {position as spec} from './position.js'

/** The paper's first words, large beside an accent rule. */
export function Position({value, id, place, width}: ViewProps<ValueOf<typeof spec>>) {
  const setting = useSetting()
  const {look} = setting
  const {accent} = look.colours
  return (
    <Box
      role="Div"
      place={place}
      {...(id === undefined ? {} : {id})}
      style={{width, borderLeftWidth: 2, borderLeftColor: accent, paddingLeft: 12, rowGap: 7}}
    >
      <Capitals role="P" ahead={35} style={{color: accent, marginBottom: -3.5}}>{labelOf(setting, 'position')}</Capitals>
      <Flow pieces={value.text.children} width={width - 14} style={look.type.lead} />
    </Box>
  )
}
