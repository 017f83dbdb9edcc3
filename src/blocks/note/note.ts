import {defineQuote} from '../block.js'
import {flowOf} from '../fields.js'

/** An aside that helps the reader. */
export const note = defineQuote({
  name: 'note',
  summary: 'An aside that helps the reader.',
  aliases: ['tip', 'important'],
  where: 'text',
  read: (quote) => ({value: {text: flowOf(quote)}, diagnostics: []}),
})
