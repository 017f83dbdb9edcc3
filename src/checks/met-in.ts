import type {Place} from '../diagnostic.js'
import {madeOnce} from './word-pattern.js'

/** A node of a paper, or a tagged field of one of its blocks, with where it stands. */
export interface Met {
  node: {type: string}
  /** The key of its block under which it stands. */
  key: string
  /** The block that holds it. */
  block?: MetBlock
  /** It stands within the source of something, which the program writes out. */
  cited: boolean
}

export interface MetBlock {
  name: string
  value: object
  place: Place
}

/** All that a body holds, in the order it is written. Many checks look for something of it: it is walked through once. */
export const metIn = madeOnce((body: object): readonly Met[] => {
  const found: Met[] = []
  meet(body, '', undefined, false)
  return found

  function meet(value: object, key: string, block: MetBlock | undefined, cited: boolean): void {
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === 'object' && item !== null) meet(item, key, block, cited)
      return
    }
    const tagged = isTagged(value)
    if (tagged) found.push({node: value, key, ...(block ? {block} : {}), cited})
    const within = tagged && isBlock(value) ? value : block
    const ofSource = cited || (tagged && value.type === 'citation')
    for (const name of Object.keys(value)) {
      const child = (value as Record<string, unknown>)[name] // an object has its own keys
      // Places are half of what a paper holds, and hold nothing of it.
      if (typeof child === 'object' && child !== null && name !== 'place' && name !== 'position') meet(child, name, within, ofSource)
    }
  }
})

const isTagged = (value: object): value is {type: string} => 'type' in value && typeof value.type === 'string'
const isBlock = (value: {type: string}): value is {type: string} & MetBlock =>
  value.type === 'block' && 'name' in value && 'value' in value && typeof value.value === 'object' && value.value !== null
