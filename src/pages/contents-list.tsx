import {Anchor, Box, Capitals, destination, labelOf, Paragraph, plain, useSetting, Words} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'

/** A paper of more pages than this opens with a list of its contents. */
const SHORT = 4

/** Whether a list of contents is drawn: as the author said, else by the pages the paper takes. */
export const wantsContents = (edition: Edition, total: number): boolean =>
  edition.contents.length > 1 && (edition.listContents === 'auto' ? total > SHORT : edition.listContents)

/** Headings with the pages they stand on. */
export function ContentsList({entries}: {entries: Edition['contents']}) {
  const setting = useSetting()
  const {look, found} = setting
  const number = 28
  return (
    <Box role="TOC" style={{marginBottom: 14}}>
      <Capitals role="Caption" style={{marginBottom: 3.5}}>{labelOf(setting, 'contents')}</Capitals>
      {entries.map(({id, depth, words}) => {
        const to = destination(setting, id)
        const indent = (depth - 2) * 14
        return (
          <Box key={id} role="TOCI" whole>
            <Anchor to={`#${to}`} style={{flexDirection: 'row'}}>
              <Paragraph
                role="Reference"
                style={{...look.type.label, color: look.colours.ink}}
                width={look.textWidth - number - indent}
                box={{marginLeft: indent, paddingVertical: 1.75}}
              >
                {plain(words)}
              </Paragraph>
              <Words unbroken style={{...look.type.label, width: number, textAlign: 'right', paddingVertical: 1.75}}>{String(found.pages[to] ?? '')}</Words>
            </Anchor>
          </Box>
        )
      })}
    </Box>
  )
}
