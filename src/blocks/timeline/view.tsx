import {mm, pt} from '../../brand/index.js'
import {Box, Drawing, firstBaseline, Paragraph, shapes, useSetting, Words} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Headed, Title} from '../title.js'
import type {timeline as spec} from './timeline.js'

const DOT = 4
const SPINE = 0.5
/** Above and below each event: a pitch of 14 where it takes a line. */
const PAD = 1.75

/** More events than these may go on over the page. */
const MOST_WHOLE = 8

/** Dates at the left of a spine, events at its right; the turning point in the accent, and heavier. */
export function Timeline({value, id, place, where, width}: ViewProps<ValueOf<typeof spec>>) {
  const {look, fonts, language} = useSetting()
  const {table} = look.type
  const {ink, quiet, accent, hair} = look.colours
  const turned = {...table, fontWeight: 600, color: accent}
  const shown = value.events.map((event) => ({
    ...event,
    words: language.date(event.date, 'short'),
    style: event.turning ? turned : {...table, color: ink},
  }))
  const widest = Math.max(...shown.map(({words, style}) => fonts.width(words, style)))
  const margin = where === 'margin'
  const dates = pt(margin ? widest + 8.75 : Math.max(mm(26), widest + 10.5))
  const indent = margin ? 8.75 : 10.5
  const room = pt(width - dates)
  const middle = pt(PAD + firstBaseline({fonts}, table) - table.fontSize * 0.32 - DOT / 2)
  const whole = value.events.length <= MOST_WHOLE
  return (
    <Box role="L" whole={whole} place={place} {...(id === undefined ? {} : {id})} style={{width}}>
      <Headed head={<Title title={value.title} width={width} as={margin ? 'capitals' : 'caption'} />}>
        {shown.map(({date, words, title, turning, style}, at) => (
          <Box key={at} role="LI" strip whole place={date.place} style={{flexDirection: 'row'}}>
            <Words role="Lbl" unbroken style={{...style, ...(turning ? {} : {color: quiet}), width: dates, paddingVertical: PAD}}>
              {words}
            </Words>
            <Box style={{width: room, paddingLeft: indent, paddingVertical: PAD}}>
              <Box
                role={{role: 'Artifact', artifact: 'Layout'}}
                style={{position: 'absolute', left: -SPINE / 2, width: SPINE, backgroundColor: hair, ...reach(at, shown.length, middle)}}
              />
              <Drawing width={DOT} height={DOT} style={{position: 'absolute', left: -DOT / 2, top: middle}}>
                <shapes.Circle cx={DOT / 2} cy={DOT / 2} r={DOT / 2} fill={turning ? accent : ink} />
              </Drawing>
              <Paragraph role="LBody" style={style} width={room - indent} place={title.place}>
                {title.children}
              </Paragraph>
            </Box>
          </Box>
        ))}
      </Headed>
    </Box>
  )
}

/** The spine runs from the first dot to the last. */
const reach = (at: number, count: number, middle: number) => ({
  top: at === 0 ? middle + DOT / 2 : 0,
  ...(at === count - 1 ? {height: at === 0 ? 0 : middle + DOT / 2} : {bottom: 0}),
})
