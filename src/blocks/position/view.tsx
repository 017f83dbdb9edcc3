import {Box, Capitals, Flow, labelOf, useSetting} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {estimateLines, MOST_LINES_WHOLE} from '../estimate-lines.js'
import type {position as spec} from './position.js'

/** The paper's first words, large beside an accent rule. */
export function Position({value, id, place, width}: ViewProps<ValueOf<typeof spec>>) {
  const setting = useSetting()
  const {look} = setting
  const {accent} = look.colours
  const lines = estimateLines(value.text.children, look.type.lead, width - 14)
  return (
    <Box
      role="Div"
      place={place}
      {...(id === undefined ? {} : {id})}
      whole={lines <= MOST_LINES_WHOLE}
      style={{width, borderLeftWidth: 2, borderLeftColor: accent, paddingLeft: 12, rowGap: 7}}
    >
      <Capitals role="P" style={{color: accent, marginBottom: -3.5}}>
        {labelOf(setting, 'position')}
      </Capitals>
      <Flow pieces={value.text.children} width={width - 14} style={look.type.lead} />
    </Box>
  )
}
