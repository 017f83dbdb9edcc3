import {isArtifact, type LaidNode, lineOrigin, nodesOf, placeOf, roleOf} from './laid-out.js'
import type {Page, TraceLine} from './print.js'

const round = (points: number) => Math.round(points * 100) / 100

/** What stands on each page, read off the finished layout: what was said, where, and how large. */
export function trace(root: LaidNode): Page[] {
  return (root.children ?? []).map((page, index) => {
    const lines: TraceLine[] = []
    const notes: number[] = []
    for (const placed of nodesOf(page)) {
      const note = /\.note-(\d+)$/.exec(placed.node.props?.id ?? '')?.[1]
      if (note !== undefined) notes.push(Number(note))
      for (const line of placed.node.lines ?? []) {
        const at = lineOrigin(placed, line)
        const place = placeOf(placed)
        lines.push({
          text: line.string.replaceAll('\ufffc', '').trimEnd(),
          x: round(at.x),
          y: round(at.baseline),
          width: round(line.xAdvance),
          size: line.runs[0]?.attributes.fontSize ?? 0,
          role: isArtifact(placed) ? 'Artifact' : (roleOf(placed)?.role ?? 'P'),
          ...(place ? {place} : {}),
        })
      }
      lines.push(...labelsOf(placed.node, placed.x, placed.y))
    }
    const {width = 0, height = 0} = page.box ?? {}
    return {number: index + 1, edition: page.props.edition ?? '', width, height, lines, notes}
  })
}

/** Labels inside a drawing: they have coordinates of the drawing's own. */
function labelsOf(node: LaidNode, x: number, y: number): TraceLine[] {
  if (node.type !== 'SVG') return []
  const found: TraceLine[] = []
  const visit = (shape: LaidNode) => {
    for (const line of shape.lines ?? []) {
      found.push({
        text: line.string.trimEnd(),
        x: round(x + (line.box?.x ?? 0)),
        y: round(y + (line.box?.y ?? 0)),
        width: round(line.xAdvance),
        size: line.runs[0]?.attributes.fontSize ?? 0,
        role: 'Figure',
      })
    }
    for (const child of Array.isArray(shape.children) ? shape.children : []) visit(child)
  }
  visit(node)
  return found
}
