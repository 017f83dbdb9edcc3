import {z} from 'zod'
import {BRIEF, prose, webAddress, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'
import {codeAddress, words} from '../fields.js'

const contact = () => z.strictObject({
  name: prose(BRIEF),
  role: prose(BRIEF).optional(),
  phone: words().optional(),
  mail: z.email('Expected a mail address such as `desk@example.org`').max(254, 'Expected at most 254 characters').optional(),
  web: webAddress().optional(),
  /** The address that the printed code opens. */
  qr: codeAddress().optional(),
})

/** Whom to ask. */
export const contacts = defineBlock({
  name: 'contacts',
  summary: 'Whom to ask, and a code that opens a web address.',
  list: 'contacts',
  where: 'margin',
  schema: () => z.strictObject({
    title: prose(BRIEF).optional(),
    where: where(),
    contacts: z.array(contact()).min(1, 'Expected at least one contact').max(50, 'Expected at most 50 contacts'),
  }),
})
