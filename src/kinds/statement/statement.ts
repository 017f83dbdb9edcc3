import {z} from 'zod'
import {text} from '../../shapes/fields.js'
import {defineKind} from '../kind.js'
import {occasion} from '../occasion.js'

/** A text that is spoken, and handed out before. */
export const statement = defineKind({
  name: 'statement',
  label: {en: 'Statement', fr: 'Déclaration'},
  summary: 'A text that is spoken, and handed out before: large and ragged, to be checked against delivery.',
  schema: () => z.object({
    speaker: text(300),
    occasion: occasion(),
    minutes: z.string().regex(/^[1-9]\d?$/, 'Expected whole minutes, such as `5`').optional(),
  }),
  budget: [1, 6],
  spoken: true,
  expects: [],
})
