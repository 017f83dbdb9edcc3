import layoutDocument from '@react-pdf/layout'
import type {DrawnNode, Found, Role, Setting} from '../drawing/index.js'
import type {Paper, Part} from '../pages/index.js'
import type {FontStore} from './fonts.js'
import {type LaidNode, unsqueezed} from './laid-out.js'
import {repair} from './repair.js'
import {type AskedTexts, giveTexts, openTextMemo, putText, setOnce, type TextMemo} from './set-texts.js'
import {type Asked, keysOf, type Lesson, leaveOut, openStripMemo, sizeOf, stripIn, type StripMemo} from './strips.js'
import {breaksAtStyle} from './style-breaks.js'
import {numberElements} from './tags/source-order.js'

/** A part to lay out, and its place in the order of the document. */
export interface Wanted {
  part: Part
  number: number
}

/** A part as it is laid out: a box around its elements, in points from its own corner. */
export interface Measured extends Wanted {
  box: LaidNode
}

export interface MeasureOptions {
  paper: Paper
  setting: Omit<Setting, 'Block' | 'found'>
  store: FontStore
  /** On which pages things stand, as far as that is known. */
  found: Pick<Found, 'pages' | 'inDocument' | 'total'>
  known?: KnownPieces | undefined
}

/** Strips and texts of parts that were laid out before, and what tells those apart that are drawn the same. */
export interface KnownPieces {
  strips: StripMemo
  texts: TextMemo
  scope: string
}

/** Of what nothing is known. */
const nothingKnown = (scope = ''): KnownPieces => ({strips: openStripMemo(), texts: openTextMemo(), scope})

/** A part whose texts are not yet as they must be set, and what was learnt of them. */
interface Waiting extends Wanted {
  rigid: number[]
  rags: Record<number, number>
}

/** Set again until its lines hold, a text comes to rest in two or three turns; what has not by now stays as it is. */
const MOST_TURNS = 8

/** Elements of a part: more than the longest table that is read has. */
const NUMBERS = 2 ** 24

/**
 * Lays parts out by themselves, on a page without an end. Texts whose lines do not hold once they have the font's own
 * spaces are set again, and with them their part. What is learnt of a part is its own: it never depends on what else is laid out.
 */
export async function measureParts(parts: readonly Wanted[], {known = nothingKnown(), ...options}: MeasureOptions): Promise<Measured[]> {
  const measured: Measured[] = []
  let waiting = parts.map((one): Waiting => ({...one, rigid: [], rags: {}}))
  for (let turn = 1; waiting.length > 0; turn++) {
    const laid = await layOutOnce(waiting, {...options, known})
    const again: Waiting[] = []
    for (const [at, one] of waiting.entries()) {
      const {box, lessons} = laid[at] ?? missing()
      if (learn(lessons, one) && turn < MOST_TURNS) {
        again.push(one)
        continue
      }
      measured.push({part: one.part, number: one.number, box})
    }
    waiting = again
  }
  return measured
}

/** A part as one layout gave it, and what is to be learnt of it. */
interface Laid {
  box: LaidNode
  lessons: Lesson[]
}

type Options = MeasureOptions & {known: KnownPieces}

/** Lays parts out, those once more as a whole in which something that was known did not fit. */
async function layOutOnce(parts: readonly Waiting[], options: Options): Promise<Laid[]> {
  const found = await layOutWith(options.known, parts, options)
  const unfit = parts.filter((_, at) => !found[at])
  const whole = unfit.length === 0 ? [] : await layOutWith(nothingKnown(options.known.scope), unfit, options)
  return found.map((one) => one ?? whole.shift() ?? missing())
}

async function layOutWith({strips, texts, scope}: KnownPieces, parts: readonly Waiting[], {paper, setting, store, found}: Options): Promise<(Laid | undefined)[]> {
  const {body} = setting.look.type
  const asked: {strips: Asked; texts: AskedTexts}[] = []
  const children = parts.map(({part, number, rigid, rags}) => {
    const drawn = paper.draw(part, {...setting, found: {...found, rigid, rags}})
    const keys = keysOf(drawn, scope, rags)
    numberElements(drawn, number * NUMBERS)
    asked.push({strips: leaveOut(drawn, keys, strips), texts: giveTexts(drawn, scope, texts)})
    return drawn
  })
  const {width, height} = paper.frame
  const style = {fontFamily: body.fontFamily, fontSize: body.fontSize, color: setting.look.colours.ink}
  // `wrap` off: what the page holds is as long as it is, and nothing is cut.
  const page: DrawnNode = {type: 'PAGE', box: {}, style, props: {wrap: false, size: [width, height]}, children}
  const lay = layoutDocument as unknown as (root: DrawnNode, store: FontStore) => Promise<LaidNode> // its types do not know our props
  const root = await lay({type: 'DOCUMENT', box: {}, style: {}, props: {}, children: [page]}, store)
  return parts.map(({rags}, at) => read(root.children?.[0]?.children?.[at] ?? missing(), {asked: asked[at] ?? missing(), rags, strips, texts}))
}

