import type {ReactNode} from 'react'
import type {TextStyle} from '../brand/index.js'
import type {Piece} from '../content.js'
import type {Place} from '../diagnostic.js'
import {Box, Capitals, Flow, labelOf, Rule, type Style, useSetting} from '../drawing/index.js'
import {columns} from './columns.js'
import {estimateLines, MOST_LINES_WHOLE} from './estimate-lines.js'
import {Headed} from './title.js'

export interface Pair {
  argument: readonly Piece[]
  response: readonly Piece[]
  place: Place | undefined
}

/** Narrower than this the response stands under its argument. */
const LEAST_WIDTH = 240

/** Room between the columns beside the gutter: both are text of the same size. */
const APART = 7

/** What is argued and what we answer, five columns to seven; a label over each column unless they run on from above. */
export function Pairs({pairs, width, labelled, title}: {pairs: readonly Pair[]; width: number; labelled: boolean; title?: ReactNode}) {
  const setting = useSetting()
  const {gutter, type, colours} = setting.look
  const body = type.body
  const quoted: TextStyle = {...body, color: colours.quiet, fontStyle: 'italic'}
  const beside = width >= LEAST_WIDTH
  const left = beside ? columns(width, gutter, 5) : width
  const right = beside ? columns(width, gutter, 7) : width
  // Pushed from the left: where a pair splits, the other column may be gone from the second page.
  const answer: Style = {width: right, ...(beside ? {marginLeft: 'auto'} : {})}
  const row: Style = beside ? {flexDirection: 'row'} : {rowGap: 3.5}
  const linesOf = ({argument, response}: Pair) => Math.max(estimateLines(argument, quoted, left), estimateLines(response, body, right))
  const isWhole = (pair: Pair | undefined) => pair === undefined || linesOf(pair) <= MOST_LINES_WHOLE
  const labels =
    labelled && beside ? (
      <Box role="TR" style={row}>
        <Capitals role={{role: 'TH', scope: 'Column'}} style={{width: left}}>
          {labelOf(setting, 'argument')}
        </Capitals>
        <Capitals role={{role: 'TH', scope: 'Column'}} style={answer}>
          {labelOf(setting, 'response')}
        </Capitals>
      </Box>
    ) : null
  return (
    <Headed
      head={
        <>
          {title}
          {labels}
        </>
      }
      gap={7}
      whole={isWhole(pairs[0])}
    >
      {pairs.map((pair, at) => (
        <Box key={at} role="TR" strip whole={isWhole(pair)} {...(pair.place ? {place: pair.place} : {})} style={{rowGap: 7}}>
          <Rule />
          <Box style={row}>
            <Box role={{role: 'TH', scope: 'Row'}} style={{width: left, rowGap: 7}}>
              <Flow pieces={pair.argument} width={beside ? left - APART : left} style={quoted} />
            </Box>
            <Box role="TD" style={{...answer, rowGap: 7}}>
              <Flow pieces={pair.response} width={right} style={body} />
            </Box>
          </Box>
        </Box>
      ))}
    </Headed>
  )
}
