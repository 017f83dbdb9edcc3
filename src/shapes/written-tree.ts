import {isMap, isScalar, isSeq, Scalar, type Pair, type ParsedNode} from 'yaml'
import {type Diagnostic, error} from '../diagnostic.js'
import {type Excerpt, excerptOfText, placeIn} from './excerpt.js'
import type {Slip} from './slip.js'
import type {Written, WrittenMap, WrittenText} from './written.js'

/** What was written, from the YAML reader's tree: aliases, anchors, types, doubled keys and keys without a value are told. */
export function writtenTree(root: ParsedNode | null, excerpt: Excerpt, room: string, slips: readonly Slip[]) {
  const diagnostics: Diagnostic[] = []
  const at = (start: number, end: number) => placeIn(excerpt, start, end)
  const lost = slips.filter((slip) => slip.lost).map(({mend}) => mend)
  const isTold = (start: number, end: number) => lost.some((range) => range.start <= end && start <= range.end)

  function written(node: ParsedNode): Written {
    const [start, end] = node.range
    const place = at(start, end)
    if (isMap(node)) return mapOf(node.items, start, end)
    if (isSeq(node)) return {type: 'list', items: node.items.map((item) => item ? written(item) : text('', place)), place}
    if (isScalar(node)) return textOf(node as Scalar.Parsed)
    diagnostics.push(error(`${room}/alias`, place, 'A value that repeats another is not taken here', 'Write it out'))
    return {...text('', place), told: true}
  }

  function mapOf(pairs: readonly Pair<ParsedNode, ParsedNode | null>[], start: number, end: number): WrittenMap {
    const map: WrittenMap = {type: 'map', entries: new Map(), lost: [], place: at(start, end)}
    for (const {key, value} of pairs) {
      const name = isScalar(key) ? String(key.value) : ''
      const [from, to] = key.range
      const place = at(from, to)
      const first = map.entries.get(name)
      if (name === '__proto__') {
        diagnostics.push(error(`${room}/unknown-key`, place, '`__proto__` is not a key here', 'Delete it'))
      } else if (first) {
        const twice = error(`${room}/duplicate-key`, place, `\`${name}\` is written twice`, 'Keep one of the two')
        diagnostics.push({...twice, related: [{message: 'It stands here first', place: first.key}]})
      } else if (!value || isEmpty(value)) {
        const told = isTold(from, value ? value.range[1] : to)
        if (!told) diagnostics.push(error(`${room}/no-value`, place, `\`${name}\` has no value`, `Write it after \`${name}:\`, or delete the line`))
        map.entries.set(name, {key: place, value: {...text('', place), told: true}})
      } else {
        map.entries.set(name, {key: place, value: written(value)})
      }
      if (value && isScalar(value)) map.lost.push(...keysWithin(value.range))
    }
    return map
  }

  /** Keys that went into a value because they stand too far in. */
  const keysWithin = ([start, end]: readonly number[]) =>
    slips.flatMap((slip) => (slip.key !== undefined && slip.start >= (start ?? 0) && slip.start < (end ?? 0) ? [slip.key] : []))

  function textOf(scalar: Scalar.Parsed): WrittenText {
    const [start, end] = scalar.range
    const value = String(scalar.value ?? '')
    const quoted = scalar.type === Scalar.QUOTE_DOUBLE || scalar.type === Scalar.QUOTE_SINGLE
    const block = scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL
    const from = quoted ? start + 1 : block ? excerpt.text.indexOf('\n', start) + 1 : start
    const back = excerptOfText(excerpt, from, quoted ? end - 1 : end, value)
    const place = at(start, end)
    if (scalar.anchor !== undefined) {
      diagnostics.push(error(`${room}/anchor`, place, 'A name for repetition, `&`, is not taken here', 'Delete it'))
    }
    // A block text ends with a line end that nobody typed as part of it.
    const typed = block ? value.replace(/\n+$/, '') : value
    return {type: 'text', text: typed, place, ...(back ? {excerpt: back} : {}), ...(isTold(start, end) ? {told: true as const} : {})}
  }

  const text = (value: string, place: WrittenText['place']): WrittenText => ({type: 'text', text: value, place})
  const value: Written = root ? written(root) : {type: 'map', entries: new Map(), lost: [], place: at(0, excerpt.text.length)}
  return {value, diagnostics}
}

const isEmpty = (node: ParsedNode): boolean =>
  isScalar(node) && node.type === Scalar.PLAIN && String(node.value ?? '') === ''
