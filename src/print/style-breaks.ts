import type {LaidNode} from './laid-out.js'

/**
 * Whether a line of a text ends, with a hyphen that nobody wrote, where only the style changes: between a word and its
 * note, between an italic and its comma. React-PDF takes each change of style for a place to divide a word.
 */
export function breaksAtStyle(node: LaidNode): boolean {
  const pieces = piecesOf(node)
  const lines = node.lines ?? []
  if (pieces.length < 2 || lines.length < 2) return false
  const text = pieces.join('')
  const joints = new Set<number>()
  let end = 0
  for (const piece of pieces) joints.add((end += piece.length))
  // A text that runs over pages begins here in its middle.
  let at = Math.max(0, text.indexOf(lines[0]?.string.replace(/-$/, '') ?? ''))
  for (const line of lines) {
    if (text[at] === '\n') at += 1
    if (text.startsWith(line.string, at)) {
      at += line.string.length
    } else if (line.string.endsWith('-') && text.startsWith(line.string.slice(0, -1), at)) {
      at += line.string.length - 1
      if (joints.has(at) && /[\S\u00a0]/.test(text[at] ?? ' ')) return true
    } else {
      return false
    }
  }
  return false
}

const piecesOf = (node: LaidNode & {value?: unknown}): string[] =>
  typeof node.value === 'string' ? [node.value.replaceAll('\u00ad', '')] : (node.children ?? []).flatMap(piecesOf)
