import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {dateMeant} from '../../src/shapes/date-meant.js'

describe('a date that was typed in another way', () => {
  test.each([
    ['5 November 2026', 'Write `2026-11-05`'],
    ['5 Nov. 2026', 'Write `2026-11-05`'],
    ['5th of November 2026', 'Write `2026-11-05`'],
    ['November 5, 2026', 'Write `2026-11-05`'],
    ['Nov 5th 2026', 'Write `2026-11-05`'],
    ['1er mars 2026', 'Write `2026-03-01`'],
    ['14 août 2026', 'Write `2026-08-14`'],
    ['5. Mai 2026', 'Write `2026-05-05`'],
    ['7 de enero de 2026', 'Write `2026-01-07`'],
    ['2026/11/5', 'Write `2026-11-05`'],
    ['2026-11-5', 'Write `2026-11-05`'],
    ['20261105', 'Write `2026-11-05`'],
    ['05112026', 'Write `2026-11-05`'],
    ['11.25.2026', 'Write `2026-11-25`'],
    ['5.11.2026', 'Write `2026-11-05`'],
    ['25/11/2026', 'Write `2026-11-25`'],
    ['11/25/2026', 'Write `2026-11-25`'],
    ['05/11/2026', 'Write `2026-11-05`, or `2026-05-11` if the month stands first'],
    ['31 February 2026', 'There is no such day'],
    ['31/04/2026', 'There is no such day'],
    ['2026-02-30', 'There is no such day'],
    ['November 2026', 'Add the day to `2026-11`'],
    ['11/2026', 'Add the day to `2026-11`'],
    ['2026', 'Add the day to `2026`'],
  ])('%s: %s', (typed, hint) => expect(dateMeant(typed, true)).toBe(hint))

  test.each([
    ['March 1999', 'Write `1999-03`'],
    ['3/1999', 'Write `1999-03`'],
    ['1999-3', 'Write `1999-03`'],
  ])('is as precise as it was typed where no day is asked for: %s', (typed, hint) => expect(dateMeant(typed, false)).toBe(hint))

  test.each(['tomorrow', 'spring 2026', '5 Jui 2026', '5 Novembra 2026', '', '12', 'Q3 2026', '2026-11-05 10:00', '2024/25', '2026-27', '13/2026', '2026-13-01', '12345678', '32 May 2026x'])('is not guessed: %s', (typed) => {
    expect(dateMeant(typed, true)).toBeUndefined()
  })

  test('comes back from every day, as three languages write it', () => {
    const days = fc.date({min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true})
    fc.assert(
      fc.property(days, fc.constantFrom('en-GB', 'en-US', 'fr'), (day, language) => {
        const typed = new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(day)
        expect(dateMeant(typed, true)).toBe(`Write \`${day.toISOString().slice(0, 10)}\``)
      }),
    )
  })
})
