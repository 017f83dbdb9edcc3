/** What was made and asked for lately. What was not asked for while so much else was made is let go. */
export interface Recent<V> {
  get(key: string): V | undefined
  put(key: string, value: V, size: number): void
}

/** Holds at least so much of what was asked for last, and twice as much at the most. */
export function openRecent<V extends object>(most: number): Recent<V> {
  let [recent, older] = [new Map<string, [V, number]>(), new Map<string, [V, number]>()]
  let held = 0
  const put = (key: string, value: V, size: number) => {
    if (held > most) {
      older = recent
      recent = new Map()
      held = 0
    }
    recent.set(key, [value, size])
    held += size
  }
  return {
    get(key) {
      const known = recent.get(key)
      if (known) return known[0]
      const before = older.get(key)
      if (before) put(key, ...before)
      return before?.[0]
    },
    put,
  }
}
