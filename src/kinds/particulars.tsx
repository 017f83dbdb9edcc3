import {pt} from '../brand/index.js'
import {Box, Capitals, dropTo, Paragraph, plain, useSetting} from '../drawing/index.js'
import {inLanguage} from './in-language.js'

export interface Particular {
  /** By language. */
  label: Record<string, string>
  words: string | string[] | undefined
}

/** Who, for whom and on what occasion: a label and words to a line, under the masthead. What is not said has no line. */
export function Particulars({of}: {of: readonly Particular[]}) {
  const setting = useSetting()
  const {look, language, fonts} = setting
  const {capitals, body} = look.type
  const said = of.map(({label, words}) => ({label: inLanguage(label, language.code), words: [words ?? ''].flat().join(', ')})).filter(({words}) => words !== '')
  if (said.length === 0) return null
  const indent = pt(Math.max(...said.map(({label}) => fonts.width(label.toUpperCase(), capitals) + label.length * LETTER_SPACE)) + 14)
  return (
    <Box role={{role: 'L', numbering: 'None'}} style={{width: look.width, rowGap: 3.5, marginBottom: 14}}>
      {said.map(({label, words}) => (
        <Box key={label} role="LI" strip whole style={{flexDirection: 'row'}}>
          <Box role="Lbl" style={{width: indent, paddingTop: dropTo(setting, body, capitals)}}><Capitals>{label}</Capitals></Box>
          <Box role="LBody" style={{width: look.width - indent}}>
            <Paragraph style={body} width={look.width - indent}>{plain(words)}</Paragraph>
          </Box>
        </Box>
      ))}
    </Box>
  )
}

/** Capitals stand so far apart, in points. */
const LETTER_SPACE = 0.65
