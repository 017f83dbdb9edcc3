/** A column as its words want it, in points. */
export interface ColumnWish {
  /** Of its longest word: no column is narrower. */
  least: number
  /** Of its longest text in one line. */
  natural: number
  /** Set to the right: figures. */
  right: boolean
}

const GAP = 10.5
/** Between figures at the right of their column and words at the left of the next. */
const WIDE_GAP = 24.5
/** Where a table would not fit otherwise. */
const TIGHT = {gap: 7, wide: 14}

/** Space before each column; none before the first. */
export function gapsOf(columns: readonly Pick<ColumnWish, 'right'>[], tight = false): number[] {
  const [gap, wide] = tight ? [TIGHT.gap, TIGHT.wide] : [GAP, WIDE_GAP]
  return columns.map(({right}, at) => (at === 0 ? 0 : columns[at - 1]?.right && !right ? wide : gap))
}

/**
 * Widths of columns that share a room. In the author's proportions where there are some; else all texts stand in one line
 * where they can, figures get columns of one width, and what is left is shared alike; where they cannot, short columns keep
 * their line and the long ones share the rest. None is narrower than its longest word, so that the sum may be wider than the room.
 */
export function shareOut(columns: readonly ColumnWish[], room: number, shares?: readonly number[]): number[] {
  if (shares) return inProportion(columns, room, shares)
  const natural = sum(columns.map((column) => column.natural))
  if (natural > room) return withLongOnes(columns, room)
  const figures = Math.max(0, ...columns.map(({right, natural}) => (right ? natural : 0)))
  const even = columns.map((column) => (column.right ? figures : column.natural))
  const wish = sum(even) <= room ? even : columns.map((column) => column.natural)
  const spare = (room - sum(wish)) / columns.length
  return wish.map((width) => width + spare)
}

/** Proportions as written; a column whose longest word needs more takes it from the others. */
function inProportion(columns: readonly ColumnWish[], room: number, shares: readonly number[]): number[] {
  const fixed = new Map<number, number>()
  for (;;) {
    const free = room - sum([...fixed.values()])
    const open = sum(columns.map((_, at) => (fixed.has(at) ? 0 : (shares[at] ?? 1))))
    const widths = columns.map((_, at) => fixed.get(at) ?? (free * (shares[at] ?? 1)) / open)
    const short = columns.findIndex(({least}, at) => !fixed.has(at) && least > (widths[at] ?? 0))
    if (short < 0) return widths
    fixed.set(short, columns[short]?.least ?? 0)
  }
}

/**
 * Columns that take no more than their fair part keep their line, as long as the longest words of the others have room beside it;
 * the others share what is left by what they have to say.
 */
function withLongOnes(columns: readonly ColumnWish[], room: number): number[] {
  const fixed = new Map<number, number>()
  for (;;) {
    const open = columns.flatMap((column, at) => (fixed.has(at) ? [] : [{...column, at}]))
    const free = room - sum([...fixed.values()])
    if (open.length === 0) return columns.map((column, at) => fixed.get(at) ?? column.least)
    const fair = free / open.length
    const words = sum(open.map(({least}) => least))
    const short = open.find(({least, natural}) => natural <= fair && words - least + natural <= free)
    if (short) {
      fixed.set(short.at, short.natural)
      continue
    }
    const wanted = sum(open.map(({natural}) => natural))
    const squeezed = open.filter(({least, natural}) => least >= (free * natural) / wanted)
    if (squeezed.length === 0) {
      for (const {at, natural} of open) fixed.set(at, (free * natural) / wanted)
      continue
    }
    for (const {at, least} of squeezed) fixed.set(at, least)
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
