import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, type Place, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {isToldByMore, unknownRule} from './rules.js'

/** Diagnostics without the warnings that an author switched off for the block they stand in; errors cannot be. */
export function withoutIgnored(diagnostics: readonly Diagnostic[], briefing: Briefing): Diagnostic[] {
  return diagnostics.filter((one) => !briefing.ignored.some((comment) => silences(comment, one, briefing.source.path)))
}

/** Comments that switch off what does not exist, or what does not happen: the reason they give is wrong, or no longer right. */
export function checkIgnores({ignored, source, row}: Briefing, {leftOut}: Edition, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return ignored.flatMap((comment) => {
    const {rule, place, at, used} = comment
    const unknown = unknownRule(rule)
    if (unknown) return [warning('checks/unknown-rule', at, unknown.message, unknown.hint)]
    const isLeftOut = leftOut.some((passage) => overlap(passage.place, place))
    // What is silent for one row of a template may be told for another.
    if (used || row !== undefined || isToldByMore(rule) || isLeftOut || diagnostics.some((one) => silences(comment, one, source.path))) return []
    return [warning('checks/unused-ignore', at, `There is no \`${rule}\` in the block below: this comment switches off nothing`, 'Delete the comment')]
  })
}

const silences = ({rule, place}: Briefing['ignored'][number], one: Diagnostic, path: string): boolean =>
  one.severity !== 'error' && one.rule === rule && one.place.path === path && one.place.start !== undefined && holds(place, one.place.start.offset)

const holds = ({start, end}: Place, offset: number): boolean => start !== undefined && offset >= start.offset && offset <= (end ?? start).offset

const overlap = (a: Place, b: Place): boolean =>
  a.start !== undefined && b.start !== undefined && a.start.offset <= (b.end ?? b.start).offset && b.start.offset <= (a.end ?? a.start).offset

/** Whether an author switched a rule off where something stands. */
export const isIgnored = (rule: string, at: Place, {ignored, source}: Briefing): boolean =>
  ignored.some((one) => one.rule === rule && at.path === source.path && at.start !== undefined && holds(one.place, at.start.offset))
