import {mm, pt} from '../../brand/index.js'
import {Box, Capitals, Rule, useSetting} from '../../drawing/index.js'
import {inLanguage} from '../in-language.js'
import type {ClosingProps, Frame} from '../kind.js'
import {Masthead} from '../masthead.js'

export const frame: Frame = {Opening: Masthead, Closing: Initials, closes: 'at the foot'}

/** Room for initials, lower right. */
function Initials({width}: ClosingProps) {
  const {language} = useSetting()
  const room = pt(mm(32))
  return (
    <Box style={{width, paddingTop: pt(mm(12))}}>
      <Box style={{width: room, marginLeft: 'auto', rowGap: 3.5}}>
        <Rule />
        <Capitals role="P" style={{textAlign: 'center'}}>{inLanguage({en: 'Initials', fr: 'Paraphe'}, language.code)}</Capitals>
      </Box>
    </Box>
  )
}
