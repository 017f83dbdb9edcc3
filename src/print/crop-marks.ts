/** A page that will be cut: its own size, and how far beyond its edge is printed, in points. */
export interface Cut {
  width: number
  height: number
  bleed: number
}

/** The length of a mark, and how far from the edge that is cut it stays at least, so that none of it is seen later. */
const LENGTH = 14
const GAP = 6

/**
 * The boxes of a page: what it is once it is cut, what is printed, and the sheet around them with room for the marks. The page
 * keeps its place at 0, 0, and the sheet begins below it: so no link and no destination moves.
 */
export function boxesFor({width, height, bleed}: Cut): Record<'MediaBox' | 'BleedBox' | 'TrimBox', number[]> {
  const around = (by: number) => [-by, -by, width + by, height + by].map(fine)
  return {MediaBox: around(Math.max(bleed, GAP) + LENGTH + 4), BleedBox: around(bleed), TrimBox: around(0)}
}

/** Two lines at each corner, at which the page is cut; they say nothing to a reader. */
export function cropMarks({width, height, bleed}: Cut): string {
  const near = Math.max(bleed, GAP)
  const far = near + LENGTH
  const lines = [0, width].flatMap((x) => [`${fine(x)} ${fine(-far)} m ${fine(x)} ${fine(-near)} l`, `${fine(x)} ${fine(height + near)} m ${fine(x)} ${fine(height + far)} l`])
  const across = [0, height].flatMap((y) => [`${fine(-far)} ${fine(y)} m ${fine(-near)} ${fine(y)} l`, `${fine(width + near)} ${fine(y)} m ${fine(width + far)} ${fine(y)} l`])
  return ['/Artifact <</Type /Layout>> BDC', 'q', '0 G', '0.25 w', ...lines, ...across, 'S', 'Q', 'EMC'].join('\n')
}

const fine = (points: number): number => Math.round(points * 100) / 100
