/**
 * The name that a word was meant to be: one slip of the hand away, two from eight letters on; capitals do not count.
 * Two neighbouring letters in the wrong order are one slip.
 */
export function closest(word: string, names: Iterable<string>): string | undefined {
  const typed = word.toLowerCase()
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const allowed = name.length >= 8 ? 2 : 1
    if (Math.abs(name.length - typed.length) > allowed) continue
    const slips = slipsBetween(typed, name.toLowerCase())
    if (slips <= allowed && slips < least) [best, least] = [name, slips]
  }
  return best
}

/** Letters to add, drop, change or swap with their neighbour to make one word of the other. */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, column) => column)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j] ?? 0, at(i - 2, j - 2) + 1)
      }
    }
  }
  return at(a.length, b.length)
}
