import {type Changes, changesBetween} from './changes.js'
import type {Snapshot} from './snapshot.js'

/** A note in Markdown of what a paper says that its issue did not say: facts with what they were, then what was added and what was taken out. */
export function changesNote(before: Snapshot, now: Snapshot, {since, date}: {since: string; date: string}): string {
  const changes = changesBetween(before, now)
  const sections = [facts(changes), list('Added', changes.added), list('No longer said', changes.removed)].filter((section) => section !== '')
  return [`# What changed since ${since}`, `Issued on ${date}.`, ...(sections.length > 0 ? sections : ['Nothing that is said has changed.'])].join('\n\n').concat('\n')
}

function facts({facts: changed}: Changes): string {
  if (changed.length === 0) return ''
  const rows = changed.map(({id, before, now}) => `| \`${id}\` | ${inCell(before)} | ${inCell(now)} |`)
  return ['## Facts', '', '| fact | before | now |', '| ---- | ------ | --- |', ...rows].join('\n')
}

const inCell = (words: string | undefined): string => (words === undefined ? '–' : words.replaceAll('|', '\\|'))

const list = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : [`## ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n'))
