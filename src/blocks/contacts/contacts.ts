import {z} from 'zod'
import {prose, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'
import {webAddress, words} from '../fields.js'

const contact = z.strictObject({
  name: prose(),
  role: prose().optional(),
  phone: words().optional(),
  mail: z.email('Expected a mail address such as `desk@example.org`').optional(),
  web: webAddress().optional(),
  /** The address that the printed code opens. */
  qr: webAddress().optional(),
})

/** Whom to ask. */
export const contacts = defineBlock({
  name: 'contacts',
  summary: 'Whom to ask, and a code that opens a web address.',
  list: 'contacts',
  where: 'margin',
  schema: z.strictObject({
    title: prose().optional(),
    where: where(),
    contacts: z.array(contact).min(1, 'Expected at least one contact'),
  }),
})
