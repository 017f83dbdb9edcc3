/** A node of Markdown or a tagged field of a block. */
export interface Tagged {
  type: string
}

const NOT_CONTENT = new Set(['position', 'place', 'data'])

/** Meets every node and every tagged field of a body or a value, in the order they are written. */
export function meetAll(value: unknown, meet: (found: Tagged) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) meetAll(item, meet)
    return
  }
  if (isTagged(value)) meet(value)
  // Most of what is met are texts and numbers: nothing is made of them, and nothing is called for them.
  for (const key of Object.keys(value)) {
    const child = (value as Record<string, unknown>)[key] // an object has its own keys
    if (typeof child === 'object' && child !== null && !NOT_CONTENT.has(key)) meetAll(child, meet)
  }
}

/** A body or a value without what is left out of it: what changes is copied, all else stays the same object. */
export function without<T>(value: T, isLeftOut: (found: Tagged) => boolean): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const kept = value.filter((item) => !(isTagged(item) && isLeftOut(item))).map((item) => without(item, isLeftOut))
    // What held nothing but what is left out goes with it: no bullet without words.
    const full = kept.filter((item) => !(hasNoChildren(item) && !value.includes(item)))
    const same = full.length === value.length && full.every((item, index) => item === value[index])
    return same ? value : (full as T) // an array of the same items
  }
  let changed = false
  const entries = Object.entries(value).map(([key, child]) => {
    const kept = NOT_CONTENT.has(key) ? child : without(child, isLeftOut)
    changed ||= kept !== child
    return [key, kept]
  })
  return changed ? Object.fromEntries(entries) : value
}

const isTagged = (value: unknown): value is Tagged =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const hasNoChildren = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'children' in value && Array.isArray(value.children) && value.children.length === 0
