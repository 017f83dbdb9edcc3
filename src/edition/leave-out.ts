import type {Root} from 'mdast'
import {toString as wordsOf} from 'mdast-util-to-string'
import {blockNamed} from '../blocks/index.js'
import type {BlockNode, Briefing} from '../briefing/index.js'
import type {Audience} from '../content.js'
import {placeOf} from './composing.js'
import type {Edition} from './edition.js'
import {meetAll, type Tagged, without} from './walk.js'

export interface Kept {
  /** The body without what is not for the audience. */
  body: Root
  /** What was left out, and how it begins and ends. */
  leftOut: Edition['leftOut']
}

/** Leaves out the passages that are not for an audience, wherever they stand. */
export function leaveOut({source, body}: Briefing, audience: Audience): Kept {
  const passages: BlockNode[] = []
  const kept = without(body, (found) => {
    const leaves = isLeftOut(found, audience)
    if (leaves) passages.push(found)
    return leaves
  })
  return {body: kept, leftOut: passages.map((node) => ({place: placeOf(source, node), words: ends(wordsIn(node.value))}))}
}

/** A passage that is not for an audience. */
export const isLeftOut = (found: Tagged, audience: Audience): found is BlockNode =>
  isBlock(found) && isFor(found) !== undefined && isFor(found) !== audience

const isBlock = (found: Tagged): found is BlockNode => found.type === 'block' && 'name' in found

/** The only audience that a block prints for. */
function isFor({name}: BlockNode): Audience | undefined {
  const spec = blockNamed(name)
  return spec?.form === 'quote' ? spec.audience : undefined
}

function wordsIn(value: unknown): string[] {
  const words: string[] = []
  meetAll(value, (found) => {
    if (['text', 'inlineCode', 'code'].includes(found.type)) words.push(...wordsOf(found).split(/\s+/).filter((word) => word !== ''))
  })
  return words
}

/** "If pressed on ... is the same." */
function ends(words: readonly string[]): string {
  return words.length <= 8 ? words.join(' ') : `${words.slice(0, 3).join(' ')} ... ${words.slice(-3).join(' ')}`
}
