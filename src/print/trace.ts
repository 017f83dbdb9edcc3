import {inkWidth, isArtifact, type LaidLine, type LaidNode, lineOrigin, nodesOf, type Placed, placeOf, roleOf} from './laid-out.js'
import type {Page, TraceFigure, TraceLine} from './print.js'
import {runOf} from './tags/runs.js'

const round = (points: number) => Math.round(points * 100) / 100

/** What stands on each page, read off the finished layout: what was said, where, and how large. */
export function trace(root: LaidNode): Page[] {
  return (root.children ?? []).map((page, index) => {
    const lines: TraceLine[] = []
    const figures: TraceFigure[] = []
    const notes: number[] = []
    for (const placed of nodesOf(page)) {
      const note = /\.note-(\d+)$/.exec(placed.node.props?.id ?? '')?.[1]
      if (note !== undefined) notes.push(Number(note))
      figures.push(...figuresOf(placed))
      for (const line of placed.node.lines ?? []) {
        const at = lineOrigin(placed, line)
        const place = placeOf(placed)
        lines.push({
          text: line.string.replaceAll('\ufffc', '').trimEnd(),
          x: round(at.x),
          y: round(at.baseline),
          width: round(inkWidth(line)),
          size: line.runs[0]?.attributes.fontSize ?? 0,
          role: isArtifact(placed) ? 'Artifact' : (roleOf(placed)?.role ?? 'P'),
          ...(place ? {place} : {}),
        })
        figures.push(...picturesIn(line, placed))
      }
      lines.push(...labelsOf(placed.node, placed.x, placed.y))
    }
    const {width = 0, height = 0} = page.box ?? {}
    return {number: index + 1, edition: page.props.edition ?? '', width, height, lines, figures, notes}
  })
}

function figuresOf(placed: Placed): TraceFigure[] {
  const {node, x, y} = placed
  const {tag} = node.props ?? {}
  if (tag?.role !== 'Figure') return []
  const place = placeOf(placed)
  const {width = 0, height = 0} = node.box ?? {}
  return [{alt: tag.alt ?? '', x: round(x), y: round(y), width: round(width), height: round(height), ...(place ? {place} : {})}]
}

/** Pictures that stand in a line as letters do. */
function picturesIn(line: LaidLine, placed: Placed): TraceFigure[] {
  const {x, baseline} = lineOrigin(placed, line)
  const place = placeOf(placed)
  const found: TraceFigure[] = []
  let before = 0
  for (const {attributes, xAdvance} of line.runs) {
    const {attachment} = attributes
    if (attachment) {
      const alt = runOf(attributes.link)?.role?.alt ?? ''
      found.push({alt, x: round(x + before), y: round(baseline), width: attachment.width, height: attachment.height, ...(place ? {place} : {})})
    }
    before += xAdvance
  }
  return found
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
