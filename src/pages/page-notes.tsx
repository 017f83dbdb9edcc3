import {mm, pt} from '../brand/index.js'
import {Box, Flow, noteId, Rule, useSetting, Words} from '../drawing/index.js'

/** The short rule between the text of a page and its notes. */
export function NoteRule() {
  const {look} = useSetting()
  return <Rule weight={0.4} colour={look.colours.ink} style={{width: pt(mm(40)), marginTop: 14, marginBottom: 3.5}} />
}

/** A note as it stands at the foot of each page that calls it: all notes of a paper hang by as much as the last one's number needs. */
export function NoteText({number}: {number: number}) {
  const setting = useSetting()
  const {look, notes} = setting
  const {note: style} = look.type
  const one = notes.find((note) => note.number === number)
  if (!one) return null
  const indent = notes.length > 99 ? 17.5 : notes.length > 9 ? 14 : 10.5
  return (
    <Box role={{role: 'Note', note: number}} id={noteId(setting, number)} place={one.place} style={{flexDirection: 'row'}}>
      <Words role="Lbl" unbroken style={{...style, width: indent}}>{String(number)}</Words>
      <Box style={{width: look.width - indent}}>
        <Flow pieces={one.children} width={look.width - indent} style={style} />
      </Box>
    </Box>
  )
}
