import type {PaperMeta, Sheet} from '../content.js'
import {Box, draw, type Setting} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'
import {BlockView} from './block-view.js'
import {PackContents} from './pack-contents.js'
import {PackCover} from './pack-cover.js'
import type {Paper} from './paper.js'
import type {Part} from './part.js'
import {Head, markingRoom, SAFE, SheetFoot, topRoom} from './running.js'
import {TabSheet} from './tab-sheet.js'

type Known = Omit<Setting, 'Block' | 'found'>

/** A leaf of a pack, laid out as a paper of one part. */
export function planSheet({meta}: Pick<Edition, 'meta'>, sheet: Sheet, known: Known): Paper {
  const {paper} = known.look
  return {
    parts: [{type: 'opening'}],
    draw: (part, setting) =>
      draw(
        {...setting, Block: BlockView},
        <Box style={{width: known.look.width}}>
          <DrawnSheet part={part} sheet={sheet} meta={meta} />
        </Box>,
      ),
    flow: () => [{part: {type: 'opening'}, gap: 0}],
    contentOf: () => [sheet, meta],
    numberOf: ({type}) => (type === 'opening' ? 1 : 0),
    namesPages: ({type}) => type === 'opening' && sheet.type === 'contents',
    leadsOut: sheet.type === 'contents',
    frame: {
      width: paper.width,
      height: paper.height,
      side: paper.side,
      bottom: paper.bottom + markingRoom(known, meta),
      // A list of contents goes on as later pages of a paper do.
      top: (page) => paper.first + topRoom(known, meta, page),
      safe: SAFE,
    },
  }
}

function DrawnSheet({part, sheet, meta}: {part: Part; sheet: Sheet; meta: PaperMeta}) {
  if (part.type === 'head') return <Head meta={meta} later={part.later} />
  if (part.type === 'foot') return sheet.type === 'cover' ? <SheetFoot meta={{...meta, short: ' '}} /> : <SheetFoot meta={meta} {...(part.inDocument === undefined ? {} : {inDocument: part.inDocument})} />
  switch (sheet.type) {
    case 'cover':
      return <PackCover sheet={sheet} meta={meta} />
    case 'contents':
      return <PackContents entries={sheet.entries} />
    case 'tab':
      return <TabSheet sheet={sheet} />
  }
}
