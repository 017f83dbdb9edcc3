import type {Briefing} from '../briefing/index.js'
import type {Diagnostic} from '../diagnostic.js'

/** Diagnostics without the warnings that an author switched off for the block they stand in; errors cannot be. */
export function withoutIgnored(diagnostics: readonly Diagnostic[], {ignored, source}: Briefing): Diagnostic[] {
  return diagnostics.filter(({rule, severity, place}) => {
    const at = place.path === source.path ? place.start?.offset : undefined
    const isWithin = ({start, end}: Diagnostic['place']) => at !== undefined && start !== undefined && at >= start.offset && at <= (end ?? start).offset
    return severity === 'error' || !ignored.some((one) => one.rule === rule && isWithin(one.place))
  })
}
