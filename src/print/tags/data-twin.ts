import type {Role} from '../../drawing/index.js'
import type {FontFace, LaidNode} from '../laid-out.js'
import {type Element, element, place} from './structure.js'

/** A cell of a drawing's data, and where in the drawing's box its words stand, unseen. */
export interface TwinCell {
  cell: Element
  words: string
  face: FontFace
  x: number
  y: number
  size: number
}

/** Small enough that no drawing is too low for its rows. */
const LARGEST = 5

/** The face of a drawing's own labels: it has the signs that its data is written in. */
export function faceOfLabels(node: LaidNode): FontFace | undefined {
  for (const line of node.lines ?? []) {
    for (const run of line.runs) if (run.attributes.font?.[0]) return run.attributes.font[0]
  }
  for (const child of Array.isArray(node.children) ? node.children : []) {
    const face = faceOfLabels(child)
    if (face) return face
  }
  return undefined
}

/** The table behind a drawing, for who reads it aloud: it follows the drawing and is painted unseen upon it. */
export function dataTwin(node: LaidNode, data: NonNullable<Role['data']>, figure: Element): TwinCell[] {
  const face = faceOfLabels(node)
  const {top = 0, left = 0, width = 0, height = 0} = node.box ?? {}
  if (!face || data.rows.length === 0) return []
  const step = height / (data.rows.length + 1)
  const size = Math.min(LARGEST, step)
  const order = figure.order + 0.5 // after the drawing, before what was written next
  const table = element({role: 'Table'}, order, figure.above)
  const head = element({role: 'THead'}, order, table)
  const body = element({role: 'TBody'}, order, table)
  return [data.head, ...data.rows].flatMap((words, row) => {
    const line = element({role: 'TR'}, order, row === 0 ? head : body)
    return words.map((text, column) => {
      const role: Role = row === 0 ? {role: 'TH', scope: 'Column'} : column === 0 ? {role: 'TH', scope: 'Row'} : {role: 'TD'}
      const cell = element(role, order, line)
      place(cell)
      return {cell, words: text, face, size, x: left + (width * column) / words.length, y: top + step * row + size}
    })
  })
}
