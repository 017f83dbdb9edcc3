import {z} from 'zod'
import {defineKind} from '../kind.js'

/** What may be denied. */
export const nonPaper = defineKind({
  name: 'non-paper',
  label: {en: 'Non-paper', fr: 'Non-papier'},
  summary: 'Ideas that nobody need own: nothing of it, seen or unseen, names who issues it.',
  schema: () => z.object({}),
  budget: [1, 4],
  anonymous: true,
  refuses: {
    author: 'nobody has written it',
    contact: 'nobody answers for it',
    symbol: 'a symbol tells whose it is',
    series: 'a series tells whose it is',
    rev: 'it has no symbol',
    add: 'it has no symbol',
    corr: 'it has no symbol',
    supersedes: 'the paper before it may tell whose it is',
    attach: 'a file that it carries may tell whose it is',
  },
  expects: [],
})
