import type {ReactNode} from 'react'
import type {Piece} from '../content.js'
import {alignmentOf, Box, FlowPiece, type Setting, useSetting, Words} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'
import type {Frame} from '../kinds/frames.js'
import {kindNamed} from '../kinds/index.js'
import type {Where} from '../shapes/index.js'
import {GAP} from './arrange.js'
import {BlockView} from './block-view.js'
import {ContentsList} from './contents-list.js'
import {Notices} from './notices.js'
import {NoteRule, NoteText} from './page-notes.js'
import {Foot, Head} from './running.js'
import {Watermark} from './watermark.js'

/** What is laid out by itself, and stands on a page as it is. Pieces and notes are those of the edition, by their number there. */
export type Part =
  | {type: 'opening'}
  | {type: 'contents'}
  | {type: 'piece'; at: number; where: Where; follows: boolean}
  | {type: 'closing'; where: 'margin' | 'full'}
  | {type: 'rule over notes'}
  | {type: 'note'; number: number}
  | {type: 'head'; later: boolean}
  /** A word across the page, behind all that stands on it. */
  | {type: 'watermark'}
  /** `inDocument` where the paper is one of several: the document's own number of the page. */
  | {type: 'foot'; page: number; total: number; inDocument?: number}

/** The margin column without the gutter before it. */
export const marginWidth = ({width, textWidth, gutter}: Setting['look']): number => width - textWidth - gutter

/** The width that a part is set to, in points. */
function widthOf(part: Part, {look}: Pick<Setting, 'look'>): number {
  if (part.type !== 'piece' && part.type !== 'closing') return look.width
  return part.where === 'margin' ? marginWidth(look) : part.where === 'full' ? look.width : look.textWidth
}

/** A part in a box of its width; its elements are siblings, as a flow has them. */
export function DrawnPart(props: {part: Part; edition: Edition; frame: Frame}): ReactNode {
  return (
    <Box style={{width: widthOf(props.part, useSetting()), rowGap: GAP.flow}}>
      <Elements {...props} />
    </Box>
  )
}

function Elements({part, edition, frame}: {part: Part; edition: Edition; frame: Frame}): ReactNode {
  const setting = useSetting()
  const width = widthOf(part, setting)
  const {meta} = edition
  switch (part.type) {
    case 'opening': {
      const kind = kindNamed(meta.kind)
      if (!kind) throw new Error(`No kind ${meta.kind}`)
      return (
        <>
          <Notices meta={meta} />
          <frame.Opening meta={meta} kind={kind} />
        </>
      )
    }
    case 'contents':
      return <ContentsList entries={edition.contents} />
    case 'piece': {
      const piece = edition.body[part.at]
      return piece ? <DrawnPiece piece={piece} where={part.where} width={width} follows={part.follows} /> : null
    }
    case 'closing':
      return frame.Closing ? <Box whole><frame.Closing meta={meta} where={part.where} width={width} /></Box> : null
    case 'rule over notes':
      return <NoteRule />
    case 'note': {
      const note = edition.notes[part.number - 1]
      return note ? <NoteText note={note} of={edition.notes.length} /> : null
    }
    case 'watermark':
      return <Watermark />
    case 'head':
      return <Head meta={meta} later={part.later} />
    case 'foot':
      return <Foot meta={meta} page={part.page} total={part.total} {...(part.inDocument === undefined ? {} : {inDocument: part.inDocument})} />
  }
}

/** A piece of the text column, and a block in the margin, is one box; over the full width a block's elements stand in the flow itself. */
function DrawnPiece({piece, where, width, follows}: {piece: Piece; where: Where; width: number; follows: boolean}) {
  const setting = useSetting()
  if (piece.type === 'block') {
    if (where === 'full') return <BlockView piece={piece} where="full" width={width} follows={follows} />
    return (
      <Box place={piece.place} style={where === 'margin' ? {} : {width, rowGap: GAP.flow}}>
        <BlockView piece={piece} where={where} width={width} />
      </Box>
    )
  }
  if (piece.type === 'paragraph' && piece.number !== undefined) return <Numbered piece={piece} number={piece.number} width={width} />
  if (piece.type === 'list' && piece.under) {
    return (
      <Box style={{width, paddingLeft: NUMBERS}}>
        <FlowPiece piece={piece} width={width - NUMBERS} />
      </Box>
    )
  }
  return <FlowPiece piece={piece} width={width} align={piece.type === 'paragraph' ? alignmentOf(setting) : 'left'} />
}

/** Room for the numbers of paragraphs. */
const NUMBERS = 28

/** A numbered paragraph, its number in the gutter. */
function Numbered({piece, number, width}: {piece: Extract<Piece, {type: 'paragraph'}>; number: number; width: number}) {
  const setting = useSetting()
  const {look} = setting
  return (
    <Box place={piece.place} style={{width, flexDirection: 'row'}}>
      <Words role="Lbl" unbroken style={{...look.type.body, width: NUMBERS}}>{`${number}.`}</Words>
      <Box style={{width: width - NUMBERS, marginLeft: 'auto'}}>
        <FlowPiece piece={piece} width={width - NUMBERS} align={alignmentOf(setting)} />
      </Box>
    </Box>
  )
}
