import type {Heading} from 'mdast'
import {blocks, type Part} from '../blocks/index.js'
import {type Diagnostic, error} from '../diagnostic.js'
import {kinds} from '../kinds/index.js'
import {closest, type Written} from '../shapes/index.js'

/** Every part that a block is or a kind of paper expects. */
const parts = (): Part[] => [
  ...new Set([
    ...blocks.flatMap((block) => block.parts ?? []),
    ...kinds.flatMap(({expects, sections}) => [...expects.map(({part}) => part), ...(sections ? [sections] : [])]),
  ]),
].sort()

/** Says of a heading which part of the paper its section is. */
export function markSection(heading: Heading, said: Written): Diagnostic[] {
  const name = said.type === 'text' ? said.text : ''
  const part = parts().find((known) => known === name)
  if (part) {
    heading.data = {...heading.data, part}
    return []
  }
  const near = closest(name, parts())
  const hint = near ? `Did you mean \`${near}\`?` : `Parts are ${parts().map((known) => `\`${known}\``).join(', ')}`
  return [error('briefing/unknown-part', said.place, `\`${name}\` is no part of a paper`, hint)]
}
