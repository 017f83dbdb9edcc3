import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {type BlockPiece, type ComposedFlow, type ComposedProse, type Inline, type Note, type Piece, wordsOf} from '../content.js'
import {type Diagnostic, error, type Outcome} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'

/** The body of a letter, twice: in plain words, and as HTML that says the same. */
export interface Letter {
  text: string
  html: string
}

/** A note, as it is composed for its recipient, as the body of a letter. What has no form in a letter is told. */
export function letterOf({body, notes, meta}: Pick<Edition, 'body' | 'notes' | 'meta'>): Outcome<Letter> {
  const diagnostics: Diagnostic[] = []
  const blocks = body.flatMap((piece) => blockOf(piece, diagnostics))
  const sources = notes.map((note) => noteOf(note, diagnostics))
  if (diagnostics.length > 0) return {diagnostics}
  const all = sources.length > 0 ? [...blocks, {text: '--', html: h('hr')}, ...sources] : blocks
  const page = h('html', {lang: meta.language}, [
    h('head', [h('meta', {charSet: 'utf-8'})]),
    h('body', {style: 'font-family: sans-serif; font-size: 11pt; line-height: 1.4; max-width: 40em'}, all.map(({html}) => html)),
  ])
  return {
    value: {
      text: `${all.map(({text}) => text).join('\n\n')}\n`,
      html: `<!doctype html>\n${toHtml(page)}\n`,
    },
    diagnostics,
  }
}

/** The same thing in both forms. */
interface Twin {
  text: string
  html: Element
}

function blockOf(piece: Piece, found: Diagnostic[]): Twin[] {
  switch (piece.type) {
    case 'heading':
      return [{text: words(piece.children), html: h(piece.depth <= 2 ? 'h2' : 'h3', {style: 'font-size: 1em; margin: 1.4em 0 0.4em'}, tree(piece.children))}]
    case 'paragraph':
      return [{text: words(piece.children), html: h('p', tree(piece.children))}]
    case 'list':
      return [listOf(piece.items.map(({children}) => children.flatMap((child) => blockOf(child, found))), piece.ordered ? piece.start : undefined)]
    case 'quote': {
      const inner = piece.children.flatMap((child) => blockOf(child, found))
      return [{text: inner.map(({text}) => text).join('\n\n').replace(/^/gm, '> '), html: h('blockquote', inner.map(({html}) => html))}]
    }
    case 'code':
      return [{text: piece.value.replace(/^/gm, '    '), html: h('pre', h('code', piece.value))}]
    case 'rule':
      return [{text: '* * *', html: h('hr')}]
    case 'block':
      return blockPiece(piece, found)
  }
}

/** Quotations with a tag are prose; a chart or a table of records would need a page. */
function blockPiece(piece: BlockPiece, found: Diagnostic[]): Twin[] {
  const flows = (flow: ComposedFlow | undefined) => (flow?.children ?? []).flatMap((child) => blockOf(child, found))
  const value = piece.value as {type?: string; children?: Piece[]; before?: ComposedFlow; asks?: {to?: ComposedProse; ask: ComposedProse; more?: ComposedFlow}[]} // what the four below are composed to
  if (piece.name === 'ask') {
    const asks = (value.asks ?? []).map(({to, ask, more}) => {
      const lead = to ? `${words(to.children)}: ` : ''
      return [{text: lead + words(ask.children), html: h('p', [...(to ? [h('strong', [...tree(to.children), ':']), ' '] : []), ...tree(ask.children)])}, ...flows(more)]
    })
    return [...flows(value.before), ...(asks.length > 1 ? [listOf(asks, 1)] : asks.flat())]
  }
  const flow = piece.name === 'note' || piece.name === 'warning' || piece.name === 'position' ? flowIn(piece.value) : undefined
  if (flow) return flows(flow)
  found.push(error('mail/block', piece.place, `\`${piece.name}\` has no form in a letter`, 'Leave it to a paper of the pack, and say in the note where it stands'))
  return []
}

/** The prose of a quotation with a tag, wherever its block keeps it. */
function flowIn(value: unknown): ComposedFlow | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('type' in value && value.type === 'flow' && 'children' in value && Array.isArray(value.children)) return value as ComposedFlow // edition/ makes no other flow
  return Object.values(value).map(flowIn).find((flow) => flow !== undefined)
}

function listOf(items: readonly Twin[][], start: number | undefined): Twin {
  const text = items.map((blocks, at) => {
    const mark = start === undefined ? '- ' : `${start + at}. `
    return mark + blocks.map((one) => one.text).join('\n\n').replace(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`)
  })
  const entries = items.map((blocks) => h('li', blocks.map(({html}) => html)))
  return {text: text.join('\n'), html: start === undefined ? h('ul', entries) : h('ol', start === 1 ? {} : {start}, entries)}
}

function noteOf({number, children}: Note, found: Diagnostic[]): Twin {
  const inner = children.flatMap((child) => blockOf(child, found))
  return {text: `[${number}] ${inner.map(({text}) => text).join(' ')}`, html: h('div', {style: 'font-size: 0.85em'}, [`[${number}] `, ...inner.flatMap(({html}) => html.children)])}
}

/** Plain words: an address stands behind the words that lead to it, unless they are that address. */
const words = (children: readonly Inline[]): string =>
  wordsOf(children, (inline) => {
    switch (inline.type) {
      case 'break':
        return '\n'
      case 'note':
        return ` [${inline.number}]`
      case 'link': {
        const [inside, address] = [words(inline.children), inline.href].map((one) => one.replace(/^(?:mailto|tel):/i, ''))
        return address?.includes(inside ?? '') ? (inside ?? '') : `${inside} (${address})`
      }
    }
  })

const tree = (children: readonly Inline[]): ElementContent[] =>
  children.flatMap((inline): ElementContent[] => {
    switch (inline.type) {
      case 'text':
        return [{type: 'text', value: inline.value}]
      case 'code':
        return [h('code', inline.value)]
      case 'break':
        return [h('br')]
      case 'note':
        return [h('sup', `[${inline.number}]`)]
      case 'image':
        return [{type: 'text', value: inline.alt}]
      case 'emphasis':
        return [h('em', tree(inline.children))]
      case 'strong':
        return [h('strong', tree(inline.children))]
      case 'delete':
        return [h('s', tree(inline.children))]
      case 'link':
        return [h('a', {href: inline.href}, tree(inline.children))]
      case 'foreign':
        return [h('span', {lang: inline.language}, tree(inline.children))]
      // It leads into a paper, and a letter is none.
      case 'reference':
        return tree(inline.children)
    }
  })
