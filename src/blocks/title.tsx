import type {ComposedProse} from '../content.js'
import {Capitals, Paragraph, type Style, useSetting} from '../drawing/index.js'

export interface TitleProps {
  /** The author's words; the label's own where there are none. */
  title: ComposedProse | undefined
  label?: string
  width: number
  /** `capitals` over lists and figures; `caption` over what has labels in capitals of its own. */
  as?: 'capitals' | 'caption'
  /** Points to what it opens. */
  below?: number
  style?: Style
}

/** What a block is called, over it. It stays with the first lines below. */
export function Title({title, label, width, as = 'capitals', below = 3.5, style}: TitleProps) {
  const {look} = useSetting()
  const space = {marginBottom: below, ...style}
  if (title) {
    return (
      <Paragraph style={look.type[as]} width={width} place={title.place} unbroken ahead={28} box={space}>
        {title.children}
      </Paragraph>
    )
  }
  return label ? <Capitals role="P" ahead={28} style={space}>{label}</Capitals> : null
}
