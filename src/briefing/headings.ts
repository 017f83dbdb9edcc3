import type {Heading, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {type Diagnostic, warning} from '../diagnostic.js'
import type {Source} from '../source.js'
import {placeOf} from './reading.js'

/** The paper's title is its only heading of the first level: a body that uses it has all its levels shifted down by one. */
export function settleHeadings(body: Root, source: Source): Diagnostic[] {
  const headings: Heading[] = []
  visit(body, 'heading', (node) => {
    headings.push(node)
  })
  const jumps = findJumps(headings, source)
  const first = headings.find(({depth}) => depth === 1)
  if (!first) return jumps
  for (const heading of headings) heading.depth = below(heading.depth)
  const message = 'The title is the only heading of the first level: all headings of this paper print one level lower'
  return [warning('briefing/heading-level', placeOf(source, first), message, 'Begin with `##`, and write each heading below it with one `#` more'), ...jumps]
}

/** Levels are compared as typed, so that the author is told the signs to type. */
function findJumps(headings: readonly Heading[], source: Source): Diagnostic[] {
  let above = headings.some(({depth}) => depth === 1) ? 0 : 1
  return headings.flatMap((heading) => {
    const [expected, {depth}] = [above + 1, heading]
    above = depth
    if (depth <= expected) return []
    const message = `This heading is of level ${depth}, and one of level ${expected} is missing above it`
    return [warning('briefing/heading-jump', placeOf(source, heading), message, `Begin it with \`${'#'.repeat(expected)}\``)]
  })
}

const below = (depth: Heading['depth']): Heading['depth'] => (depth === 6 ? 6 : ((depth + 1) as Heading['depth'])) // one of 2 to 6
