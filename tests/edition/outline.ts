import type {BlockPiece, Inline, Note, Piece} from '../../src/content.js'
import type {Edition} from '../../src/edition/index.js'

/** An edition's body and notes as text that reads well in a diff: one line a piece, marks for what is set otherwise. */
export function outline({body, notes}: Pick<Edition, 'body' | 'notes'>): string {
  return [...body.flatMap((piece) => pieceLines(piece)), ...notes.flatMap(noteLines)].join('\n')
}

const noteLines = ({number, children}: Note): string[] => under(`${number})`, children.flatMap((piece) => pieceLines(piece)))

function pieceLines(piece: Piece): string[] {
  switch (piece.type) {
    case 'heading':
      return [`${'#'.repeat(piece.depth)} ${words(piece.children)} {${piece.id}}`]
    case 'paragraph':
      return [`${piece.number === undefined ? '' : `(${piece.number}) `}${words(piece.children)}`]
    case 'list':
      return [
        `${piece.loose ? 'loose' : 'tight'} list`,
        ...piece.items.flatMap(({checked, children}, index) =>
          under(
            `${piece.ordered ? `${piece.start + index}.` : '-'}${checked === undefined ? '' : checked ? ' [x]' : ' [ ]'}`,
            children.flatMap((child) => pieceLines(child)),
          ),
        ),
      ]
    case 'quote':
      return under('>', piece.children.flatMap((child) => pieceLines(child)))
    case 'code':
      return [`code ${piece.language ?? '(no language)'}: ${JSON.stringify(piece.value)}`]
    case 'rule':
      return ['---']
    case 'block':
      return blockLines(piece)
  }
}

function blockLines({name, id, value}: BlockPiece): string[] {
  return [`[${name}]${id === undefined ? '' : ` {${id}}`}`, ...valueLines(value).map((line) => `  ${line}`)]
}

function valueLines(value: unknown, key = ''): string[] {
  const label = key === '' ? '' : `${key}: `
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [`${label}${String(value)}`]
  if (Array.isArray(value)) return value.flatMap((item, index) => valueLines(item, `${key}[${index}]`))
  // A test may look closer than the type of a block's value does.
  const field = value as {type?: string} & Record<string, never>
  switch (field.type) {
    case 'prose':
    case 'citation':
      return [`${label}${words(field.children ?? [])}`]
    case 'flow':
      return [`${label}flow`, ...((field.children ?? []) as Piece[]).flatMap((piece) => pieceLines(piece)).map((line) => `  ${line}`)]
    case 'source':
      return [`${label}source (${String(field.number)})`]
    case 'ordinal':
      return [`${label}no. ${String(field.number)}`]
    case 'country':
      return [`${label}${String(field.name)} ${String(field.iso2)} ${String(field.iso3)}`]
    case 'image':
      return [`${label}${pictureOf(field.picture)}`]
    case 'when':
    case 'figure':
    case 'id':
      return [`${label}${String(field.text)}`]
    default:
      return Object.entries(value).flatMap(([name, child]) => (name === 'place' || name === 'type' ? [] : valueLines(child, key === '' ? name : `${key}.${name}`)))
  }
}

const pictureOf = (picture: {format: string; width: number; height: number} | undefined): string =>
  picture ? `${picture.format} ${picture.width}×${picture.height}` : 'no picture'

/** Words with what is set otherwise: `_emphasis_`, `[words](where)`, `(1)` for a note; a no-break space shows as `~`. */
export function words(children: readonly Inline[]): string {
  return children
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.value.replaceAll('\u00A0', '~')
        case 'emphasis':
          return `_${words(inline.children)}_`
        case 'strong':
          return `*${words(inline.children)}*`
        case 'delete':
          return `-${words(inline.children)}-`
        case 'code':
          return `\`${inline.value}\``
        case 'break':
          return ' / '
        case 'link':
          return `[${words(inline.children)}](${inline.href})`
        case 'reference':
          return `[${words(inline.children)}](#${inline.id}${inline.page ? ', page' : ''})`
        case 'note':
          return `^${inline.number}`
        case 'image':
          return `![${inline.alt}](${pictureOf(inline.picture)})`
        case 'foreign':
          return `<${inline.language}>${words(inline.children)}</>`
      }
    })
    .join('')
}

const under = (mark: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [mark] : lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)} ${line}`)
