import type {ReactNode} from 'react'
import {pt} from '../../brand/index.js'
import {Box, Paragraph, useSetting, Words} from '../../drawing/index.js'
import {Mark} from './mark.js'
import type {StatusItem} from './status-list.js'

const MARK = 9

/** The steps side by side: the State's path into the treaty, and out of it. */
export function StatusLine({items, width, title}: {items: readonly StatusItem[]; width: number; title: ReactNode}) {
  const {look} = useSetting()
  const {table, label} = look.type
  const {ink, quiet, accent, hair} = look.colours
  // Two steps alone would stand too far apart to read as a path.
  const cell = pt(width / Math.max(4, items.length))
  return (
    <Box role="L" whole>
      {title}
      <Box style={{flexDirection: 'row'}}>
        {items.map(({shape, words, spoken, date, spokenDate, turning, note, place}, at) => (
          <Box key={at} role="LI" {...(place ? {place} : {})} style={{width: cell}}>
            <Box style={{height: 10.5, justifyContent: 'center'}}>
              {at < items.length - 1 ? (
                <Box
                  role={{role: 'Artifact', artifact: 'Layout'}}
                  style={{position: 'absolute', left: MARK + 4, right: 4, top: 5.25, borderTopWidth: 0.3, borderTopColor: hair}}
                />
              ) : null}
              <Mark shape={shape} colour={turning ? accent : ink} size={MARK} />
            </Box>
            <Box role="LBody" style={{marginTop: 3.5}}>
              <Words
                role={spoken === undefined ? 'Span' : {role: 'Span', actualText: spoken}}
                style={{...label, fontWeight: 600, color: turning ? accent : ink, paddingRight: 7}}
              >
                {words}
              </Words>
              <Words
                role={{role: 'Span', actualText: spokenDate}}
                unbroken
                style={{...table, color: turning ? accent : quiet, ...(turning ? {fontWeight: 600} : {})}}
              >
                {date}
              </Words>
              {note ? (
                <Paragraph style={label} width={cell} place={note.place}>
                  {note.children}
                </Paragraph>
              ) : null}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
