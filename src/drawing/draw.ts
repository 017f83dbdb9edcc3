import {Fragment, isValidElement, type ReactElement, type ReactNode} from 'react'
import {type Setting, under} from './setting.js'

/** An element as React-PDF lays it out. */
export interface DrawnNode {
  type: string
  props: Record<string, unknown>
  style: Record<string, unknown>
  box: object
  children: (DrawnNode | DrawnText)[]
}

/** Words within a text. */
export interface DrawnText {
  type: 'TEXT_INSTANCE'
  value: string
}

/**
 * Draws what is one element in the end, in the setting of its paper. Each component is called once, and its elements become what React-PDF would
 * make of them: nothing on paper is ever drawn anew, so that a reconciler, which keeps all that it needs for that, has nothing to do.
 */
export function draw(setting: Setting, element: ReactNode): DrawnNode {
  const [node, ...others] = under(setting, () => nodesOf(element))
  if (!node || isWords(node) || others.length > 0) throw new Error('What was drawn is not one element')
  return node
}

type Props = Record<string, unknown> & {style?: Record<string, unknown>; children?: ReactNode}

/** Elements of React-PDF that hold words; it drops those that stand in others. */
const HOLD_WORDS = new Set(['TEXT', 'LINK', 'TSPAN', 'NOTE'])

const isWords = (node: DrawnNode | DrawnText): node is DrawnText => node.type === 'TEXT_INSTANCE'

function nodesOf(drawn: ReactNode, into: (DrawnNode | DrawnText)[] = []): (DrawnNode | DrawnText)[] {
  if (typeof drawn === 'string' || typeof drawn === 'number') {
    const value = withoutFirstBreak(String(drawn))
    if (value !== '') into.push({type: 'TEXT_INSTANCE', value})
  } else if (Array.isArray(drawn)) {
    for (const one of drawn) nodesOf(one, into)
  } else if (isValidElement<Props>(drawn)) {
    const {type, props} = drawn
    if (type === Fragment) nodesOf(props.children, into)
    else if (typeof type === 'function') nodesOf((type as (props: Props) => ReactNode)(props), into)
    else into.push(nodeOf(drawn))
  } else if (typeof drawn === 'object' && drawn !== null) throw new Error('What was drawn is no element')
  return into
}

/** A place to divide a word, before its first letter, divides nothing; and React-PDF finds no face for a text that begins with one. */
const withoutFirstBreak = (words: string): string => (words.charCodeAt(0) === 0xad ? words.replace(/^\u00ad+/, '') : words)

function nodeOf({type, props: {style = {}, children, ...props}}: ReactElement<Props>): DrawnNode {
  if (typeof type !== 'string') throw new Error('A component of another sort than a function was drawn')
  const inner = nodesOf(children)
  return {type, box: {}, style, props, children: HOLD_WORDS.has(type) ? inner : inner.filter((node) => !isWords(node))}
}
