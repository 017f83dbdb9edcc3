import type {ComponentType} from 'react'
import type {ViewProps} from '../blocks/index.js'
import {views} from '../blocks/views.js'
import type {BlockPiece} from '../content.js'
import {destination, useSetting} from '../drawing/index.js'
import type {Where} from '../shapes/index.js'

/** Draws a block in the width it is given; `follows` where the same block stands directly before it. */
export function BlockView({piece, where, width, follows = false}: {piece: BlockPiece; where: Where; width: number; follows?: boolean}) {
  const setting = useSetting()
  // The value is what the view's own block composed: the name ties the two together.
  const View = views[piece.name as keyof typeof views] as ComponentType<ViewProps<unknown>> | undefined
  if (!View) throw new Error(`No view for ${piece.name}`)
  const id = piece.id === undefined ? {} : {id: destination(setting, piece.id)}
  return <View value={piece.value} place={piece.place} where={where} width={width} {...id} {...(follows ? {follows} : {})} />
}
