import {Fragment} from 'react'
import {pt, type TextStyle} from '../brand/index.js'
import type {ListItem, Piece} from '../content.js'
import {breakAddress, isAddress} from '../language/index.js'
import {Box, Words} from './elements.js'
import {Rule} from './furniture.js'
import {Heading} from './heading.js'
import {firstBaseline} from './measures.js'
import {Paragraph} from './paragraph.js'
import {type Setting, useSetting} from './setting.js'

export interface FlowProps {
  pieces: readonly Piece[]
  /** In points. */
  width: number
  /** The type running text is set in: the body's unless said otherwise. */
  style?: TextStyle
  align?: 'left' | 'justify'
}

/** Paragraphs, lists and all else that stands in a text, each a sibling: the gaps are those of the box around them. */
export function Flow({pieces, ...rest}: FlowProps) {
  return pieces.map((piece, at) => <FlowPiece key={at} piece={piece} {...rest} />)
}

/** One piece of a text. */
export function FlowPiece({piece, width, style, align = 'left'}: Omit<FlowProps, 'pieces'> & {piece: Piece}) {
  const {look, Block} = useSetting()
  const type = style ?? look.type.body
  switch (piece.type) {
    case 'heading':
      return <Heading piece={piece} width={width} />
    case 'paragraph':
      return <Paragraph style={type} width={width} place={piece.place} align={align} unbroken={type === look.type.lead}>{piece.children}</Paragraph>
    case 'list':
      return <List piece={piece} width={width} style={type} />
    case 'quote':
      return <Quotation piece={piece} width={width} style={type} />
    case 'code':
      return <CodeLines piece={piece} width={width} />
    case 'rule':
      return <Rule weight={0.4} colour={look.colours.ink} style={{width: Math.min(113.4, width), marginVertical: 7}} />
    case 'block':
      return <Block piece={piece} where="text" width={width} />
  }
}

type Part<T extends Piece['type']> = {piece: Extract<Piece, {type: T}>; width: number; style: TextStyle}

/** Dashes, numbers or boxes hang at the left; a marker never parts from its first line. */
function List({piece, width, style}: Part<'list'>) {
  const {ordered, start, items, loose} = piece
  const numbers = items.map((_, at) => `${start + at}.`)
  const box = items.some(isTask) ? TASK : 0
  const indent = ordered ? Math.max(17.5, 7 + Math.max(...numbers.map((number) => number.length)) * 4.9) + box : box || 10.5
  return (
    <Box role={{role: 'L', numbering: ordered ? 'Decimal' : 'Disc'}} place={piece.place} style={{width, rowGap: loose ? 7 : 3.5}}>
      {items.map((item, at) => (
        <Item key={at} item={item} marker={ordered ? (numbers[at] ?? '') : isTask(item) ? undefined : '–'} indent={indent} width={width} style={style} loose={loose} />
      ))}
    </Box>
  )
}

const isTask = (item: ListItem) => item.checked !== undefined

/** A task's box and the space after it. */
const TASK = 14

/** Marker and words in a row: it splits over pages by one cut, and moves whole where either would part from the other. */
function Item({item, marker, indent, width, style, loose}: {item: ListItem; marker: string | undefined; indent: number; width: number; style: TextStyle; loose: boolean}) {
  const setting = useSetting()
  const {colours, type} = setting.look
  // A block opens with a label in small type: the marker stands on its baseline.
  const raised = item.children[0]?.type === 'block' ? pt(firstBaseline(setting, type.capitals) - firstBaseline(setting, style)) : 0
  return (
    <Box role="LI" strip place={item.place} style={{width, flexDirection: 'row'}}>
      <Box role="Lbl" style={{width: indent, flexDirection: 'row', marginTop: raised}}>
        {marker === undefined ? null : <Words unbroken style={{...style, color: colours.quiet, width: isTask(item) ? indent - TASK : indent}}>{marker}</Words>}
        {isTask(item) ? <TaskBox done={item.checked === true} style={style} /> : null}
      </Box>
      {/* On the next page the words stand alone: they keep to the right. */}
      <Box role="LBody" style={{width: width - indent, marginLeft: 'auto', rowGap: loose ? 7 : 3.5}}>
        <Flow pieces={item.children} width={width - indent} style={style} />
      </Box>
    </Box>
  )
}

