import type {ReactNode} from 'react'
import {pt} from '../brand/index.js'
import {Plate} from './elements.js'
import {useSetting} from './setting.js'

/** The mark of the brand, so high in points, and at most four times as wide; nothing where the brand has none. */
export function BrandMark({edge}: {edge: number}): ReactNode {
  const {brand, assets} = useSetting()
  const bytes = brand.logo && assets.get(brand.logo.sha256)
  if (!brand.logo || !bytes) return null
  const {width, height, format, place} = brand.logo
  return <Plate bytes={bytes} format={format} place={place} style={{height: edge, width: pt(Math.min(4 * edge, (edge * width) / height))}} />
}
