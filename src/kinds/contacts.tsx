import {ContactCard} from '../drawing/index.js'
import type {ClosingProps} from './kind.js'

/** Whom to ask: the contacts that the front matter names. */
export function Contacts({meta, where, width}: ClosingProps) {
  if (meta.contacts.length === 0) return null
  return <ContactCard contacts={meta.contacts} where={where} width={width} />
}
