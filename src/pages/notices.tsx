import type {PaperMeta} from '../content.js'
import {Box, labelOf, useSetting, Words} from '../drawing/index.js'

/** What a reader has to know before the paper begins: that it is a draft, that nothing of it may be said yet, which copy it is. */
export function Notices({meta}: {meta: PaperMeta}) {
  const setting = useSetting()
  const {look} = setting
  const draft = meta.draft ? [labelOf(setting, 'draft'), ...(meta.status === undefined ? [] : [meta.status])].join(' – ') : undefined
  const left = [draft, meta.embargo].filter((words) => words !== undefined)
  if (left.length === 0 && meta.copies === undefined) return null
  const style = {...look.type.h4, ...look.type.label, fontSize: 10, lineHeight: '14pt', fontWeight: 600, color: look.colours.ink}
  const inset = 7
  const copies = meta.copies === undefined ? 0 : 150
  return (
    <Box style={{marginBottom: 14, border: `0.75pt solid ${look.colours.ink}`, padding: `4pt ${inset}pt`, flexDirection: 'row', width: look.width}}>
      <Box style={{width: look.width - 2 * inset - 1.5 - copies}}>
        {left.map((words) => <Words key={words} role="P" unbroken style={style}>{words}</Words>)}
      </Box>
      {meta.copies === undefined ? null : <Words role="P" unbroken style={{...style, width: copies, textAlign: 'right'}}>{meta.copies}</Words>}
    </Box>
  )
}
