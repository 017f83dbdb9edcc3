import {type Diagnostic, error} from '../diagnostic.js'
import type {Grid} from '../shapes/fields.js'
import {isFilledByFact, readCell, withoutMarks} from './cell-number.js'

/** Every cell after the first column is a number, blank or a dash; each that is not is told at its place. */
export function checkNumbers({rows}: Grid, room: string): Diagnostic[] {
  return rows.flatMap(([, ...cells]) =>
    cells
      .filter(({text}) => readCell(text).says === 'words' && !isFilledByFact(text))
      .map(({text, place}) => {
        const words = withoutMarks(text).trim()
        return error(`${room}/not-a-number`, place, `Expected a number, a blank cell or \`–\`, found \`${words.slice(0, 60)}\``, deedFor(words, room))
      }),
  )
}

function deedFor(words: string, room: string): string {
  const [number, unit = ''] = [/^[\d.,\s]*\d/.exec(words)?.[0], /^[\d.,\s]*\d\s*(\D.*)$/.exec(words)?.[1]]
  if (/^\d+,\d+$/.test(words)) return `Decimals follow a point: \`${words.replace(',', '.')}\``
  if (number !== undefined && unit !== '') {
    const where = room === 'chart' ? `\`unit: "${unit}"\` in the comment above` : 'the unit in the head of the column'
    return `Write \`${number}\`, and ${where}`
  }
  return 'Where there is no figure, leave the cell blank'
}
