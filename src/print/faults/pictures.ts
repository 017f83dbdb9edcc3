import {type Diagnostic, error} from '../../diagnostic.js'
import type {LaidNode} from '../laid-out.js'
import type {Seen} from './at.js'

/** Dots to the inch below which the eye sees them, at the distance a page is read from. */
const LEAST = 200

/** Pictures that did not load, and photographs with too few pixels for the size they are printed at. Each is told once. */
export function pictureFaults({placed: {node}, at}: Seen, told: Set<string>): Diagnostic[] {
  if (node.type === 'TEXT') return inlinePictures(node).flatMap((picture) => faults(picture, sizeOf(picture.style)))
  return node.type === 'IMAGE' ? faults(node, sizeOf(node.box)) : []

  function faults({props, image}: LaidNode, {width, height}: Size): Diagnostic[] {
    const place = props.place ?? at.place
    const pixels = image as (Size & {format?: string}) | undefined // as the engine decoded it
    if (!pixels) return [error('print/lost-picture', place, `This picture would leave a gap on page ${at.page}.`, 'Export it again as PNG.')]
    // Sides that are turned, or rounded, change nothing of an area.
    const found = 72 * Math.sqrt((pixels.width * pixels.height) / (width * height))
    const key = `${place.path}:${place.start?.offset}`
    if (pixels.format === 'svg' || found >= LEAST - 0.5 || told.has(key)) return []
    told.add(key)
    const more = LEAST / found
    const want = `${Math.ceil(pixels.width * more)} × ${Math.ceil(pixels.height * more)}`
    const message = `This picture has ${Math.floor(found)} dots to the inch at its printed size, ${centimetres(width)} × ${centimetres(height)} cm: expected at least ${LEAST}, and it is ${pixels.width} × ${pixels.height} pixels.`
    const isLogo = place.path.endsWith('.yml')
    const hint = `Save it with ${want} pixels or more${isLogo ? ', or as SVG' : node.type === 'IMAGE' ? ', or print it smaller with `width`' : ''}.`
    return [error('print/coarse-picture', place, message, hint)]
  }
}

interface Size {
  width: number
  height: number
}

const sizeOf = (of: {width?: unknown; height?: unknown} | undefined): Size => ({width: Number(of?.width ?? 0), height: Number(of?.height ?? 0)})

const centimetres = (points: number): string => ((points / 72) * 2.54).toFixed(1)

/** Pictures that stand in a line as letters do. */
function inlinePictures(node: LaidNode): LaidNode[] {
  const children = Array.isArray(node.children) ? node.children : []
  return children.flatMap((child) => (child.type === 'IMAGE' ? [child] : inlinePictures(child)))
}
