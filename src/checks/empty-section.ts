import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {kindNamed} from '../kinds/index.js'

/** Where each heading of the second level opens a part, such as a question, something stands below it. */
export function checkSections({meta, body}: Edition): Diagnostic[] {
  const kind = kindNamed(meta.kind)
  if (!kind?.sections) return []
  return body.flatMap((piece, index) => {
    if (piece.type !== 'heading' || piece.depth !== 2) return []
    const below = body.slice(index + 1)
    const next = below.findIndex((other) => other.type === 'heading' && other.depth <= 2)
    const section = next < 0 ? below : below.slice(0, next)
    if (section.some((other) => other.type !== 'heading')) return []
    return [warning(`${kind.name}/empty-section`, piece.place, `Nothing stands under this ${kind.sections}`, 'Write its text below it, or delete the heading')]
  })
}
