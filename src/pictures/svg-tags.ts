/** A whole tag; read with `lastIndex` set at each sign that opens one. */
const TAG = /<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
/** What is passed over, by how it begins and ends. */
const PASSED: [start: string, end: string][] = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?xml', '?>'], ['<!DOCTYPE', '>']]
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** One tag of a drawing. */
export interface SvgTag {
  closing: boolean
  name: string
  /** As typed, without what `style` says. */
  typed: ReadonlyMap<string, string>
  /** With what `style` says. */
  attributes: ReadonlyMap<string, string>
  empty: boolean
  /** Where it ends in the text. */
  end: number
}

/** The tags in order; nothing for what is none, and no more after it. */
export function* tagsIn(text: string): Generator<SvgTag | undefined> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const passed = PASSED.find(([start]) => text.startsWith(start, at))
    if (passed) {
      const end = text.indexOf(passed[1], at + passed[0].length)
      if (end < 0) return yield undefined
      at = end + passed[1].length
      continue
    }
    TAG.lastIndex = at
    const [tag, closing, name, written = '', empty] = TAG.exec(text) ?? []
    if (tag === undefined || name === undefined) return yield undefined
    at += tag.length
    const typed = attributesOf(written)
    yield {closing: closing === '/', name, typed, attributes: withStyle(typed), empty: empty === '/', end: at}
  }
}

const attributesOf = (written: string): Map<string, string> =>
  new Map([...written.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']))

/** What stands in `style` counts before the attribute of that name. */
function withStyle(typed: ReadonlyMap<string, string>): Map<string, string> {
  const attributes = new Map(typed)
  for (const declaration of (typed.get('style') ?? '').split(';')) {
    const [property = '', value] = declaration.split(/:(.*)/s)
    if (value !== undefined) attributes.set(property.trim(), value.trim())
  }
  return attributes
}
