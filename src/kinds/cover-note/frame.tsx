import {Contacts} from '../contacts.js'
import type {Frame} from '../kind.js'
import {Masthead} from '../masthead.js'
import {Particulars} from '../particulars.js'

export const frame: Frame = {
  Opening: (props) => (
    <>
      <Masthead {...props} />
      <Particulars of={[{label: {en: 'To', fr: 'À'}, words: props.meta.own.recipient}]} />
    </>
  ),
  Closing: Contacts,
  closes: 'beside',
}
