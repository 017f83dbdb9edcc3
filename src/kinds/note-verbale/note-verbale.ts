import {z} from 'zod'
import {BRIEF, text} from '../../shapes/fields.js'
import {defineKind} from '../kind.js'
import {withCourtesy} from './with-courtesy.js'

/** A formal note from one office to another. */
export const noteVerbale = defineKind({
  name: 'note-verbale',
  label: {en: 'Note verbale', fr: 'Note verbale'},
  summary: 'A formal note from one office to another: in the third person, between formulas of courtesy, sealed and not signed.',
  schema: () => z.object({
    symbol: text(60),
    sender: text(300),
    recipient: text(300),
    place: text(100),
    enclosures: z.array(text(BRIEF)).max(50, 'Expected at most 50 enclosures').optional(),
  }),
  budget: [1, 3],
  thirdPerson: true,
  refuses: {contact: 'it is answered to the office that sends it', subtitle: 'it is headed by its number alone'},
  expects: [],
  complete: withCourtesy,
})
