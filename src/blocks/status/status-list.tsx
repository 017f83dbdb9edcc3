import type {ReactNode} from 'react'
import {pt} from '../../brand/index.js'
import type {ComposedProse} from '../../content.js'
import type {Place} from '../../diagnostic.js'
import {Box, bindLast, firstBaseline, Paragraph, useSetting, Words} from '../../drawing/index.js'
import {Headed} from '../title.js'
import {Mark} from './mark.js'
import type {Shape} from './steps.js'

export interface StatusItem {
  shape: Shape
  words: string
  /** What the words leave to the shape, spoken to who cannot see it. */
  spoken?: string | undefined
  /** A second line under the words, or a column of its own where there is room. */
  standing?: string | undefined
  date: string
  spokenDate: string
  turning: boolean
  note?: ComposedProse | undefined
  place?: Place | undefined
}

const MARK = 7
const INDENT = 12
/** More States than these may go on over the page. */
const MOST_WHOLE = 12
/** From this width on what a State's standing is gets a column of its own. */
export const WIDE = 280

/** A line each: the mark, the words, the date at the right. */
export function StatusList({items, width, title}: {items: readonly StatusItem[]; width: number; title: ReactNode}) {
  const setting = useSetting()
  const {look, fonts} = setting
  const {table, label} = look.type
  const {ink, accent} = look.colours
  const styled = items.map((item) => ({...item, style: item.turning ? {...table, fontWeight: 600, color: accent} : {...table, color: ink}}))
  const dates = pt(Math.max(0, ...styled.map(({date, style}) => fonts.width(date, style))) + 1)
  const wide = width >= WIDE && items.some(({standing}) => standing !== undefined)
  const rest = width - INDENT - dates - 7
  const words = pt(wide ? rest * 0.45 : rest)
  const middle = pt(firstBaseline({fonts}, table) - table.fontSize * 0.33 - MARK / 2)
  return (
    <Box role="L" whole={items.length <= MOST_WHOLE}>
      <Headed head={title}>
        {styled.map(({shape, words: said, spoken, standing, date, spokenDate, turning, note, place, style}, at) => (
          <Box key={at} role="LI" strip whole {...(place ? {place} : {})} style={{flexDirection: 'row', paddingVertical: 1.75}}>
            <Box style={{width: INDENT, paddingTop: middle}}>
              <Mark shape={shape} colour={turning ? accent : ink} size={MARK} />
            </Box>
            <Box role="LBody" style={{flexDirection: 'row', width: pt(width - INDENT)}}>
              <Box style={{width: words}}>
                <Words role={spoken === undefined ? 'Span' : {role: 'Span', actualText: spoken}} style={{...style, paddingRight: 4}}>
                  {bindLast(said)}
                </Words>
                {standing !== undefined && !wide ? (
                  <Words role="Span" style={{...label, paddingRight: 4}}>
                    {standing}
                  </Words>
                ) : null}
                {note ? (
                  <Paragraph style={label} width={words} place={note.place}>
                    {note.children}
                  </Paragraph>
                ) : null}
              </Box>
              {wide ? (
                <Words role="Span" style={{...style, width: pt(rest - words), paddingRight: 4}}>
                  {standing ?? ''}
                </Words>
              ) : null}
              <Words
                role={{role: 'Span', actualText: spokenDate}}
                unbroken
                style={{...style, width: dates, marginLeft: 'auto', textAlign: 'right'}}
              >
                {date}
              </Words>
            </Box>
          </Box>
        ))}
      </Headed>
    </Box>
  )
}
