import type {ReactNode} from 'react'
import {Box, type ElementProps, type Style, Words} from './elements.js'
import {useSetting} from './setting.js'

/** A rule across its box. A hairline unless it says otherwise. */
export function Rule({weight = 0.3, colour, style}: {weight?: number; colour?: string; style?: Style}) {
  const {look} = useSetting()
  return <Box role={{role: 'Artifact', artifact: 'Layout'}} style={{borderTopWidth: weight, borderTopColor: colour ?? look.colours.hair, ...style}} />
}

/** A label in small capitals letters apart. From a tenth of the size on, readers of the PDF would see `F A C T`: it stays under. */
export function Capitals({children, style, ...rest}: Pick<ElementProps, 'role' | 'place' | 'ahead'> & {children: ReactNode; style?: Style}) {
  const {look} = useSetting()
  return <Words unbroken {...rest} style={{...look.type.capitals, ...style}}>{children}</Words>
}
