import {type ComponentType, Fragment, type ReactNode} from 'react'
import type {PaperMeta, Piece} from '../content.js'
import {alignmentOf, Box, dropTo, FlowPiece, type Setting, Space, useSetting, Words} from '../drawing/index.js'
import type {ClosingProps} from '../kinds/index.js'
import type {Where} from '../shapes/index.js'
import {GAP, goesOn, spaceAbove, type Unit} from './arrange.js'
import {BlockView} from './block-view.js'

/** The body of a paper, all blocks siblings; what closes it stands in the margin of its last text where there is one. */
export function Body({units, meta, Closing}: {units: readonly Unit[]; meta: PaperMeta; Closing?: ComponentType<ClosingProps>}) {
  const {look, found} = useSetting()
  const last = units.at(-1)
  // A row that is kept whole must fit on a page: how high the block is, the layout before knows.
  const height = last?.type === 'single' ? found.heights[last.piece.place.start?.offset ?? -1] : undefined
  const fits = height !== undefined && height < look.paper.height / 2
  const beside = Closing && meta.contacts.length > 0 && fits && look.layout.marginColumn && last?.type === 'single' && last.where === 'text' && last.piece.type === 'block'
  const own = beside ? units.slice(0, -1) : units
  return (
    <>
      {own.map((unit, at) => {
        const space = spaceAbove(unit, own[at - 1])
        return (
          <Fragment key={at}>
            {space > 0 ? <Space height={space - GAP.flow} /> : null}
            <UnitView unit={unit} before={own[at - 1]} />
          </Fragment>
        )
      })}
      {beside && Closing ? (
        <Box whole style={{flexDirection: 'row', marginTop: 14}}>
          <Box column style={{width: look.textWidth}}>
            <PieceBox piece={last.piece} where="text" />
          </Box>
          <Box style={{width: marginWidth(look), marginLeft: 'auto'}}>
            <Closing meta={meta} where="margin" width={marginWidth(look)} />
          </Box>
        </Box>
      ) : Closing && meta.contacts.length > 0 ? (
        <Box whole style={{marginTop: 14}}>
          <Closing meta={meta} where="full" width={look.width} />
        </Box>
      ) : null}
    </>
  )
}

/** The margin column without the gutter before it. */
const marginWidth = (look: Setting['look']): number => look.width - look.textWidth - look.gutter

function UnitView({unit, before}: {unit: Unit; before: Unit | undefined}): ReactNode {
  const setting = useSetting()
  const {look} = setting
  if (unit.type === 'single') {
    const {piece, where} = unit
    const follows = before?.type === 'single' && before.piece.type === 'block' && piece.type === 'block' && goesOn(piece, before.piece)
    return where === 'full' && piece.type === 'block' ? <BlockView piece={piece} where="full" width={look.width} follows={follows} /> : <PieceBox piece={piece} where={where} />
  }
  const margin = marginWidth(look)
  return (
    <Box style={{flexDirection: 'row'}}>
      <Box column style={{width: look.textWidth, rowGap: GAP.flow}}>
        {unit.text.map((piece, at) => {
          const above = unit.text[at - 1]
          const space = above ? spaceAbove({type: 'single', piece, where: 'text'}, {type: 'single', piece: above, where: 'text'}) : 0
          return (
            <Fragment key={at}>
              {space > 0 ? <Space height={space - GAP.flow} /> : null}
              <PieceBox piece={piece} where="text" />
            </Fragment>
          )
        })}
      </Box>
      <Box column style={{width: margin, marginLeft: 'auto', paddingTop: drop(setting, unit), rowGap: GAP.margin}}>
        {unit.margin.map((piece, at) =>
          piece.type === 'block' ? (
            <Box key={at} place={piece.place}>
              <BlockView piece={piece} where="margin" width={margin} />
            </Box>
          ) : null,
        )}
      </Box>
    </Box>
  )
}

/** The margin's first line stands on the baseline of the text's. */
function drop(setting: Setting, {text: [first], margin: [beside]}: Extract<Unit, {type: 'row'}>): number {
  const {body, capitals, caption} = setting.look.type
  if (first?.type !== 'paragraph') return 0
  return dropTo(setting, body, beside?.type === 'block' && ['table', 'chart'].includes(beside.name) ? caption : capitals)
}

/** A piece of the text column; a block there is one box, whose height the next layout knows. */
function PieceBox({piece, where}: {piece: Piece; where: Where}): ReactNode {
  const setting = useSetting()
  const {look} = setting
  const width = look.textWidth
  if (piece.type === 'block') {
    return (
      <Box place={piece.place} style={{width, rowGap: GAP.flow}}>
        <BlockView piece={piece} where={where} width={width} />
      </Box>
    )
  }
  if (piece.type === 'paragraph' && piece.number !== undefined) return <Numbered piece={piece} number={piece.number} width={width} />
  return <FlowPiece piece={piece} width={width} align={piece.type === 'paragraph' ? alignmentOf(setting) : 'left'} />
}

/** A numbered paragraph, its number in the gutter. */
function Numbered({piece, number, width}: {piece: Extract<Piece, {type: 'paragraph'}>; number: number; width: number}) {
  const setting = useSetting()
  const {look} = setting
  const gutter = 28
  return (
    <Box place={piece.place} style={{width, flexDirection: 'row'}}>
      <Words role="Lbl" unbroken style={{...look.type.body, width: gutter}}>{`${number}.`}</Words>
      <Box style={{width: width - gutter, marginLeft: 'auto'}}>
        <FlowPiece piece={piece} width={width - gutter} align={alignmentOf(setting)} />
      </Box>
    </Box>
  )
}
