import {Box} from '../../drawing/index.js'
import {Asks} from '../asks.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Title} from '../title.js'
import type {recommendations as spec} from './recommendations.js'

/** What is asked, of whom and by when. */
export function Recommendations({value, id, place, width, follows = false}: ViewProps<ValueOf<typeof spec>>) {
  return (
    <Box role={{role: 'L', numbering: 'Decimal'}} place={place} {...(id === undefined ? {} : {id})} style={{width, rowGap: 7}}>
      <Asks
        asks={value.asks}
        width={width}
        follows={follows && !value.title}
        title={value.title ? <Title title={value.title} width={width} as="caption" below={7} /> : null}
      />
    </Box>
  )
}
