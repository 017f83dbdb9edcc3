import {mm, pt, type TextStyle} from '../brand/index.js'
import type {PaperMeta} from '../content.js'
import {kindNamed} from '../kinds/index.js'
import {Box, fill, labelOf, type Role, type Setting, useSetting, Words} from '../drawing/index.js'

/** No printer reaches nearer to the edge. */
export const SAFE = pt(mm(12.7))

const CHROME: Role = {role: 'Artifact', artifact: 'Pagination'}

interface Marking {
  words: string
  align: 'left' | 'center' | 'right'
  style: TextStyle
  leading: number
  where: 'head-and-foot' | 'foot'
}

/** How a paper's marking is set. The Traffic Light Protocol asks for 12 points at the right, head and foot, in every brand. */
function markingOf({look}: Pick<Setting, 'look'>, {marking: words}: PaperMeta): Marking | undefined {
  if (words === undefined) return undefined
  const {marking} = look.layout
  const isTlp = /^TLP:/i.test(words)
  const size = isTlp ? Math.max(12, marking.size) : marking.size
  const leading = Math.ceil((size * 1.2) / 3.5) * 3.5
  const style = {...look.type.chrome, fontSize: size, lineHeight: `${leading}pt`, fontWeight: 600, color: look.colours.ink}
  return {words, style, leading, align: isTlp ? 'right' : marking.align, where: isTlp ? 'head-and-foot' : marking.where}
}

/** Room the marking takes at the foot, above the paper's own bottom margin. */
export function markingRoom(setting: Pick<Setting, 'look'>, meta: PaperMeta): number {
  return markingOf(setting, meta)?.leading ?? 0
}

/** Room between the page's padding and the text: nothing on a first page without a marking. */
export function topRoom(setting: Pick<Setting, 'look'>, meta: PaperMeta, page: number): number {
  const {paper} = setting.look
  const marking = markingOf(setting, meta)
  const marked = marking?.where === 'head-and-foot' ? marking.leading : 0
  if (page === 1) return marked > 0 ? pt(Math.max(0, SAFE + marked + 14 - paper.first)) : 0
  return pt(paper.top - paper.first + marked)
}

/** The head of a page: the marking, and on later pages than the first who issues the paper and its symbol. */
export function Head({meta, later}: {meta: PaperMeta; later: boolean}) {
  const setting = useSetting()
  const {look, brand} = setting
  const marking = markingOf(setting, meta)
  const half = pt(look.width / 2)
  return (
    <Box role={CHROME} style={{width: look.width}}>
      {marking?.where === 'head-and-foot' ? <Words unbroken style={{...marking.style, textAlign: marking.align}}>{marking.words}</Words> : null}
      {later ? (
        <Box style={{flexDirection: 'row'}}>
          <Words unbroken style={{...look.type.chrome, width: half}}>{kindNamed(meta.kind)?.anonymous ? ' ' : shortened(setting, brand.issuer, half)}</Words>
          <Words unbroken style={{...look.type.chrome, width: half, textAlign: 'right'}}>{shortened(setting, meta.symbol ?? ' ', half)}</Words>
        </Box>
      ) : null}
    </Box>
  )
}

/** The foot of a page: short title, date of the facts, page number, beside it that of the document where it has several papers, and under them the marking. */
export function Foot({meta, page, total, inDocument}: {meta: PaperMeta; page: number; total: number; inDocument?: number}) {
  const setting = useSetting()
  const {look, language} = setting
  const {chrome} = look.type
  const marking = markingOf(setting, meta)
  const asOf = look.layout.footAsOf ? fill(labelOf(setting, 'factsAsOf'), {date: language.date(meta.asOf, 'long')}) : ''
  const number = fill(labelOf(setting, 'page'), {n: page, total})
  const beside = inDocument === undefined ? 0 : PACK_NUMBER
  const [left, middle, right] = thirds(look.width, widthOf(setting, meta.short), widthOf(setting, asOf), widthOf(setting, number) + beside)
  return (
    <Box role={CHROME} style={{width: look.width}}>
      <Box style={{flexDirection: 'row'}}>
        <Words unbroken style={{...chrome, width: left}}>{shortened(setting, meta.short, left)}</Words>
        {asOf ? <Words unbroken style={{...chrome, width: middle, textAlign: 'center'}}>{asOf}</Words> : null}
        <Words unbroken style={{...chrome, width: right - beside, textAlign: 'right'}}>{number}</Words>
        {inDocument === undefined ? null : <PackNumber number={inDocument} />}
      </Box>
      {marking ? <Words unbroken style={{...marking.style, textAlign: marking.align}}>{marking.words}</Words> : null}
    </Box>
  )
}

/** The foot of a leaf between papers: what the pack is called, its page, and under them its marking. */
export function SheetFoot({meta, inDocument}: {meta: PaperMeta; inDocument?: number}) {
  const setting = useSetting()
  const {look} = setting
  const marking = markingOf(setting, meta)
  const left = look.width - PACK_NUMBER
  return (
    <Box role={CHROME} style={{width: look.width}}>
      <Box style={{flexDirection: 'row'}}>
        <Words unbroken style={{...look.type.chrome, width: left}}>{shortened(setting, meta.short, left)}</Words>
        {inDocument === undefined ? null : <PackNumber number={inDocument} />}
      </Box>
      {marking ? <Words unbroken style={{...marking.style, textAlign: marking.align}}>{marking.words}</Words> : null}
    </Box>
  )
}

/** Room for the pack's number of a page, of four figures. */
const PACK_NUMBER = 32

function PackNumber({number}: {number: number}) {
  const {look} = useSetting()
  return <Words unbroken style={{...look.type.chrome, color: look.colours.ink, fontWeight: 600, width: PACK_NUMBER, textAlign: 'right'}}>{String(number)}</Words>
}

/** Room for what stands left, in the middle and right: the middle on the axis, unless what stands left needs more. */
function thirds(width: number, left: number, middle: number, right: number): [number, number, number] {
  const gap = 14
  const half = (width - middle) / 2 - gap
  const first = Math.min(Math.max(half, left + 2), width - middle - right - 2 * gap - 2)
  return [pt(first), pt(middle + 2 * gap), pt(width - first - middle - 2 * gap)]
}

/** The words that fit into a line of the running head or foot. */
function shortened(setting: Setting, text: string, width: number): string {
  if (widthOf(setting, text) <= width) return text
  const words = text.split(' ')
  while (words.length > 1 && widthOf(setting, `${words.join(' ')}…`) > width) words.pop()
  return `${words.join(' ').replace(/[,;:.–—-]+$/, '')}…`
}

const widthOf = ({fonts, look}: Setting, text: string): number => (text ? fonts.width(text, look.type.chrome) : 0)
