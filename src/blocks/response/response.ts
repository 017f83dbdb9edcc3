import {defineQuote} from '../block.js'
import {flowOf} from '../fields.js'

/** Our answer to the argument quoted above it. */
export const response = defineQuote({
  name: 'response',
  summary: 'Our answer to the argument in the plain quotation directly above it.',
  parts: ['argument'],
  answers: true,
  where: 'full',
  read(quote) {
    // A response without an argument is refused before it comes here.
    const argument = quote.answered
    if (!argument) return {diagnostics: []}
    return {value: {rows: [{argument: flowOf(argument), response: flowOf(quote)}]}, diagnostics: []}
  },
})