function missing(): never {
  throw new Error('A part was not laid out')
}

interface ReadOptions extends Pick<KnownPieces, 'strips' | 'texts'> {
  asked: {strips: Asked; texts: AskedTexts}
  rags: Readonly<Record<number, number>>
}

/** Reads what is to be learnt of a part and mends its texts, puts what was known into its place and remembers what is new. Nothing where something does not fit. */
function read(part: LaidNode, {asked, rags, strips, texts}: ReadOptions): Laid | undefined {
  let isUnfit = false
  const lessons = visit(part, part.props?.tag)
  return isUnfit ? undefined : {box: part, lessons}

  function visit(node: LaidNode, role: Role | undefined): Lesson[] {
    if (node.type === 'TEXT') {
      const {key, known} = asked.texts.get(node.props?.order ?? -1) ?? {}
      if (known) {
        if (!putText(node, known)) isUnfit = true
        return []
      }
      const asSet = key === undefined ? undefined : setOnce(node)
      const own = lessonsOf(node, rags)
      repair(node, {isCode: role?.role === 'Code'})
      const [line] = node.lines ?? []
      if (key !== undefined && asSet && line && own.length === 0) texts.put(key, {...asSet, line}, 1)
      return own
    }
    if (node.type === 'SVG' || !Array.isArray(node.children)) return []
    const lessons: Lesson[] = []
    for (const [at, child] of node.children.entries()) {
      const {key, strip} = asked.strips.get(child.props?.order ?? -1) ?? {}
      const known = strip && stripIn(child, strip)
      if (known) node.children[at] = known
      else if (strip) isUnfit = true
      const own = strip?.lessons ?? visit(child, child.props?.tag ?? role)
      if (key !== undefined && !strip) strips.put(key, {box: child, lessons: own}, sizeOf(child))
      lessons.push(...own)
    }
    return lessons
  }
}

/** What a text teaches; nothing where its lines hold. */
function lessonsOf(node: LaidNode, rags: Readonly<Record<number, number>>): Lesson[] {
  const offset = node.props?.place?.start?.offset
  if (!node.lines || offset === undefined) return []
  const isDivided = breaksAtStyle(node)
  const room = raggedRoom(node)
  return isDivided || room > (rags[offset] ?? 0) ? [{offset, isDivided, room}] : []
}

/** Notes which texts of a part must be set otherwise; whether there is one. */
function learn(lessons: readonly Lesson[], {rigid, rags}: Waiting): boolean {
  let learnt = false
  for (const {offset, isDivided, room} of lessons) {
    if (isDivided && !rigid.includes(offset)) {
      rigid.push(offset)
      learnt = true
    }
    if (room > (rags[offset] ?? 0)) {
      rags[offset] = room
      learnt = true
    }
  }
  return learnt
}

/** The room at its ragged side that a text wants once its lines have the font's own spaces; nought where it has it. */
function raggedRoom({box, lines = []}: LaidNode): number {
  const {width = 0, paddingLeft = 0, paddingRight = 0} = box ?? {}
  let wanted = 0
  for (const line of lines) {
    const align = line.runs[0]?.attributes.align
    if (align === 'justify') continue
    const place = width - (align === 'left' ? paddingLeft : align === 'right' ? paddingRight : 0)
    const set = unsqueezed(line)
    // No room helps a word that is wider than its place: with more and more of it, all before it would stand in narrower and narrower lines.
    if (set.word > place + 0.25) continue
    const over = set.width - place
    const room = align === 'left' ? paddingRight : align === 'right' ? paddingLeft : paddingLeft + paddingRight
    if (over > 0.25) wanted = Math.max(wanted, Math.round((room + over + 1) * 100) / 100)
  }
  return wanted
}
