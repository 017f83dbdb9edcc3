/**
 * The content stream of a page, with each painted thing between marks that say whose it is. Marks are set at the
 * operators that paint, so that nothing can be painted outside them; what has no owner is an artifact.
 */
import {makePageStream} from './page-stream.js'
import {type Element, LAYOUT, type Target} from './structure.js'

export interface MarkedContent {
  /** Takes what pdfkit writes: one operator with its operands. */
  take(data: string): void
  /** Whose the next painted things are. Within a text, shapes are decoration: rules under words, grounds behind them. */
  enter(target: Target, kind: 'text' | 'graphic'): void
  leave(): void
  /** Whose the next words of the text are. */
  aim(target: Target): void
  /** The next words are the text's own. */
  aimAtText(): void
  /** What is being painted belongs to. */
  owner(): Target
  endPage(): void
}

const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const PAINT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])

/** `write` adds to the page's stream; `claim` numbers what an element is about to paint there. */
export function markContent(write: (data: string) => void, claim: (element: Element) => number): MarkedContent {
  const stream = makePageStream(write)
  /** pdfkit sets colours between a path and its painting, where no operator may stand: the path waits. */
  let path: string[] = []
  let inText = false
  let marked: Target | undefined
  let target: Target = LAYOUT
  let aimed: Target = LAYOUT
  let kind: 'text' | 'graphic' = 'graphic'

  const unmark = () => {
    if (marked) write('EMC')
    marked = undefined
  }
  const mark = (next: Target) => {
    if (marked === next) return
    unmark()
    if (next.type === 'artifact') write(`/Artifact <</Type /${next.sort}>> BDC`)
    else write(`/${next.role} <</MCID ${claim(next)}>> BDC`)
    marked = next
  }
  const paint = (owner: Target, data: string) => {
    stream.settle()
    mark(owner)
    for (const step of path) write(step)
    path = []
    write(data)
  }

  return {
    take(data) {
      const operator = data.slice(data.lastIndexOf(' ') + 1)
      if (inText) {
        write(data)
        if (operator === 'ET') inText = false
      } else if (PATH.has(operator)) path.push(data)
      else if (PAINT.has(operator)) paint(kind === 'text' ? (target.type === 'artifact' ? target : LAYOUT) : aimed, data)
      else if (operator === 'BT' || operator === 'Do' || operator === 'sh') {
        paint(aimed, data)
        inText = operator === 'BT'
      } else if (operator === 'n') {
        for (const step of [...path, data]) stream.state(step)
        path = []
      } else stream.state(data)
    },
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
    endPage() {
      unmark()
      stream.endPage()
    },
  }
}
