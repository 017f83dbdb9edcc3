import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Grid, SeriesField} from '../shapes/fields.js'

/** Each column of numbers is one fact over the years. */
export function checkSeries({ids}: SeriesField, {columns}: Grid, room: 'chart' | 'table', place: Place): Diagnostic[] {
  if (ids.length === columns.length - 1) return []
  const message = `\`data\` names ${counted(ids.length, 'fact')} and the table has ${counted(columns.length - 1, 'column')} of numbers`
  return [error(`${room}/data`, place, message, 'Name one fact for each column after the first: `data: [killed, injured]`')]
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
