/** The warnings there are, by their rules: what a project may choose the severity of, and a comment may switch off. */
import {kinds} from '../kinds/index.js'
import {closest} from '../shapes/index.js'

/** Told of every paper that has them, whatever else is looked at; `<kind>` stands for each kind of paper. */
const OF_THE_PAPER = [
  '<kind>/empty-section',
  '<kind>/first-person',
  '<kind>/missing-part',
  '<kind>/over-time',
  'brand/contrast',
  'brand/font-face',
  'briefing/duplicate-link',
  'briefing/extra-cell',
  'briefing/fence-end',
  'briefing/foreign-link',
  'briefing/heading-jump',
  'briefing/heading-level',
  'briefing/html',
  'briefing/no-alt',
  'briefing/public-after-internal',
  'briefing/turned-text',
  'briefing/uncalled-note',
  'checks/acronym',
  'checks/chart-and-prose',
  'checks/decimal-sign',
  'checks/link-words',
  'checks/parts-do-not-sum',
  'checks/relative-time',
  'checks/state-name',
  'checks/stray-marks',
  'checks/table-head',
  'checks/treaty-names',
  'checks/unknown-rule',
  'checks/unsourced-figure',
  'checks/unused-ignore',
  'edition/dead-link',
  'edition/link-without-words',
  'facts/as-of-differs',
  'facts/no-caveat',
  'facts/no-words',
  'facts/share-without-base',
  'note-verbale/no-article',
  'sources/no-access-date',
  'sources/no-excerpt',
  'sources/not-cited',
  'sources/not-listed',
]

/** Told by the day, by the finished pages, or by the other papers of a run. */
const BY_MORE = [
  '<kind>/over-budget',
  'checks/deadline-passed',
  'checks/review-due',
  'checks/short-last-page',
  'facts/contradiction',
  'facts/disputed-since',
  'facts/review-due',
  'facts/stale',
  'facts/superseded',
  'release/clearance-void',
  'release/no-clearance',
  'rows/no-sample',
  'rows/unknown-value',
  'rows/unused',
]

const forEachKind = (rules: readonly string[]): string[] =>
  rules.flatMap((rule) => (rule.startsWith('<kind>/') ? kinds.map(({name}) => rule.replace('<kind>', name)) : [rule]))

const BY_MORE_OF_ALL = new Set(forEachKind(BY_MORE))

/** Every rule that is told as a warning. */
export const WARNINGS: readonly string[] = [...forEachKind(OF_THE_PAPER), ...BY_MORE_OF_ALL].sort()

const known = new Set(WARNINGS)

/** Whether a paper alone does not decide what this rule tells. */
export const isToldByMore = (rule: string): boolean => BY_MORE_OF_ALL.has(rule)

/** What is wrong with the name of a rule whose severity somebody wants to choose; nothing where there is such a warning. */
export function unknownRule(rule: string): {message: string; hint: string} | undefined {
  if (known.has(rule)) return undefined
  const near = closest(rule, WARNINGS) ?? WARNINGS.find((one) => one.split('/')[1] === rule)
  return {
    message: `\`${rule}\` is not the rule of a warning: errors cannot be switched off`,
    hint: near ? `Did you mean \`${near}\`?` : 'Write the rule as it stands in brackets after `warning`',
  }
}
