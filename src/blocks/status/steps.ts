import type {Labels} from '../../language/index.js'
import type {WhenField} from '../../shapes/fields.js'
import {hasCome, isBefore} from './standing.js'

/** Hollow, half and full on the way in; crossed on the way out. */
export type Shape = 'hollow' | 'half' | 'full' | 'crossed'

/** One step of a State towards, or out of, a treaty; its word says what its shape says. */
export interface Step {
  shape: Shape
  word: keyof Labels
  date: WhenField | 'unknown' | undefined
  /** The step that ended, or will end, what came before it. */
  turning: boolean
}

type Known = WhenField | 'unknown' | undefined

/** What is known of one State, as composed. */
export interface Dates {
  signed?: Known
  consent?: {by: 'ratification' | 'accession' | 'acceptance' | 'approval' | 'succession'; on: WhenField | 'unknown'} | undefined
  in_force?: Known
  withdrawal?: {notified?: Known; effective?: Known} | undefined
}

const CONSENT = {
  ratification: 'ratified',
  accession: 'acceded',
  acceptance: 'accepted',
  approval: 'approved',
  succession: 'succeeded',
} as const satisfies Record<NonNullable<Dates['consent']>['by'], keyof Labels>

/** Every step that is known, in order. A withdrawal that has not taken effect by the paper's date leaves the State a party, and says so. */
export function stepsOf({signed, consent, in_force, withdrawal}: Dates, asOf: WhenField): Step[] {
  const steps: Step[] = []
  const add = (shape: Shape, word: keyof Labels, date: Known, turning = false) => {
    if (date !== undefined) steps.push({shape, word, date, turning})
  }
  add('hollow', 'signed', signed)
  if (consent) add('half', CONSENT[consent.by], consent.on)
  // A date still to come binds nobody yet.
  add(isAhead(in_force, asOf) ? 'half' : 'full', 'inForce', in_force)
  if (withdrawal) {
    const {notified, effective} = withdrawal
    const gone = hasCome(effective, asOf)
    add('half', 'noticeGiven', notified)
    if (gone) add('crossed', 'withdrawn', effective, true)
    else add('full', 'withdrawalPending', effective ?? 'unknown', true)
  }
  return steps
}

/** The step that says where a State stands on the paper's date. */
export function standsAt(dates: Dates, asOf: WhenField): Step | undefined {
  const steps = stepsOf(dates, asOf)
  const {consent, in_force, withdrawal} = dates
  if (withdrawal) return steps.at(-1)
  // A State joins on the day it gives its consent; from when it is bound, its mark says.
  const bound = hasCome(in_force, asOf)
  const joined = consent && steps.find(({word}) => word === CONSENT[consent.by])
  if (joined) return bound ? {...joined, shape: 'full'} : joined
  return steps.at(-1)
}

const isAhead = (date: Known, asOf: WhenField): boolean => typeof date === 'object' && isBefore(asOf, date)
