import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {figure, readWhen, source} from '../../src/shapes/fields.js'

describe('a date', () => {
  it.each([
    ['1999-03-01', {year: 1999, month: 3, day: 1}],
    ['1999-03', {year: 1999, month: 3}],
    ['1999', {year: 1999}],
    ['2024-02-29', {year: 2024, month: 2, day: 29}],
  ])('%s is as precise as it is written', (text, expected) => expect(readWhen(text)).toEqual(expected))
  it.each(['2026-13-01', '2026-00-01', '2025-02-29', '2026-04-31', '2026-1-1', '26-01-01', '2026-01-01T00:00', '', ' 2026', '2026-01-00'])('`%s` is none', (text) =>
    expect(readWhen(text)).toBeUndefined(),
  )
  it('of every day of the calendar is read as that day', () => {
    fc.assert(fc.property(fc.date({min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true}), (date) => {
      const text = date.toISOString().slice(0, 10)
      expect(readWhen(text)).toEqual({year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()})
    }))
  })
})

describe('a figure', () => {
  it.each([
    ['6,279', {digits: '6,279', amount: 6279}],
    ['over 55 million', {qualifier: 'over', digits: '55', scale: 'million', amount: 55}],
    ['at least 57', {qualifier: 'at least', digits: '57', amount: 57}],
    ['90 %', {digits: '90', scale: '%', amount: 90}],
    ['90%', {digits: '90', scale: '%', amount: 90}],
    ['20,000–26,000', {digits: '20,000–26,000', amount: 20000}],
    ['20,000-26,000', {digits: '20,000–26,000', amount: 20000}],
    ['132.52 km²', {digits: '132.52', scale: 'km²', amount: 132.52}],
    ['−5', {digits: '−5', amount: -5}],
    ['-5', {digits: '−5', amount: -5}],
    ['1\u202f234', {digits: '1\u202f234', amount: 1234}],
  ])('%s keeps its qualifier, its digits and its scale', (text, expected) => {
    const {type, text: typed, place, ...parts} = figure().parse(text)
    expect([type, typed, place]).toEqual(['figure', text, {path: ''}])
    expect(parts).toEqual(expected)
  })
  it('of two numbers below zero counts as its lower end', () => expect(figure().parse('−5–10')).toMatchObject({digits: '−5–10', amount: -5}))
  it.each(['many', 'over', '', '55 million mines', 'about'])('`%s` is none', (text) => expect(figure().safeParse(text).success).toBe(false))
})

describe('a call of a source', () => {
  it('has a locator after a comma', () => {
    expect(source().parse('icrc-1996, p. 12, note 3')).toMatchObject({id: 'icrc-1996', locator: 'p. 12, note 3'})
    expect(source().parse('icrc-1996')).not.toHaveProperty('locator')
  })
  it('is an id', () => expect(source().safeParse('The ICRC').success).toBe(false))
})
