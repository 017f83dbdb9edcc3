import type {Diagnostic} from '../diagnostic.js'

/** What a project makes of a warning. */
export const SEVERITY_CHOICES = ['error', 'warning', 'off'] as const
export type SeverityChoice = (typeof SEVERITY_CHOICES)[number]

/** What a project makes of warnings, by their rules. */
export type Severities = Readonly<Record<string, SeverityChoice>>

/** Diagnostics as a project wants them told: warnings raised or left out. An error stays one, for what it tells of cannot print. */
export function withSeverities(diagnostics: readonly Diagnostic[], severities: Severities = {}): Diagnostic[] {
  return diagnostics.flatMap((one) => {
    const choice = one.severity === 'warning' && Object.hasOwn(severities, one.rule) ? severities[one.rule] : undefined
    if (choice === 'off') return []
    return [choice === 'error' ? {...one, severity: choice} : one]
  })
}
