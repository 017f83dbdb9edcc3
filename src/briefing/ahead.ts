import type {RootContent} from 'mdast'
import {error} from '../diagnostic.js'
import {placeAt, type Source} from '../source.js'
import type {Briefing} from './briefing.js'
import type {Comment} from './comments.js'
import type {Reading} from './reading.js'

/** What the file's comments say of the node that comes next. */
export interface Ahead {
  table?: Comment & {says: 'table'}
  section?: Comment & {says: 'section'}
  ignores: (Comment & {says: 'ignore'})[]
}

/** What a comment says is kept for the node that comes next. */
export function heed(comment: Comment, ahead: Ahead, reading: Reading): Ahead {
  if (comment.says === 'ignore') return {...ahead, ignores: [...ahead.ignores, comment]}
  if (comment.says === 'section') return {...ahead, section: comment}
  if (comment.says !== 'table') return ahead
  if (ahead.table) tellUnheeded({table: ahead.table, ignores: []}, undefined, reading)
  return {...ahead, table: comment}
}

/** A rule is ignored from the comment's end to the end of the block below it. */
export function cover(node: RootContent, {ignores}: Ahead, source: Source): Briefing['ignored'] {
  const end = node.position?.end.offset ?? 0
  return ignores.map(({rule, reason, place, at}) => ({rule, reason, at, place: placeAt(source, place.end?.offset ?? end, end)}))
}

/** Comments that speak of what does not follow. */
export function tellUnheeded({table, section, ignores}: Ahead, node: RootContent | undefined, {report}: Reading): void {
  if (table && node?.type !== 'table') {
    const message = `\`${table.spec.name}:\` speaks of the table below it, and none follows`
    report(error('briefing/comment-alone', table.place, message, 'Put the comment in the line right above the table'))
  }
  if (section && node?.type !== 'heading') {
    const message = '`section:` speaks of the heading below it, and none follows'
    report(error('briefing/comment-alone', section.place, message, 'Put the comment in the line above the heading'))
  }
  if (node) return
  for (const {place} of ignores) {
    const message = '`demarche-ignore:` speaks of the block below it, and none follows'
    report(error('briefing/comment-alone', place, message, 'Put the comment above the block, or delete it'))
  }
}
