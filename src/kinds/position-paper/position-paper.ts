import {z} from 'zod'
import {country} from '../../shapes/fields.js'
import {defineKind} from '../kind.js'

/** An organisation's position toward one country. */
export const positionPaper = defineKind({
  name: 'position-paper',
  label: {en: 'Position paper', fr: 'Prise de position'},
  summary: 'A position toward one country: where it stands, what is argued, how we respond and what we ask.',
  schema: () => z.object({country: country()}),
  budget: [2, 4],
  numbered: true,
  expects: [
    {part: 'position', what: 'the position in a few sentences', hint: 'Write it in a quotation that begins with `> [!POSITION]`'},
    {part: 'status', what: 'where the country stands', hint: 'Add a fence of `status`'},
    {part: 'argument', what: 'an argument with its response', hint: 'Quote the argument, and answer it below in a quotation that begins with `> [!RESPONSE]`'},
    {part: 'ask', what: 'what is asked', hint: 'Add a fence of `recommendations`, or a quotation that begins with `> [!ASK]`'},
    {part: 'source', what: 'a source', hint: 'Add a fence of `sources`, or a note such as `[^1]` that names one'},
  ],
})
