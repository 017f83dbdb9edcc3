import {Contacts} from '../contacts.js'
import type {Frame} from '../kind.js'
import {Masthead} from '../masthead.js'
import {Particulars} from '../particulars.js'

export const frame: Frame = {
  Opening: (props) => (
    <>
      <Masthead {...props} />
      <Particulars of={[{label: {en: 'Occasion', fr: 'Occasion'}, words: props.meta.own.occasion}]} />
    </>
  ),
  Closing: Contacts,
  closes: 'beside',
}
