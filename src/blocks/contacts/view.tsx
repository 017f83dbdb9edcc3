import {Box, ContactCard, type ContactLine} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import type {contacts as spec} from './contacts.js'

type Value = ValueOf<typeof spec>

/** Whom to ask. */
export function Contacts({value, id, place, where, width}: ViewProps<Value>) {
  const contacts = value.contacts.map((contact) => ({name: contact.name, role: contact.role, lines: linesOf(contact), url: contact.qr}))
  return (
    <Box style={{width}} place={place} {...(id === undefined ? {} : {id})}>
      <ContactCard contacts={contacts} where={where} width={width} {...(value.title ? {title: value.title} : {})} />
    </Box>
  )
}

function linesOf({mail, phone, web}: Value['contacts'][number]): ContactLine[] {
  return [
    ...(mail === undefined ? [] : [{words: mail, to: `mailto:${mail}`}]),
    ...(phone === undefined ? [] : [{words: phone.replaceAll(' ', '\u00a0'), to: `tel:${phone.replace(/[^\d+]/g, '')}`}]),
    ...(web === undefined ? [] : [{words: web.replace(/^https?:\/\/|\/$/g, ''), to: web}]),
  ]
}
