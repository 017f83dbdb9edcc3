import type {BlockContent, DefinitionContent, FootnoteReference, Root} from 'mdast'
import type {Position} from 'unist'
import type {Condition, TreeFilling} from '../rows/index.js'
import type {Part} from '../blocks/index.js'
import type {Place} from '../diagnostic.js'
import type {BaseMeta} from '../kinds/index.js'
import type {Source} from '../source.js'

/** What the author wrote, understood. Not mutated after `readBriefing` returns. */
export interface Briefing {
  source: Source
  /** The key of the row that it is filled in for, where a template prints one paper for each. */
  row?: string
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

/** A block that asks for columns of a row, and is read when there is one; nothing where it goes, or could not be read. */
export interface UnfilledBlock extends BlockNode {
  /** The notes that its words call. */
  value: {calls: FootnoteReference[]}
  withRow(filling: TreeFilling): BlockNode | undefined
}

/** A passage of a template that prints for rows that fulfil all of its conditions. */
export interface OnlyNode {
  type: 'only'
  conditions: Condition[]
  children: (BlockContent | DefinitionContent)[]
  position?: Position
}

declare module 'mdast' {
  interface RootContentMap {
    block: BlockNode
    only: OnlyNode
  }
  interface BlockContentMap {
    block: BlockNode
    only: OnlyNode
  }
  /** A heading may carry the part its section is: `<!-- section: status -->`. */
  interface HeadingData {
    part?: Part
    /** In a template that is filled in: its words as they are typed, by which a link may lead to it. */
    sample?: string
  }
}
