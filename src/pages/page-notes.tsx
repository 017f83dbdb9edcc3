import {mm, pt} from '../brand/index.js'
import {Box, Flow, noteId, Rule, useSetting, Words} from '../drawing/index.js'

/** The notes that a page calls, at its foot under a short rule. */
export function PageNotes({page}: {page: number}) {
  const setting = useSetting()
  const {look, found, notes} = setting
  const called = (found.notes[page] ?? []).flatMap((number) => notes.find((note) => note.number === number) ?? [])
  if (called.length === 0) return null
  const {note: style} = look.type
  const most = Math.max(...called.map(({number}) => number))
  const indent = most > 99 ? 17.5 : most > 9 ? 14 : 10.5
  return (
    <Box style={{marginTop: 14}}>
      <Rule weight={0.4} colour={look.colours.ink} style={{width: pt(mm(40)), marginBottom: 3.5}} />
      {called.map(({number, children, place}) => (
        <Box key={number} role={{role: 'Note', note: number}} id={noteId(setting, number)} place={place} style={{flexDirection: 'row'}}>
          <Words role="Lbl" unbroken style={{...style, width: indent}}>{String(number)}</Words>
          <Box style={{width: look.width - indent}}>
            <Flow pieces={children} width={look.width - indent} style={style} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
