import {Page} from '@react-pdf/renderer'
import {createElement, type ReactElement, type ReactNode} from 'react'
import type {PaperMeta} from '../content.js'
import {Box, handOver, type Setting, SettingProvider} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'
import {frameOf} from '../kinds/frames.js'
import {kindNamed} from '../kinds/index.js'
import {arrange} from './arrange.js'
import {BlockView} from './block-view.js'
import {Body} from './body.js'
import {ContentsList, wantsContents} from './contents-list.js'
import {PageNotes} from './page-notes.js'
import {Foot, Head, markingRoom, topRoom} from './running.js'

/** What React-PDF tells a page's `layout`. Pages count from the paper's own first. */
interface PageFacts {
  pageNumber?: number
  subPageNumber?: number
  totalPages?: number
  subPageTotalPages?: number
  children?: ReactNode
}

/** One paper as React-PDF's page element; it runs over as many pages as it needs. */
export function drawPaper(edition: Edition, given: Omit<Setting, 'Block'>): ReactElement {
  const setting: Setting = {...given, Block: BlockView}
  const {look} = setting
  const {meta} = edition
  const frame = frameOf(meta.kind)
  const kind = kindNamed(meta.kind)
  if (!kind) throw new Error(`No kind ${meta.kind}`)
  const units = arrange(edition.body, setting)
  const layout = (facts: PageFacts) => {
    const page = facts.subPageNumber ?? facts.pageNumber ?? 1
    const total = facts.subPageTotalPages ?? facts.totalPages ?? setting.found.total
    return pageOf(setting, meta, {page, total}, facts.children)
  }
  // The types do not know `layout`, nor the language of a page.
  return createElement(
    Page as unknown as (props: Record<string, unknown>) => ReactNode,
    {
      size: look.size === 'A4' ? 'A4' : 'LETTER',
      layout,
      style: {
        paddingTop: look.paper.first,
        paddingBottom: look.paper.bottom + markingRoom(setting, meta),
        paddingHorizontal: look.paper.side,
        fontFamily: look.type.body.fontFamily,
        fontSize: look.type.body.fontSize,
        color: look.colours.ink,
      },
    },
    createElement(
      SettingProvider,
      {value: setting},
      <Box column style={{rowGap: 7}}>
        <frame.Opening meta={meta} kind={kind} />
        {wantsContents(edition, setting) ? <ContentsList entries={edition.contents} /> : null}
        <Body units={units} meta={meta} {...(frame.Closing ? {Closing: frame.Closing} : {})} />
      </Box>,
    ),
  ) as ReactElement
}

/** Running head, the flow, the page's notes, running foot. */
function pageOf(setting: Setting, meta: PaperMeta, at: {page: number; total: number}, flow: ReactNode): ReactNode {
  const chrome = handOver(setting, <Head meta={meta} page={at.page} />)
  return (
    <>
      <Box style={{height: topRoom(setting, meta, at.page)}} />
      {chrome}
      <Box style={{flexGrow: 1, flexShrink: 1, flexBasis: 0}}>{flow}</Box>
      {handOver(setting, <PageNotes page={at.page} />)}
      {handOver(setting, <Foot meta={meta} {...at} />)}
    </>
  )
}
