import {Box, labelOf, Paragraph, useSetting, Words} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Headed, Title} from '../title.js'
import type {sources as spec} from './sources.js'

/** The numbers hang in this much. */
const INDENT = 14

/** More sources than these may go on over the page. */
const MOST_WHOLE = 6

/** What the paper rests on, numbered. */
export function Sources({value, id, place, width}: ViewProps<ValueOf<typeof spec>>) {
  const setting = useSetting()
  const {note} = setting.look.type
  const {quiet} = setting.look.colours
  return (
    <Box
      role={{role: 'L', numbering: 'Decimal'}}
      place={place}
      {...(id === undefined ? {} : {id})}
      whole={value.sources.length <= MOST_WHOLE}
      style={{width, rowGap: 1.75}}
    >
      <Headed head={<Title title={value.title} label={labelOf(setting, 'sources')} width={width} />}>
        {value.sources.map((source, at) => (
          <Box key={source.id} role="LI" strip place={source.place} whole style={{paddingLeft: INDENT}}>
            <Words
              role="Lbl"
              unbroken
              style={{...note, color: quiet, position: 'absolute', left: 0, top: 0, width: INDENT + 7}}
            >{`${at + 1}.`}</Words>
            <Paragraph role="LBody" style={note} width={width - INDENT} place={source.place}>
              {source.children}
            </Paragraph>
          </Box>
        ))}
      </Headed>
    </Box>
  )
}
