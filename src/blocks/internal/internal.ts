import {defineQuote} from '../block.js'
import {flowOf} from '../fields.js'

/** A passage for our own people: it prints for the internal audience only. */
export const internal = defineQuote({
  name: 'internal',
  summary: 'A passage for our own people: it prints for the internal audience only.',
  audience: 'internal',
  where: 'text',
  read: (quote) => ({value: {text: flowOf(quote)}, diagnostics: []}),
})
