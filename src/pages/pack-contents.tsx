import {type SheetEntry, START} from '../content.js'
import {Anchor, Box, labelOf, Paragraph, plain, Rule, useSetting, Words} from '../drawing/index.js'

/** Widths of the label before an entry and of the number after it, in points. */
const LABEL = 28
const NUMBER = 35

/** The members of a pack with the pages of the pack that they begin on. */
export function PackContents({entries}: {entries: readonly SheetEntry[]}) {
  const setting = useSetting()
  const {look, found} = setting
  const {body, h2, label, chrome} = look.type
  const width = look.width - LABEL - NUMBER
  const strong = {...body, fontWeight: 600}
  return (
    <>
      <Paragraph role="H1" style={look.colours.heading ? {...h2, color: look.colours.heading} : h2} width={look.width} unbroken ahead={49} box={{marginBottom: 10.5}}>
        {plain(labelOf(setting, 'contents'))}
      </Paragraph>
      <Box role="TOC">
        {entries.map((entry) => {
          const to = `${entry.key}.${START}`
          return (
            <Box key={entry.key} role="TOCI" whole>
              <Rule />
              <Anchor to={`#${to}`} style={{flexDirection: 'row', paddingVertical: 7}}>
                <Words unbroken style={{...strong, width: LABEL}}>{entry.label}</Words>
                <Box style={{width}}>
                  <Paragraph role="Reference" style={strong} width={width}>{plain(entry.title)}</Paragraph>
                  <Paragraph role="Reference" style={{...label, color: look.colours.quiet}} width={width} box={{marginTop: 1.75}}>{plain(entry.about)}</Paragraph>
                </Box>
                <Words unbroken style={{...body, fontFeatureSettings: chrome.fontFeatureSettings ?? [], width: NUMBER, textAlign: 'right'}}>{String(found.inDocument[to] ?? '')}</Words>
              </Anchor>
            </Box>
          )
        })}
      </Box>
    </>
  )
}
