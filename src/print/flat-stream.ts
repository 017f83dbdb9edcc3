/**
 * A content stream, written flat. React-PDF saves and restores the state around every box, deeper than the
 * 28 levels that PDF/A allows (ISO 19005-2, 6.1.13) and mostly for boxes that paint nothing. Here the state is kept until
 * something is painted, and then stands in one pair of `q` and `Q`.
 */
import {type Matrix, product, written} from './transformation.js'

export interface FlatStream {
  /** An operator with its operands that changes the state, `q` and `Q` among them. */
  state(data: string): void
  /** Writes the state that holds now: what is written next is painted in it. */
  settle(): void
  /** Closes what is open. */
  end(): void
}

export function makeFlatStream(write: (data: string) => void): FlatStream {
  /** Operators since the beginning, by the levels of `q` that are open in the drawing. */
  const levels: string[][] = [[]]
  /** Those that stand in the stream, after its `q`. */
  let written: string[] | undefined

  return {
    state(data) {
      if (data === 'q') levels.push([])
      else if (data === 'Q') levels.pop()
      else levels.at(-1)?.push(data)
    },
    settle() {
      const now = levels.flat()
      const known = written
      if (known && known.length <= now.length && known.every((data, at) => data === now[at])) {
        for (const data of joined(now.slice(known.length))) write(data)
      } else {
        if (known) write('Q')
        write('q')
        for (const data of joined(now)) write(data)
      }
      written = now
    },
    end() {
      if (written) write('Q')
    },
  }
}

/** Transformations that follow each other become one. */
function joined(operators: readonly string[]): readonly string[] {
  if (!operators.some((data) => data.endsWith(' cm'))) return operators
  const found: string[] = []
  let matrix: Matrix | undefined
  for (const data of operators) {
    if (data.endsWith(' cm')) {
      const next = data.split(' ').slice(0, 6).map(Number) as unknown as Matrix // six numbers stand before `cm`
      matrix = matrix ? product(next, matrix) : next
      continue
    }
    if (matrix) found.push(written(matrix))
    matrix = undefined
    found.push(data)
  }
  if (matrix) found.push(written(matrix))
  return found
}
