import type {Inline} from '../content.js'
import type {Language} from '../language/index.js'
import {wordsOf} from '../content.js'

/**
 * Puts the calls that facts made where a printer would: behind a comma or full stop in languages that have it so, and once
 * in a sentence for one note.
 */
export function placeCalls(inlines: readonly Inline[], calls: WeakSet<Inline>, language: Language): Inline[] {
  if (!inlines.some((inline) => calls.has(inline))) return [...inlines]
  return behindStops(once(inlines, calls), calls, language)
}

/** Of calls of one note in one sentence the last stays. */
function once(inlines: readonly Inline[], calls: WeakSet<Inline>): Inline[] {
  return inlines.filter((inline, at) => {
    if (inline.type !== 'note' || !calls.has(inline)) return true
    for (const later of inlines.slice(at + 1)) {
      if (later.type === 'note') {
        if (later.number === inline.number) return false
        if (!calls.has(later)) return true
      } else if (later.type === 'break' || /[.!?](?:\s|$)/.test(wordsOf([later]))) return true
    }
    return true
  })
}

function behindStops(inlines: readonly Inline[], calls: WeakSet<Inline>, {notesAfterPunctuation}: Language): Inline[] {
  if (!notesAfterPunctuation) return [...inlines]
  const placed: Inline[] = []
  for (const inline of inlines) {
    const stop = inline.type === 'text' ? /^["'”’]*[.,;:!?]+["'”’]*/.exec(inline.value)?.[0] : undefined
    const first = placed.findLastIndex((one) => !calls.has(one)) + 1
    if (stop === undefined || inline.type !== 'text' || first === placed.length) {
      placed.push(inline)
      continue
    }
    placed.splice(first, 0, {...inline, value: stop})
    if (inline.value.length > stop.length) placed.push({...inline, value: inline.value.slice(stop.length)})
  }
  return placed
}
