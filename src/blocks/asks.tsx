import type {ReactNode} from 'react'
import type {TextStyle} from '../brand/index.js'
import type {ComposedFlow, ComposedProse, Inline} from '../content.js'
import type {Place} from '../diagnostic.js'
import {Box, destination, dropTo, Flow, fill, labelOf, Paragraph, Rule, type Setting, useSetting, Words} from '../drawing/index.js'
import type {IdField, WhenField} from '../shapes/fields.js'
import {columns} from './columns.js'
import {estimateLines, MOST_LINES_WHOLE} from './estimate-lines.js'
import {Headed} from './title.js'

export interface AskEntry {
  number: {number: number}
  id?: IdField | undefined
  to?: ComposedProse | undefined
  ask: ComposedProse
  deadline?: WhenField | ComposedProse | undefined
  source?: {number: number; place: Place} | undefined
  more?: ComposedFlow | undefined
}

/** Numbered asks with hairlines between them: addressee, what is asked, and by when at the right. */
export function Asks({asks, width, follows, title}: {asks: readonly AskEntry[]; width: number; follows: boolean; title?: ReactNode}) {
  const setting = useSetting()
  const {look, fonts} = setting
  const measures = measure(asks, width, setting)
  const {number, indent, text, deadline} = measures
  const {body, label} = look.type
  const isWhole = (entry: AskEntry | undefined) =>
    entry === undefined || estimateLines([paragraphOf(entry, setting), ...(entry.more?.children ?? [])], body, text) <= MOST_LINES_WHOLE
  return (
    <Headed head={title} whole={isWhole(asks[0])}>
      {asks.map((entry, at) => {
        const by = entry.deadline ? <Deadline deadline={entry.deadline} measures={measures} /> : null
        const id = entry.id ? {id: destination(setting, entry.id.text)} : {}
        return (
          <Box key={at} role="LI" strip place={entry.ask.place} whole={isWhole(entry)} {...id} style={{rowGap: 7}}>
            {at > 0 || follows ? <Rule /> : null}
            <Box style={{flexDirection: 'row'}}>
              <Words role="Lbl" unbroken style={{...number, width: indent}}>
                {String(entry.number.number)}
              </Words>
              <Box role="LBody" style={{width: text, rowGap: 7}}>
                <Paragraph style={body} width={text} place={entry.ask.place}>
                  {paragraphOf(entry, setting).children}
                </Paragraph>
                {entry.more ? <Flow pieces={entry.more.children} width={text} /> : null}
                {deadline.beside ? null : by}
              </Box>
              {deadline.beside && by ? (
                <Box style={{width: deadline.width, marginLeft: 'auto', paddingTop: dropTo({fonts}, body, label)}}>{by}</Box>
              ) : null}
            </Box>
          </Box>
        )
      })}
    </Headed>
  )
}

interface Measures {
  number: TextStyle
  indent: number
  text: number
  deadline: {beside: boolean; width: number; style: TextStyle; dates: 'long' | 'short'}
}

/** The text runs to column 9 and the deadline stands in 10 to 12, where it fits there in one line; else it stands below. */
function measure(asks: readonly AskEntry[], width: number, setting: Setting): Measures {
  const {look, fonts} = setting
  const number = {...look.type.body, fontWeight: 600, color: look.colours.accent}
  const indent = Math.max(17.5, ...asks.map((ask) => fonts.width(String(ask.number.number), number) + 7))
  const style = {...look.type.label, color: look.colours.ink}
  const room = columns(width, look.gutter, 3)
  const dated = asks.flatMap(({deadline}) => (deadline?.type === 'when' ? [deadline] : []))
  const fits = (dates: 'long' | 'short') => dated.every((date) => fonts.width(byDate(date, dates, setting), style) <= room)
  const dates = fits('long') ? 'long' : 'short'
  const some = asks.some(({deadline}) => deadline !== undefined)
  const beside = some && width >= LEAST_WIDTH && fits(dates)
  const text = beside
    ? columns(width, look.gutter, 9)
    : some
      ? width
      : Math.min(width, Math.max(look.textWidth, columns(width, look.gutter, 9)))
  return {number, indent, text: text - indent, deadline: {beside, width: room, style, dates: beside ? dates : 'long'}}
}

/** Narrower than this a column for the deadline would leave too little for the text. */
const LEAST_WIDTH = 280

const byDate = (date: WhenField, style: 'long' | 'short', setting: Setting): string =>
  fill(labelOf(setting, 'deadline'), {date: setting.language.date(date, style)})

function Deadline({deadline, measures}: {deadline: WhenField | ComposedProse; measures: Measures}) {
  const setting = useSetting()
  const {style, width, beside, dates} = measures.deadline
  const align = beside ? 'right' : 'left'
  if (deadline.type === 'when') {
    return (
      <Words role="P" place={deadline.place} unbroken style={{...style, textAlign: align}}>
        {byDate(deadline, dates, setting)}
      </Words>
    )
  }
  return (
    <Paragraph style={style} width={beside ? width : measures.text} place={deadline.place} align={align}>
      {deadline.children}
    </Paragraph>
  )
}

/** The addressee runs on into the ask where it is written as one sentence; before a sentence of its own stands a colon. */
function paragraphOf(
  {to, ask, source}: AskEntry,
  {language}: Pick<Setting, 'language'>,
): {type: 'paragraph'; children: Inline[]; place: Place} {
  const {place} = ask
  const call: Inline[] = source ? [{type: 'note', number: source.number, place: source.place}] : []
  if (!to) return {type: 'paragraph', children: [...ask.children, ...call], place}
  const text = (value: string): Inline => ({type: 'text', value, place: to.place})
  const colon = opensSentence(ask.children) ? [text(language.typography(':', 'a'))] : []
  return {
    type: 'paragraph',
    children: [{type: 'strong', children: [...to.children, ...colon], place: to.place}, text(' '), ...ask.children, ...call],
    place,
  }
}

function opensSentence([first]: readonly Inline[]): boolean {
  if (!first) return false
  if ('children' in first) return opensSentence(first.children)
  return 'value' in first && /^[“"«\s]*\p{Lu}/u.test(first.value)
}
