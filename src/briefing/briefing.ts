import type {Root} from 'mdast'
import type {Position} from 'unist'
import type {Part} from '../blocks/index.js'
import type {Place} from '../diagnostic.js'
import type {BaseMeta} from '../kinds/index.js'
import type {Source} from '../source.js'

/** What the author wrote, understood. Not mutated after `readBriefing` returns. */
export interface Briefing {
  source: Source
  kind: string
  meta: BriefingMeta
  /** mdast whose fences, tagged quotations and tables are `BlockNode`s; every node has a position in the file. */
  body: Root
  /** Places of the front matter's keys, by dotted path. */
  places: Record<string, Place>
  /** Rules an author switched off for one block, with the reason given. */
  ignored: Ignored[]
}

export interface Ignored {
  rule: string
  reason: string
  /** From the comment's end to the end of the block below it. */
  place: Place
  /** Where the comment names the rule. */
  at: Place
  /** It has silenced something that was found in reading. */
  used?: true
}

/** The output of the front matter's schema: `baseMeta` of `kinds/`, and the kind's own keys. */
export type BriefingMeta = BaseMeta & Record<string, unknown>

/** A block as authored: the output of its schema, tagged fields placed. */
export interface BlockNode {
  type: 'block'
  name: string
  value: unknown
  position: Position
}

declare module 'mdast' {
  interface RootContentMap {
    block: BlockNode
  }
  interface BlockContentMap {
    block: BlockNode
  }
  /** A heading may carry the part its section is: `<!-- section: status -->`. */
  interface HeadingData {
    part?: Part
  }
}
