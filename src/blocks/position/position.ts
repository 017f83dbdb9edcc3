import {defineQuote} from '../block.js'
import {flowOf} from '../fields.js'

/** The position in a few sentences, set large under the masthead. */
export const position = defineQuote({
  name: 'position',
  summary: 'The position in a few sentences, set large under the masthead.',
  aliases: ['objective'],
  parts: ['position'],
  atMost: 1,
  where: 'text',
  read: (quote) => ({value: {text: flowOf(quote)}, diagnostics: []}),
})
