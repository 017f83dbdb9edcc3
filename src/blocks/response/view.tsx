import {Box} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Pairs} from '../pairs.js'
import type {response as spec} from './response.js'

/** An argument and our answer to it; of several in a run, the first names the columns. */
export function Response({value, id, place, width, follows = false}: ViewProps<ValueOf<typeof spec>>) {
  const pairs = value.rows.map(({argument, response}) => ({
    argument: argument.children,
    response: response.children,
    place: argument.place,
  }))
  return (
    <Box role="Table" place={place} {...(id === undefined ? {} : {id})} style={{width, rowGap: 7}}>
      <Pairs pairs={pairs} width={width} labelled={!follows} />
    </Box>
  )
}
