import {pt, type TextStyle} from '../../brand/index.js'
import type {ComposedProse, Inline} from '../../content.js'
import {Box, dividing, inlines, ragOf, type Role, Run, type Style, useSetting, Words} from '../../drawing/index.js'
import {partsAtMarks, raisedStyle} from './marks.js'
import type {PlannedColumn} from './plan.js'

export interface CellProps {
  prose: Pick<ComposedProse, 'children'> & Partial<ComposedProse>
  column: PlannedColumn
  style: TextStyle
  role: Role
  /** Space at its right, in points. */
  right?: number
  /** What a text of several lines leaves beside its longest word. */
  spare?: number | undefined
  /** Of a row that may be divided between pages. */
  divisible?: boolean
}

/** One cell. It never breaks inside a word that fits its column; calls of notes hang beside figures. */
export function Cell({divisible = false, ...props}: CellProps) {
  const {gap, width, outside} = props.column
  const place = {width: pt(width + outside), marginLeft: gap, marginRight: -outside}
  if (!divisible) return <CellWords {...props} box={place} />
  // A box as high as its row goes on over the page; words that have ended would let the cells after them slip to the left.
  return (
    <Box role={props.role} style={place}>
      <CellWords {...props} role="P" box={{width: place.width}} />
    </Box>
  )
}

function CellWords({prose, column, style, role, right = 0, spare, box}: Omit<CellProps, 'role' | 'divisible'> & {role: Role | 'P'; box: Style}) {
  const setting = useSetting()
  const {align, width} = column
  // Where words stand in one line they need no room for wider spaces; else as much as lets the longest of them stand whole.
  const wraps = spare !== undefined
  const wanted = Math.max(setting.found.rags[prose.place?.start?.offset ?? -1] ?? 0, ragOf(width))
  const rag = wraps ? pt(Math.max(0, Math.min(wanted, spare - 0.3))) : 0
  // A short last word is bound to the one before it where there is room for both; else it may stand alone.
  const bindsLast = wraps && width >= ROOM_FOR_TWO
  const space = align === 'right' ? {paddingRight: right, paddingLeft: rag} : align === 'left' ? {paddingRight: rag} : {paddingHorizontal: rag / 2}
  const parts = partsAtMarks(prose.children)
  // Where the style changes the engine may divide a word: never a figure from the call of its note.
  const rigid = parts.length > 1 || setting.found.rigid.includes(prose.place?.start?.offset ?? -1)
  return (
    <Words
      role={role}
      {...(prose.place ? {place: prose.place} : {})}
      style={{...style, textAlign: align, ...box, ...space}}
      hyphenationPenalty={rigid ? 10000 : 50}
      hyphenate={dividing(setting, style, width - rag)}
    >
      {parts.map((part, at) =>
        part.type === 'mark' ? (
          <Run key={at} style={raisedStyle(style, setting.fonts)}>{part.letter}</Run>
        ) : (
          inlines(at === parts.length - 1 && bindsLast ? part.children : loosened(part.children), setting, style)
        ),
      )}
    </Words>
  )
}

/** A word of twenty-five letters and one of nine. */
const ROOM_FOR_TWO = 140

/** Words whose last two are not bound together, nor those of what is emphasised: an empty text stands last in their stead. */
function loosened(children: readonly Inline[]): Inline[] {
  const inner = children.map((inline): Inline => ('children' in inline ? {...inline, children: loosened(inline.children)} : inline))
  const last = inner.at(-1)
  return last ? [...inner, {type: 'text', value: '', place: last.place}] : inner
}
