import {Capitals, useSetting} from '../../drawing/index.js'
import {Contacts} from '../contacts.js'
import {inLanguage} from '../in-language.js'
import type {Frame} from '../kind.js'
import {Masthead} from '../masthead.js'
import {Particulars} from '../particulars.js'

export const frame: Frame = {
  Opening: (props) => (
    <>
      <Caution />
      <Masthead {...props} />
      <Particulars
        of={[
          {label: {en: 'Speaker', fr: 'Prononcée par'}, words: props.meta.own.speaker},
          {label: {en: 'Occasion', fr: 'Occasion'}, words: props.meta.own.occasion},
        ]}
      />
    </>
  ),
  Closing: Contacts,
  closes: 'beside',
}

/** What is said counts, and not what is handed out. */
function Caution() {
  const {look, language} = useSetting()
  return (
    <Capitals role="P" style={{color: look.colours.accent, marginBottom: 7, width: look.width, textAlign: look.layout.masthead === 'bar' ? 'right' : 'center'}}>
      {inLanguage({en: 'Check against delivery', fr: 'Seul le prononcé fait foi'}, language.code)}
    </Capitals>
  )
}
