import {describe, expect, it, test} from 'vitest'
import {findQuantities} from '../../src/facts/quantity.js'
import {languageOf} from '../../src/language/index.js'

const numerals = (code: string) => {
  const language = languageOf(code)
  if (!language) throw new Error(code)
  return language.numerals
}

const told = (text: string, code: string): string =>
  findQuantities(text, numerals(code), {shares: true})
    .map(({quantity: {low, high, qualifier, percent, scale}, start, end}) =>
      [qualifier, high === undefined ? round(low) : `${round(low)}..${round(high)}`, percent ? '%' : undefined, scale && `x${scale}`, `[${text.slice(start, end)}]`]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .join(' + ')
const round = (number: number): number => Math.round(number * 100) / 100

describe('English figures', () => {
  test.each([
    ['162', '162 [162]'],
    ['162 States Parties', '162 [162]'],
    ['6,279 people', '6279 [6,279]'],
    ['6 279', '6279 [6 279]'],
    ['6\u00a0279\u00a0people', '6279 [6\u00a0279]'],
    ['1,234,567.5', '1234567.5 [1,234,567.5]'],
    ['over 55 million', 'over 55000000 x1000000 [over 55 million]'],
    ['More than fifty-five', ''],
    ['over 75%', 'over 75 % [over 75%]'],
    ['84 per cent', '84 % [84 per cent]'],
    ['two thirds', '66.67 % [two thirds]'],
    ['nearly half of them', 'nearly 50 % [nearly half]'],
    ['nine in ten', '90 % [nine in ten]'],
    ['nine casualties in ten', '90 % [nine casualties in ten]'],
    ['more than four in five', 'over 80 % [more than four in five]'],
    ['twelve producers', '12 [twelve]'],
    ['no fewer than 57', 'at-least 57 [no fewer than 57]'],
    ['no withdrawal', '0 [no]'],
    ['100 or more', 'at-least 100 [100 or more]'],
    ['100 kg or more', 'at-least 100 [100 kg or more]'],
    ['20,000 to 26,000', '20000..26000 [20,000 to 26,000]'],
    ['20,000–26,000', '20000..26000 [20,000–26,000]'],
    ['between 20,000 and 26,000 people', '20000..26000 [between 20,000 and 26,000]'],
    ['2 to 3 million', '2000000..3000000 x1000000 [2 to 3 million]'],
    ['two million', '2000000 x1000000 [two million]'],
    ['a hundred', ''],
    ['249 killed and 379 injured', '249 [249] + 379 [379]'],
    ['175.39 km²', '175.39 [175.39]'],
    ['-3.5', '-3.5 [-3.5]'],
    ['some 600 people', 'about 600 [some 600]'],
    ['1,2345', ''],
  ])('%j is %s', (text, expected) => {
    // What cannot be a figure is none: a comma that parts no thousands parts two figures.
    expect(told(text, 'en')).toBe(expected)
  })
})

describe('French figures', () => {
  test.each([
    ['1 234,5', '1234.5 [1 234,5]'],
    ['1.234,5', '1234.5 [1.234,5]'],
    ['plus de 55 millions de mines', 'over 55000000 x1000000 [plus de 55 millions]'],
    ['84 pour cent', '84 % [84 pour cent]'],
    ['84 %', '84 % [84 %]'],
    ['deux tiers', '66.67 % [deux tiers]'],
    ['neuf sur dix', '90 % [neuf sur dix]'],
    ['au moins 57 pays', 'at-least 57 [au moins 57]'],
    ['jusqu’à 26 000', 'at-most 26000 [jusqu’à 26 000]'],
    ['près de la moitié', 'nearly 50 % [près de la moitié]'],
    ['de 20 000 à 26 000', '20000..26000 [20 000 à 26 000]'],
  ])('%j is %s', (text, expected) => expect(told(text, 'fr')).toBe(expected))
})

// Copying a text is native, and no step of ours: so by the clock, but with room. Where it is copied for each figure, some 500 times the time and more.
it.each(['no more than the in of to and ', '1 2 3 4 5 6 7 8 9 ', '1,234,'.repeat(5)])('reads sixteen times as many of %j in no more than some sixteen times the time', (words) => {
  const cost = (times: number) => {
    const text = words.repeat(times)
    return Math.min(...Array.from({length: 3}, () => {
      const start = performance.now()
      findQuantities(text, numerals('en'), {shares: true})
      return performance.now() - start
    }))
  }
  cost(500)
  expect(cost(8000) / cost(500)).toBeLessThan(100)
})
