import type {ComposedProse, Piece} from '../../content.js'
import {Box} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Pairs} from '../pairs.js'
import {Title} from '../title.js'
import type {comparison as spec} from './comparison.js'

/** Their arguments, our responses. */
export function Comparison({value, id, place, width}: ViewProps<ValueOf<typeof spec>>) {
  const pairs = value.rows.map(({argument, response}) => ({
    argument: paragraph(argument),
    response: paragraph(response),
    place: argument.place,
  }))
  return (
    <Box role="Table" place={place} {...(id === undefined ? {} : {id})} style={{width, rowGap: 7}}>
      <Pairs
        pairs={pairs}
        width={width}
        labelled
        title={value.title ? <Title title={value.title} width={width} as="caption" below={0} /> : null}
      />
    </Box>
  )
}

const paragraph = ({children, place}: ComposedProse): Piece[] => [{type: 'paragraph', children, place}]
