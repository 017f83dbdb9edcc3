import {z} from 'zod'
import {defineKind} from '../kind.js'

/** One subject on one or two pages. */
export const factSheet = defineKind({
  name: 'fact-sheet',
  label: {en: 'Fact sheet', fr: 'Fiche d’information'},
  summary: 'One subject on one or two pages: the figures first, then the facts behind them.',
  schema: () => z.object({}),
  budget: [1, 2],
  expects: [
    {part: 'key-figures', what: 'the figures a reader takes away', hint: 'Add a fence of `key-figures`'},
    {part: 'source', what: 'a source', hint: 'Add a fence of `sources`, or a note such as `[^1]` that names one'},
  ],
})
