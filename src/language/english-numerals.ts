import type {Numerals} from './numerals.js'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const UP_TO_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ')

/** Figures as English writes them. */
export const englishNumerals: Numerals = {
  thousands: [',', "'"],
  decimal: '.',
  words: {...Object.fromEntries(UP_TO_TWENTY.map((word, value) => [word, value])), no: 0, none: 0, nought: 0},
  scales: [
    {value: 1e2, forms: ['hundred']},
    {value: 1e3, forms: ['thousand']},
    {value: 1e6, forms: ['million', 'million', 'millions']},
    {value: 1e9, forms: ['billion', 'billion', 'bn']},
    {value: 1e12, forms: ['trillion']},
  ],
  fractions: {third: 3, thirds: 3, quarter: 4, quarters: 4, fifth: 5, fifths: 5, tenth: 10, tenths: 10},
  halves: ['one half', 'a half', 'half'],
  percent: ['%', 'per cent', 'percent'],
  before: {
    over: ['over', 'more than', 'above', 'exceeding', 'upwards of'],
    'at-least': ['at least', 'no fewer than', 'no less than', 'not less than', 'a minimum of'],
    under: ['fewer than', 'less than', 'under', 'below'],
    'at-most': ['up to', 'at most', 'no more than', 'not more than', 'as many as', 'a maximum of'],
    about: ['about', 'around', 'some', 'roughly', 'approximately', 'an estimated', 'estimated', 'circa', 'close to'],
    nearly: ['nearly', 'almost', 'just under'],
  },
  after: {'at-least': ['or more'], 'at-most': ['or fewer', 'or less'], about: ['or so']},
  to: ['to'],
  between: ['between', 'and'],
  in: ['in', 'of', 'out of'],
  rises: 'rose risen rise rises rising increase increased increases increasing grew grown grow growth climbed climb gain gained up higher more'.split(' '),
  falls: 'fell fallen fall falls falling decrease decreased decreases decreasing decline declined declines dropped drop drops shrank shrunk reduced reduction down lower less fewer'.split(' '),
  by: ['by', 'of'],
  asOf: ['as of', 'as at'],
  asOfDay: [],
  articles: ['the', 'a', 'an', 'all', 'these', 'those', 'only', 'a total of'],
  months: MONTHS.map((month) => [month, month.slice(0, 3), `${month.slice(0, 3)}.`, ...(month === 'september' ? ['sept', 'sept.'] : [])]),
  firstDay: ['1st'],
  isOne: (value) => value === 1,
}
