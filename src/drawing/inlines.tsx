import {Fragment, type ReactNode} from 'react'
import type {TextStyle} from '../brand/index.js'
import type {Inline} from '../content.js'
import {Plate, Run} from './elements.js'
import {destination, fill, labelOf, type Setting} from './setting.js'
import {bindLast} from './title.js'

/** The destination of a note's text. */
export const noteId = (setting: Pick<Setting, 'key'>, number: number): string => destination(setting, `note-${number}`)

/**
 * Words with their emphasis, links and calls of notes, to stand within `Words` of the given style. A function and not a
 * component: what stands in a page's `layout` cannot ask for its setting.
 */
export function inlines(children: readonly Inline[], setting: Setting, style: TextStyle): ReactNode[] {
  const end = children.findLastIndex(({type}) => type !== 'note')
  return children.map((inline, at) => {
    const last = at === end
    return <Fragment key={at}>{drawn(inline, setting, style, {afterNote: children[at - 1]?.type === 'note', last})}</Fragment>
  })
}

function drawn(inline: Inline, setting: Setting, style: TextStyle, {afterNote, last}: {afterNote: boolean; last: boolean}): ReactNode {
  const {look, assets, found} = setting
  switch (inline.type) {
    case 'text':
      return last ? bindLast(inline.value) : inline.value
    case 'emphasis': {
      // Emphasis within italics stands upright, as printers have it.
      const fontStyle = style.fontStyle === 'italic' ? ('normal' as const) : ('italic' as const)
      return <Run role="Em" place={inline.place} style={{fontStyle}}>{inlines(inline.children, setting, {...style, fontStyle})}</Run>
    }
    case 'strong':
      return <Run role="Strong" place={inline.place} style={{fontWeight: 600}}>{inlines(inline.children, setting, {...style, fontWeight: 600})}</Run>
    case 'delete':
      return <Run role="Span" place={inline.place} style={{textDecoration: 'line-through'}}>{inlines(inline.children, setting, style)}</Run>
    case 'code': {
      const {fontFamily} = look.type.code
      return <Run role="Code" place={inline.place} style={{fontFamily, fontSize: Math.round(style.fontSize * 9.2) / 10, fontStyle: 'normal'}}>{inline.value}</Run>
    }
    case 'break':
      return '\n'
    case 'link':
      return (
        <Run role="Link" place={inline.place} to={inline.href} style={look.colours.link ? {color: look.colours.link} : {}}>
          {inlines(inline.children, setting, style)}
        </Run>
      )
    case 'reference': {
      const {paper, id} = inline
      const to = paper === undefined ? destination(setting, id) : `${paper}.${id}`
      const number = paper === undefined ? found.pages[to] : found.inDocument[to]
      const page = inline.page ? fill(labelOf(setting, paper === undefined ? 'pageReference' : 'packPageReference'), {n: number ?? 1}) : ''
      return <Run role="Link" place={inline.place} to={`#${to}`}>{inlines(inline.children, setting, style)}{page}</Run>
    }
    case 'note':
      return (
        <>
          {afterNote ? <Run style={superior}>,</Run> : null}
          <Run role={{role: 'Reference', note: inline.number}} place={inline.place} to={`#${noteId(setting, inline.number)}`} style={superior}>
            {String(inline.number)}
          </Run>
        </>
      )
    case 'foreign':
      return <Run role={{role: 'Span', language: inline.language}} place={inline.place}>{inlines(inline.children, setting, style)}</Run>
    case 'image': {
      const {picture, alt} = inline
      const bytes = assets.get(picture.sha256)
      // The engine sets no drawing within a line: its words stand for it.
      if (!bytes || picture.format === 'svg') return <Run role={{role: 'Span', alt}} place={inline.place}>{alt}</Run>
      const height = style.fontSize
      return <Plate bytes={bytes} format={picture.format} alt={alt} place={inline.place} style={{height, width: (height * picture.width) / picture.height}} />
    }
  }
}

/** The font's own superior figures: no raised small digits, no wider leading. */
const superior = {fontWeight: 400, fontStyle: 'normal', fontFeatureSettings: ['sups']}
