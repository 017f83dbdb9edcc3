import {mm, pt} from '../brand/index.js'
import type {Note} from '../content.js'
import {Box, Flow, noteId, Rule, useSetting, Words} from '../drawing/index.js'

/** The short rule between the text of a page and its notes. */
export function NoteRule() {
  const {look} = useSetting()
  return <Rule weight={0.4} colour={look.colours.ink} style={{width: pt(mm(40)), marginTop: 14, marginBottom: 3.5}} />
}

/** A note as it stands at the foot of each page that calls it: `of` so many, all hang by as much as the last one's number needs. */
export function NoteText({note: {number, children, place}, of}: {note: Note; of: number}) {
  const setting = useSetting()
  const {look} = setting
  const {note: style} = look.type
  const indent = of > 99 ? 17.5 : of > 9 ? 14 : 10.5
  return (
    <Box role={{role: 'Note', note: number}} id={noteId(setting, number)} place={place} style={{flexDirection: 'row'}}>
      <Words role="Lbl" unbroken style={{...style, width: indent}}>{String(number)}</Words>
      <Box style={{width: look.width - indent}}>
        <Flow pieces={children} width={look.width - indent} style={style} />
      </Box>
    </Box>
  )
}
