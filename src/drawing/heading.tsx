import type {TextStyle} from '../brand/index.js'
import type {Piece} from '../content.js'
import type {RoleName, Style} from './elements.js'
import {Paragraph} from './paragraph.js'
import {destination, type Setting, useSetting} from './setting.js'

type HeadingPiece = Extract<Piece, {type: 'heading'}>

/** A heading, which never parts from what it opens and is never divided. */
export function Heading({piece, width, first = false}: {piece: HeadingPiece; width: number; first?: boolean}) {
  const setting = useSetting()
  const {type, space} = looks(setting)[piece.depth]
  const role = `H${piece.depth}` as RoleName // depth is 1 to 6, each a role
  return (
    <Paragraph role={role} style={type} width={width} place={piece.place} id={destination(setting, piece.id)} unbroken ahead={49} box={first ? {...space, marginTop: 0} : space}>
      {piece.children}
    </Paragraph>
  )
}

/** Space above and below adds to the flow's own gap of 7. */
function looks({look}: Setting): Record<HeadingPiece['depth'], {type: TextStyle; space: Style}> {
  const {body, h2, h3, h4} = look.type
  const colour = look.colours.heading ? {color: look.colours.heading} : {}
  return {
    1: {type: {...h2, ...colour}, space: {marginTop: 14}},
    2: {type: {...h2, ...colour}, space: {marginTop: 14}},
    3: {type: {...h3, ...colour}, space: {marginTop: 7, marginBottom: -3.5}},
    4: {type: h4, space: {marginTop: 3.5, marginBottom: -7}},
    5: {type: {...body, fontWeight: 600, fontStyle: 'italic'}, space: {marginTop: 3.5, marginBottom: -7}},
    6: {type: {...body, fontStyle: 'italic', color: look.colours.quiet}, space: {marginTop: 3.5, marginBottom: -7}},
  }
}
