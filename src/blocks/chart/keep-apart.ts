/** A label's box on the paper, in points. */
export interface LabelBox {
  left: number
  right: number
  top: number
  bottom: number
}

export type Point = readonly [number, number]

const AIR = 1.5

/** Whether two labels would touch. */
export const touches = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.right + AIR && b.left < a.right + AIR && a.top < b.bottom && b.top < a.bottom

/** Whether a line runs through a label. */
export function crosses({left, right, top, bottom}: LabelBox, [x1, y1]: Point, [x2, y2]: Point): boolean {
  let [from, to] = [0, 1]
  // Liang and Barsky: what is left of the segment inside the four edges.
  for (const [delta, room] of [[x1 - x2, x1 - left], [x2 - x1, right - x1], [y1 - y2, y1 - top], [y2 - y1, bottom - y1]] as const) {
    if (delta === 0) {
      if (room < 0) return false
    } else if (delta < 0) {
      from = Math.max(from, room / delta)
    } else {
      to = Math.min(to, room / delta)
    }
  }
  return from <= to
}

/** The labels in the order of their weight, without those that would touch one that is there already. */
export function keepApart<T extends {box: LabelBox}>(labels: readonly T[], taken: readonly LabelBox[] = []): T[] {
  const kept: T[] = []
  for (const label of labels) {
    if (![...taken, ...kept.map(({box}) => box)].some((box) => touches(box, label.box))) kept.push(label)
  }
  return kept
}

/** Heights for labels that want to stand at theirs and need a distance between them; the order stays. */
export function spreadOut(wanted: readonly number[], {gap, top, bottom}: {gap: number; top: number; bottom: number}): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  // Labels that touch become one group, which stands in the middle of what its members want.
  const groups: {members: number[]; start: number}[] = []
  for (const at of order) {
    groups.push({members: [at], start: clamp(wanted[at] ?? 0, 1)})
    for (let last = groups.at(-1), before = groups.at(-2); last && before && before.start + before.members.length * gap > last.start; last = groups.at(-1), before = groups.at(-2)) {
      const members = [...before.members, ...last.members]
      const mean = members.reduce((sum, member, index) => sum + (wanted[member] ?? 0) - index * gap, 0) / members.length
      groups.splice(-2, 2, {members, start: clamp(mean, members.length)})
    }
  }
  const heights = [...wanted]
  for (const {members, start} of groups) members.forEach((member, index) => (heights[member] = start + index * gap))
  return heights

  function clamp(start: number, members: number): number {
    return Math.max(top, Math.min(start, bottom - (members - 1) * gap))
  }
}

/** Every so-many-th of a row of labels, counted from the last, so that none touches the next. */
export function everyNth(widths: readonly number[], step: number): number[] {
  const widest = Math.max(0, ...widths) + 3
  const stride = Math.max(1, Math.ceil(widest / Math.max(step, 0.1)))
  return widths.map((_, at) => at).filter((at) => (widths.length - 1 - at) % stride === 0)
}
