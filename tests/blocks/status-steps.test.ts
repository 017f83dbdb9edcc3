import {describe, expect, test} from 'vitest'
import {type Dates, standsAt, stepsOf} from '../../src/blocks/status/steps.js'
import {readWhen, type WhenField} from '../../src/shapes/fields.js'

const on = (text: string): WhenField => ({...(readWhen(text) ?? {year: 0}), type: 'when', text, place: {path: ''}})
const asOf = on('2026-01-31')

const poland: Dates = {
  signed: on('1997-12-04'),
  consent: {by: 'ratification', on: on('2012-12-27')},
  in_force: on('2013-06-01'),
  withdrawal: {notified: on('2025-08-20'), effective: on('2026-02-20')},
}

const told = (dates: Dates, day = asOf) =>
  stepsOf(dates, day).map(
    ({shape, word, date, turning}) => `${shape} ${word} ${typeof date === 'object' ? date.text : date}${turning ? ' !' : ''}`,
  )

describe('the steps of a State', () => {
  test('a withdrawal that has not taken effect leaves the State a party, and says so', () => {
    expect(told(poland)).toEqual([
      'hollow signed 1997-12-04',
      'half ratified 2012-12-27',
      'full inForce 2013-06-01',
      'half noticeGiven 2025-08-20',
      'full withdrawalPending 2026-02-20 !',
    ])
  })

  test('on the day it takes effect the State has withdrawn', () => {
    expect(told(poland, on('2026-02-20')).at(-1)).toBe('crossed withdrawn 2026-02-20 !')
    expect(told(poland, on('2026-02-19')).at(-1)).toBe('full withdrawalPending 2026-02-20 !')
  })

  test('a date known by its month alone has come when the month is over', () => {
    const dates = {withdrawal: {effective: on('2026-02')}}
    expect(told(dates, on('2026-02-27'))).toEqual(['full withdrawalPending 2026-02 !'])
    expect(told(dates, on('2026-02-28'))).toEqual(['crossed withdrawn 2026-02 !'])
  })

  test('an unknown date is a step all the same, and an unknown effect has not come', () => {
    expect(told({signed: 'unknown', withdrawal: {notified: on('2025-08-20'), effective: 'unknown'}})).toEqual([
      'hollow signed unknown',
      'half noticeGiven 2025-08-20',
      'full withdrawalPending unknown !',
    ])
  })

  test('a notice without a date of effect leaves that date unknown', () => {
    expect(told({withdrawal: {notified: on('2025-08-20')}}).at(-1)).toBe('full withdrawalPending unknown !')
  })

  test('an entry into force still to come binds nobody yet', () => {
    expect(told({consent: {by: 'accession', on: on('2025-12-01')}, in_force: on('2026-06-01')})).toEqual([
      'half acceded 2025-12-01',
      'half inForce 2026-06-01',
    ])
  })
})

describe('where a State stands, in a line', () => {
  const stands = (dates: Dates) => {
    const step = standsAt(dates, asOf)
    return step && `${step.shape} ${step.word}`
  }

  test('who is bound shows a full mark beside how it joined', () => {
    expect(stands({consent: {by: 'succession', on: on('2006-10-23')}, in_force: on('2007-04-01')})).toBe('full succeeded')
    expect(stands({consent: {by: 'accession', on: on('2026')}, in_force: 'unknown'})).toBe('half acceded')
  })

  test('the withdrawal counts before all else', () => {
    expect(stands(poland)).toBe('full withdrawalPending')
    expect(stands({...poland, withdrawal: {effective: on('2025-12-27')}})).toBe('crossed withdrawn')
  })

  test('of nothing known, nothing is said', () => {
    expect(stands({})).toBeUndefined()
  })
})
