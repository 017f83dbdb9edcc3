import {encode} from 'uqr'
import {mm, pt, type TextStyle} from '../brand/index.js'
import type {ComposedProse} from '../content.js'
import type {Where} from '../shapes/index.js'
import {Box, type Division, Drawing, Run, shapes, Words} from './elements.js'
import {Capitals} from './furniture.js'
import {dividing, Paragraph} from './paragraph.js'
import {labelOf, type Setting, useSetting} from './setting.js'

/** A line of a contact; `to` where it leads somewhere its words do not say. */
export type ContactLine = string | {words: string; to: string}

/** A person or desk as it is drawn: names are an author's words, or a brand's plain ones. */
export interface DrawnContact {
  name: string | ComposedProse
  role?: string | ComposedProse | undefined
  lines: readonly ContactLine[]
  /** The address that the code opens. */
  url?: string | undefined
}

export interface ContactCardProps {
  contacts: readonly DrawnContact[]
  where: Where
  width: number
  /** What stands over them instead of the label; nothing at all for `null`. */
  title?: ComposedProse | null
}

/** Whom to ask: a label, then name, role and lines of each, with a code beside them, or under them in a margin. */
export function ContactCard({contacts, where, width, title}: ContactCardProps) {
  const setting = useSetting()
  const {gutter, type} = setting.look
  // A card is as wide as its longest line asks for, where there is room.
  const asked = Math.max(...contacts.map((contact) => widthOf(contact, setting)))
  const stacked = where === 'margin'
  const perRow = stacked || width < LEAST_TWO || contacts.length < 2 ? 1 : 2
  const cell = pt(perRow === 2 ? (width - gutter) / 2 : width)
  const card = stacked ? width : pt(Math.min(cell, Math.max(asked, perRow === 2 ? Math.min(cell - 2 * gutter, WIDEST) : WIDEST)))
  const rows = Array.from({length: Math.ceil(contacts.length / perRow)}, (_, at) => contacts.slice(at * perRow, (at + 1) * perRow))
  return (
    <Box role="Div" style={{width}}>
      {title ? (
        <Paragraph style={type.capitals} width={width} place={title.place} unbroken ahead={28} box={{marginBottom: 3.5}}>
          {title.children}
        </Paragraph>
      ) : title === undefined ? (
        <Capitals role="P" ahead={28} style={{marginBottom: 3.5}}>
          {labelOf(setting, 'contact')}
        </Capitals>
      ) : null}
      <Box style={{rowGap: stacked ? 14 : 10.5}}>
        {rows.map((row, at) => (
          <Box key={at} whole style={{flexDirection: 'row', columnGap: gutter}}>
            {row.map((contact, of) => (
              <Box key={of} style={{width: cell}}>
                <Card contact={contact} width={card} stacked={stacked} />
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

/** From here on two contacts stand side by side. */
const LEAST_TWO = 300
/** Of one alone, unless a line of it is longer: wider, the code would stand apart from its words. */
const WIDEST = 192
/** What a contact's lines take side by side with its code, unbroken. */
function widthOf({lines, url}: DrawnContact, {fonts, look}: Setting): number {
  const words = lines.map((line) => fonts.width(typeof line === 'string' ? line : line.words, look.type.label) + 2)
  return Math.max(0, ...words) + (url ? CODE + look.gutter : 0)
}

/** Edge of a code without its quiet zone. */
const CODE = pt(mm(18))

function Card({contact, width, stacked}: {contact: DrawnContact; width: number; stacked: boolean}) {
  const {look} = useSetting()
  const {label} = look.type
  const ink = {...label, color: look.colours.ink}
  const words = stacked || !contact.url ? width : pt(width - CODE - look.gutter)
  return (
    <Box style={{width, ...(stacked ? {rowGap: 7} : {flexDirection: 'row'})}}>
      <Box style={{width: words}}>
        <Said words={contact.name} style={{...ink, fontWeight: 600}} width={words} />
        {contact.role ? <Said words={contact.role} style={label} width={words} /> : null}
        {contact.lines.map((line, at) => (
          <Line key={at} line={line} style={ink} width={words} />
        ))}
      </Box>
      {contact.url ? (
        <Box style={stacked ? {} : {marginLeft: 'auto'}}>
          <QrCode address={contact.url} size={CODE} />
        </Box>
      ) : null}
    </Box>
  )
}

function Said({words, style, width}: {words: string | ComposedProse; style: TextStyle; width: number}) {
  if (typeof words === 'string')
    return (
      <Words role="P" unbroken style={{...style, width}}>
        {words}
      </Words>
    )
  return (
    <Paragraph style={style} width={width} place={words.place}>
      {words.children}
    </Paragraph>
  )
}

function Line({line, style, width}: {line: ContactLine; style: TextStyle; width: number}) {
  const setting = useSetting()
  const words = typeof line === 'string' ? line : line.words
  const to = typeof line === 'string' ? addressOf(line) : line.to
  return (
    <Words role="P" style={{...style, width}} hyphenationPenalty={50} hyphenate={atSign(style, width, setting)}>
      {to === undefined ? (
        words
      ) : (
        <Run role="Link" to={to}>
          {words}
        </Run>
      )}
    </Words>
  )
}

/** A mail address too long for its line breaks after its `@`, where both halves fit. */
function atSign(style: TextStyle, width: number, setting: Setting): Division {
  const divide = dividing(setting, style, width).of
  const fits = (part: string) => setting.fonts.width(part, style) <= width
  const of = (word: string) => {
    if (fits(word)) return [word]
    const halves = word.split(/(?<=@)/)
    return halves.length === 2 && halves.every(fits) ? halves : divide(word)
  }
  return {how: `address ${width}`, of}
}

/** Where a line leads: a mail address, a telephone number, a web address without its scheme. */
function addressOf(line: string): string | undefined {
  if (/^\S+@\S+\.\S+$/.test(line)) return `mailto:${line}`
  if (/^\+?[\d\s()./-]{6,}$/.test(line)) return `tel:${line.replace(/[^\d+]/g, '')}`
  if (/^https?:\/\//.test(line)) return line
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(line) ? `https://${line}` : undefined
}

/** Modules of white around a code, as its standard asks. */
const QUIET = 4

/** A QR code. Its quiet zone hangs outside the box, so that the code itself stands on the column's edge. */
export function QrCode({address, size}: {address: string; size: number}) {
  const {data, size: modules} = encode(address, {ecc: 'M', border: QUIET})
  const whole = (size * modules) / (modules - 2 * QUIET)
  return (
    <Drawing
      width={pt(whole)}
      height={pt(whole)}
      viewBox={`0 0 ${modules} ${modules}`}
      style={{margin: pt((size - whole) / 2)}}
      alt={address}
    >
      <shapes.Path d={data.map(darkRuns).join('')} fill="#000000" />
    </Drawing>
  )
}

/** The dark modules of a row, neighbours in one rectangle: no hairline shows between them. */
function darkRuns(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    let end = x
    while (row[end + 1]) end += 1
    path += `M${x} ${y}h${end - x + 1}v1h-${end - x + 1}z`
    x = end
  }
  return path
}
