import {type Diagnostic, inReadingOrder} from '../diagnostic.js'
import type {PaperReport} from '../press/index.js'

/** In whose papers a finding was made; nothing where it is of no row. */
export function inRows({rows}: Diagnostic): string | undefined {
  const [first, ...others] = rows ?? []
  if (first === undefined) return undefined
  return others.length === 0 ? `in the row \`${first}\`` : `in the row \`${first}\`, and in ${others.length} other ${others.length === 1 ? 'row' : 'rows'}`
}

/** Tells papers as they come; those of a template together, what is the same in many of them once. */
export function togetherByTemplate(tell: (diagnostics: readonly Diagnostic[]) => void): {take(paper: PaperReport): void; end(): void} {
  let briefing: string | undefined
  let held: Diagnostic[] = []
  const end = () => {
    tell(inReadingOrder(held))
    briefing = undefined
    held = []
  }
  return {
    take(paper) {
      if (paper.row === undefined || paper.briefing !== briefing) end()
      if (paper.row === undefined) return tell(paper.diagnostics)
      briefing = paper.briefing
      held.push(...paper.diagnostics)
    },
    end,
  }
}
