import {type Diagnostic, error, type Place} from '../../diagnostic.js'
import type {WhenField} from '../../shapes/fields.js'
import {isBefore} from './standing.js'
import type {Standing, StatusValue} from './status.js'

type Known = WhenField | 'unknown' | undefined

/** A status says something, of one State or of several, and its dates follow one another. */
export function checkStanding(value: StatusValue, place: Place): Diagnostic[] {
  const own = STEPS.some((step) => step in value)
  if (value.states && own) {
    return [
      error(
        'status/one-or-many',
        place,
        'A status is of one State or of several: `states` stands beside the dates of one',
        'Move them into an entry of `states`',
      ),
    ]
  }
  return (value.states ?? [value]).flatMap((standing) => [...checkEmpty(standing, place), ...checkOrder(standing)])
}

const STEPS = ['signed', 'consent', 'in_force', 'withdrawal'] as const

function checkEmpty(standing: Standing, place: Place): Diagnostic[] {
  const {withdrawal} = standing
  if (withdrawal && !withdrawal.notified && !withdrawal.effective) {
    const message = 'A withdrawal has the date of its notice, the date it takes effect, or both'
    return [
      error(
        'status/withdrawal',
        standing.country?.place ?? place,
        message,
        'Add `notified: ...` or `effective: ...`; an unknown date is `unknown`',
      ),
    ]
  }
  if (STEPS.some((step) => standing[step] !== undefined)) return []
  const message = 'A status needs one step at least: `signed`, `consent`, `in_force` or `withdrawal`'
  return [error('status/no-step', standing.country?.place ?? place, message, 'Add a step with its date; an unknown date is `unknown`')]
}

function checkOrder({signed, consent, in_force, withdrawal}: Standing): Diagnostic[] {
  const steps: [key: string, date: Known][] = [
    ['signed', signed],
    ['consent', consent?.on],
    ['in_force', in_force],
    ['notified', withdrawal?.notified],
    ['effective', withdrawal?.effective],
  ]
  const dated = steps.filter((step): step is [string, WhenField] => typeof step[1] === 'object')
  return dated.flatMap(([key, date], index) => {
    const earlier = dated.slice(0, index).find(([, other]) => isBefore(date, other))
    if (!earlier) return []
    const message = `\`${key}\` is ${date.text}, before \`${earlier[0]}\`, which is ${earlier[1].text}`
    return [error('status/order', date.place, message, 'Correct one of the two dates')]
  })
}
