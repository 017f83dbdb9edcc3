import type {Numerals} from './numerals.js'

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const SHORT_MONTHS = 'janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.'.split(' ')
const UP_TO_TWENTY =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt'.split(' ')

/** Figures as French writes them. */
export const frenchNumerals: Numerals = {
  thousands: ['.'],
  decimal: ',',
  words: {...Object.fromEntries(UP_TO_TWENTY.map((word, value) => [word, value])), une: 1, aucun: 0, aucune: 0},
  scales: [
    {value: 1e2, forms: ['cent', 'cents']},
    {value: 1e3, forms: ['mille', 'mille', 'milliers']},
    {value: 1e6, forms: ['million', 'millions']},
    {value: 1e9, forms: ['milliard', 'milliards']},
  ],
  fractions: {tiers: 3, quart: 4, quarts: 4, cinquième: 5, cinquièmes: 5, dixième: 10, dixièmes: 10},
  halves: ['la moitié', 'moitié', 'la demie'],
  percent: ['%', 'pour cent'],
  before: {
    over: ['plus de', "plus d'", 'au-delà de'],
    'at-least': ['au moins', 'pas moins de', 'un minimum de'],
    under: ['moins de', "moins d'"],
    'at-most': ["jusqu'à", 'au plus', 'au maximum', 'pas plus de'],
    about: ['environ', 'quelque', 'autour de', 'à peu près', 'une estimation de', 'approximativement'],
    nearly: ['près de', 'presque'],
  },
  after: {'at-least': ['ou plus', 'au moins'], 'at-most': ['ou moins', 'au plus'], about: ['environ']},
  to: ['à'],
  between: ['entre', 'et'],
  in: ['sur'],
  rises: 'augmenté augmente augmentation hausse progressé progressent progression crû monté grimpé accru accrue supérieur plus'.split(' '),
  falls: 'baissé baisse diminué diminue diminution reculé recule recul chuté chute réduit réduite réduction inférieur moins'.split(' '),
  by: ['de', "d'"],
  asOf: ['en date du', 'en date de', 'à la date du', "à la date d'", 'au'],
  asOfDay: ['en date du', 'à la date du', 'au'],
  articles: ['le', 'la', 'les', "l'", 'des', 'ces', 'seulement', 'un total de'],
  months: MONTHS.map((month, at) => [month, SHORT_MONTHS[at] ?? month, (SHORT_MONTHS[at] ?? month).replace('.', '')]),
  firstDay: ['1er', 'premier'],
  isOne: (value) => Math.abs(value) < 2,
}
