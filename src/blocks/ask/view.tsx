import {Box, Flow, useSetting} from '../../drawing/index.js'
import {Asks} from '../asks.js'
import type {ValueOf, ViewProps} from '../block.js'
import type {ask as spec} from './ask.js'

/** What is asked, in prose: drawn as `recommendations` are. */
export function Ask({value, id, place, width, follows = false}: ViewProps<ValueOf<typeof spec>>) {
  const {look} = useSetting()
  const before = Math.min(width, look.textWidth)
  return (
    <Box style={{width, rowGap: 7}} place={place} {...(id === undefined ? {} : {id})}>
      {value.before ? (
        <Box style={{width: before, rowGap: 7}}>
          <Flow pieces={value.before.children} width={before} />
        </Box>
      ) : null}
      <Box role={{role: 'L', numbering: 'Decimal'}} style={{rowGap: 7}}>
        <Asks asks={value.asks} width={width} follows={follows && !value.before} />
      </Box>
    </Box>
  )
}
