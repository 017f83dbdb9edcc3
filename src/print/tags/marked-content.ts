import type {Sort} from '../stamp.js'
import {type Element, LAYOUT, type Target} from './structure.js'

/** Marks around what is painted on a page, that say whose it is: what has no owner is an artifact. */
export interface MarkedContent {
  /** Whose the next painted things are. Within a text, shapes are decoration: rules under words, grounds behind them. */
  enter(target: Target, kind: 'text' | 'graphic'): void
  leave(): void
  /** Whose the next words of the text are. */
  aim(target: Target): void
  /** The next words are the text's own. */
  aimAtText(): void
  /** What is being painted belongs to. */
  owner(): Target
  /** The operators before something is painted: none where its owner goes on. */
  mark(sort: Sort): string
  /** The operator that ends the mark which is open, if one is. */
  unmark(): string
}

/** `claim` numbers what an element is about to paint on its page. */
export function markContent(claim: (element: Element) => number): MarkedContent {
  let marked: Target | undefined
  let target: Target = LAYOUT
  let aimed: Target = LAYOUT
  let kind: 'text' | 'graphic' = 'graphic'

  const unmark = () => {
    const open = marked
    marked = undefined
    return open ? 'EMC\n' : ''
  }
  return {
    enter(next, nextKind) {
      target = next
      aimed = next
      kind = nextKind
    },
    leave() {
      target = LAYOUT
      aimed = LAYOUT
      kind = 'graphic'
    },
    aim(next) {
      if (target.type !== 'artifact') aimed = next
    },
    aimAtText() {
      if (kind === 'text') aimed = target
    },
    owner: () => target,
    mark(sort) {
      const next = sort === 'words' || kind === 'graphic' ? aimed : target.type === 'artifact' ? target : LAYOUT
      if (marked === next) return ''
      const begun = next.type === 'artifact' ? `/Artifact <</Type /${next.sort}>> BDC\n` : `/${next.role} <</MCID ${claim(next)}>> BDC\n`
      const ended = unmark()
      marked = next
      return `${ended}${begun}`
    },
    unmark,
  }
}
