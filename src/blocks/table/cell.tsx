import {pt, type TextStyle} from '../../brand/index.js'
import type {ComposedProse, Inline} from '../../content.js'
import {dividing, inlines, ragOf, type Role, Run, useSetting, Words} from '../../drawing/index.js'
import {partsAtMarks, raisedStyle} from './marks.js'
import type {PlannedColumn} from './plan.js'

/** One cell. It never breaks inside a word that fits its column; calls of notes hang beside figures. */
export function Cell({prose, column, style, role, right = 0}: {prose: Pick<ComposedProse, 'children'> & Partial<ComposedProse>; column: PlannedColumn; style: TextStyle; role: Role; right?: number}) {
  const setting = useSetting()
  const {align, gap, width, outside} = column
  const rag = Math.max(setting.found.rags[prose.place?.start?.offset ?? -1] ?? 0, Math.min(2, ragOf(width)))
  const room = pt(width + outside)
  const space = align === 'right' ? {paddingRight: right, paddingLeft: 0} : align === 'left' ? {paddingRight: 0} : {}
  return (
    <Words
      role={role}
      {...(prose.place ? {place: prose.place} : {})}
      style={{...style, textAlign: align, width: room, marginLeft: gap, marginRight: -outside, ...space}}
      hyphenationPenalty={50}
      hyphenate={dividing(setting, style, width - rag)}
    >
      {partsAtMarks(prose.children).map((part, at, parts) =>
        part.type === 'mark' ? (
          <Run key={at} style={raisedStyle(style, setting.fonts)}>{part.letter}</Run>
        ) : (
          inlines(at === parts.length - 1 ? loosened(part.children) : part.children, setting, style)
        ),
      )}
    </Words>
  )
}

/** In a narrow column the last two words are not bound together: an empty text stands last in their stead. */
const loosened = (children: Inline[]): Inline[] => {
  const last = children.at(-1)
  return last ? [...children, {type: 'text', value: '', place: last.place}] : children
}
