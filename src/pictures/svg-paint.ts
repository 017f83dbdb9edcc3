import {tagsIn} from './svg-tags.js'

const PAINT = /^(?:fill|stroke|opacity|font|text|letter|color$|transform$|clip|style$)/

/**
 * A drawing whose first tag carries paint for all it holds, with that paint on a group within: the engine takes nothing but the
 * size from the first tag. Design programs write `fill="none"` there.
 */
export function carryPaint(svg: string): string {
  const first = tagsIn(svg).next().value
  const last = svg.lastIndexOf('</')
  if (!first || first.empty || last < first.end) return svg
  const paint = [...first.typed].filter(([key]) => PAINT.test(key)).map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`)
  if (paint.length === 0) return svg
  return `${svg.slice(0, first.end)}<g${paint.join('')}>${svg.slice(first.end, last)}</g>${svg.slice(last)}`
}
