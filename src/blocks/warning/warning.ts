import {defineQuote} from '../block.js'
import {flowOf} from '../fields.js'

/** An aside the reader must not miss. */
export const warning = defineQuote({
  name: 'warning',
  summary: 'An aside the reader must not miss.',
  aliases: ['caution'],
  where: 'text',
  read: (quote) => ({value: {text: flowOf(quote)}, diagnostics: []}),
})
