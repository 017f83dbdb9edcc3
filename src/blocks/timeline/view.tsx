import {mm, pt} from '../../brand/index.js'
import {Box, firstBaseline, Paragraph, RAG, useSetting, Words} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Title} from '../title.js'
import type {timeline as spec} from './timeline.js'

const DOT = 4
/** Above and below each event: a pitch of 14 where it takes a line. */
const PAD = 1.75

/** Dates at the left of a spine, events at its right; the turning point in the accent, and heavier. */
export function Timeline({value, id, place, where, width}: ViewProps<ValueOf<typeof spec>>) {
  const {look, fonts, language} = useSetting()
  const {table} = look.type
  const {ink, quiet, accent, hair} = look.colours
  const turned = {...table, fontWeight: 600, color: accent}
  const shown = value.events.map((event) => ({...event, words: language.date(event.date, 'short'), style: event.turning ? turned : {...table, color: ink}}))
  const widest = Math.max(...shown.map(({words, style}) => fonts.width(words, style)))
  const margin = where === 'margin'
  const dates = pt(margin ? widest + 7 : Math.max(mm(26), widest + 10.5))
  const indent = margin ? 8.75 : 10.5
  const room = pt(width - dates)
  const middle = pt(PAD + firstBaseline({fonts}, table) - table.fontSize * 0.32 - DOT / 2)
  return (
    <Box style={{width}} place={place} {...(id === undefined ? {} : {id})}>
      <Title title={value.title} width={width} as={margin ? 'capitals' : 'caption'} />
      <Box role="L">
        {shown.map(({date, words, title, turning, style}, at) => (
          <Box key={at} role="LI" whole place={date.place} style={{flexDirection: 'row'}}>
            <Words role="Lbl" unbroken style={{...style, ...(turning ? {} : {color: quiet}), width: dates, paddingVertical: PAD}}>{words}</Words>
            <Box style={{width: room, borderLeftWidth: 0.5, borderLeftColor: hair, paddingLeft: indent, paddingVertical: PAD}}>
              <Box
                role={{role: 'Artifact', artifact: 'Layout'}}
                style={{position: 'absolute', left: -DOT / 2 - 0.25, top: middle, width: DOT, height: DOT, borderRadius: DOT / 2, backgroundColor: turning ? accent : ink}}
              />
              <Paragraph role="LBody" style={style} width={room - indent} place={title.place} rag={RAG.small}>{title.children}</Paragraph>
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