/** A square, crossed where the task is done: drawn, since few text faces have it as a character. */
function TaskBox({done, style}: {done: boolean; style: TextStyle}) {
  const setting = useSetting()
  const {colours} = setting.look
  const size = 7
  const top = setting.fonts.ascent(style.fontFamily) * style.fontSize - size
  const edge = {borderWidth: 0.7, borderColor: colours.ink}
  return (
    <Box role={{role: 'Span', actualText: done ? setting.language.labels.done : setting.language.labels.open}} style={{width: size, height: size, marginTop: top, padding: 1.4, ...edge}}>
      {done ? <Box style={{width: 2.8, height: 2.8, backgroundColor: colours.ink}} /> : null}
    </Box>
  )
}

/** A quotation is indented; a last paragraph that opens with a dash names who said it. */
function Quotation({piece, width, style}: Part<'quote'>) {
  const {look} = useSetting()
  const indent = 17.5
  return (
    <Box role="BlockQuote" place={piece.place} style={{width, paddingLeft: indent, rowGap: 7}}>
      {piece.children.map((child, at) => {
        const attribution = at > 0 && at === piece.children.length - 1 && child.type === 'paragraph' && opensWithDash(child)
        return (
          <Fragment key={at}>
            <FlowPiece piece={child} width={width - indent} style={attribution ? look.type.label : style.fontSize < look.type.body.fontSize ? style : look.type.lead} />
          </Fragment>
        )
      })}
    </Box>
  )
}

function opensWithDash({children: [first]}: Extract<Piece, {type: 'paragraph'}>): boolean {
  return first?.type === 'text' && /^[–—]\s?/.test(first.value)
}

/** Code line by line behind a hairline; a line that is too long goes on in the next. */
function CodeLines({piece, width}: {piece: Extract<Piece, {type: 'code'}>; width: number}) {
  const {look, fonts} = useSetting()
  const {code} = look.type
  const indent = 10.5
  const room = width - indent - 4
  return (
    <Box role="Code" place={piece.place} style={{width, paddingLeft: indent, borderLeftWidth: 0.5, borderLeftColor: look.colours.hair}}>
      {piece.value.split('\n').map((line, at) => (
        <Words
          key={at}
          style={{...code, minHeight: Number.parseFloat(code.lineHeight)}}
          hyphenationPenalty={50}
          hyphenate={{how: `code ${room}`, of: (word) => (fonts.width(word, code) > room ? (isAddress(word) ? breakAddress(word) : [...word]) : [word])}}
        >
          {inParts(keepSpaces(line), (part) => fonts.width(part, code) <= width - indent - 0.5)}
        </Words>
      ))}
    </Box>
  )
}

/** A line in parts that fit, taken apart at its spaces: the engine would squeeze them to fit in one word more. */
function inParts(line: string, fits: (part: string) => boolean): string {
  const parts: string[] = []
  for (const word of line.split(' ')) {
    const longer = `${parts.at(-1)} ${word}`
    if (parts.length > 0 && fits(longer)) parts.splice(-1, 1, longer)
    else parts.push(word)
  }
  return parts.join('\n')
}

/** Spaces that begin a line or follow another: the engine would take them for one break. */
const keepSpaces = (line: string): string =>
  line.replaceAll('\t', '    ').replace(/^ +| {2,}/g, (spaces) => '\u00a0'.repeat(spaces.length))

/** How one paper's text is set: justified paragraphs where the brand has them so. */
export const alignmentOf = ({look}: Pick<Setting, 'look'>): 'left' | 'justify' => (look.layout.justified ? 'justify' : 'left')
