import {blockNamed, type Part} from '../blocks/index.js'
import type {KindSpec} from '../kinds/index.js'
import {isHeading} from './headings.js'
import {meetAll} from './walk.js'

/** The parts a paper has: of its blocks, of its headings, and a source wherever one is cited. */
export function partsOf(body: unknown, kind: KindSpec, cites: boolean): Part[] {
  const parts = new Set<Part>(cites ? ['source'] : [])
  meetAll(body, (found) => {
    if (found.type === 'block' && 'name' in found) for (const part of blockNamed(String(found.name))?.parts ?? []) parts.add(part)
    if (!isHeading(found)) return
    if (found.data?.part) parts.add(found.data.part)
    if (found.depth === 2 && kind.sections) parts.add(kind.sections)
  })
  return [...parts].sort()
}
