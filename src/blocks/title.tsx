import type {ReactNode} from 'react'
import type {ComposedProse} from '../content.js'
import {Box, Capitals, Paragraph, useSetting} from '../drawing/index.js'

export interface TitleProps {
  /** The author's words; the label's own where there are none. */
  title: ComposedProse | undefined
  label?: string
  width: number
  /** `capitals` over lists and figures; `caption` over what has labels in capitals of its own. */
  as?: 'capitals' | 'caption'
  /** Points to what it opens. */
  below?: number
}

/** What a block is called, over it: the caption of the list or table that it heads. */
export function Title({title, label, width, as = 'capitals', below = 3.5}: TitleProps) {
  const {look} = useSetting()
  const space = {marginBottom: below}
  if (title) {
    return (
      <Paragraph role="Caption" style={look.type[as]} width={width} place={title.place} unbroken box={space}>
        {title.children}
      </Paragraph>
    )
  }
  return label ? (
    <Capitals role="Caption" style={space}>
      {label}
    </Capitals>
  ) : null
}

/**
 * What heads a block, and the first of its lines: kept together on a page unless the first is long. (Points that must
 * be free below hold between the pieces of the page's flow alone, not for what opens a box.)
 */
export function Headed({
  head,
  children,
  gap = 0,
  whole = true,
}: {
  head: ReactNode
  children: readonly ReactNode[]
  gap?: number
  whole?: boolean
}) {
  const [first, ...rest] = children
  return (
    <>
      <Box whole={whole} style={{rowGap: gap}}>
        {head}
        {first}
      </Box>
      {rest}
    </>
  )
}
