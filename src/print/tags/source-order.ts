/**
 * Before layout: every element gets its number in the order it was written, and every run of words within a text a mark
 * of what it is. Fragments of an element that runs over pages share its number, so that it stays one element to a reader
 * aloud, and columns are read one after the other.
 */
import type {DrawnNode, DrawnText, Role} from '../../drawing/index.js'
import {carry, type RunMark} from './runs.js'

/** Numbers an element and all that is in it in place, from a number on. */
export function numberElements(root: DrawnNode, from: number): void {
  let next = from
  number(root, () => next++)
}

function number(node: DrawnNode | DrawnText, next: () => number): void {
  if ('value' in node) return
  node.props = {...node.props, order: next()}
  if (node.type === 'TEXT') node.children = node.children.map((child) => marked(child, undefined, node))
  else for (const child of node.children) number(child, next)
}

/** A text's child with its mark: words directly in the text need none. */
function marked(node: DrawnNode | DrawnText, above: RunMark | undefined, around: DrawnNode): DrawnNode | DrawnText {
  if ('value' in node) return above ? wrapped(node, above, around) : node
  const tag = node.props.tag as Role | undefined // as it was drawn
  if (node.type === 'IMAGE') {
    return wrapped(node, {...(tag ? {role: tag} : {}), ...(above ? {above} : {}), ...(above?.to ? {to: above.to} : {}), words: tag?.alt ?? ''}, around)
  }
  const own = node.props.src
  const to = typeof own === 'string' ? own : above?.to
  const run: RunMark | undefined =
    tag || typeof own === 'string'
      ? {...(tag ? {role: tag} : {}), ...(above ? {above} : {}), ...(to === undefined ? {} : {to}), words: wordsOf(node)}
      : above
  const children = node.children.map((child) => marked(child, run, node))
  const {src: _, ...props} = node.props
  return {...node, props, children}
}

/** What is not inherited by a Text within a Text: the wrapper says it again. */
const KEPT = ['direction', 'verticalAlign', 'textDecorationStyle', 'textDecorationColor', 'textIndent']

/** Inner links lose against outer ones, so each bit of text bears its own. */
function wrapped(node: DrawnNode | DrawnText, run: RunMark, around: DrawnNode): DrawnNode {
  const style = Object.fromEntries(KEPT.flatMap((key) => (around.style[key] === undefined ? [] : [[key, around.style[key]]])))
  return {type: 'TEXT', props: {src: carry(run)}, style, box: {}, children: [node]}
}

const wordsOf = (node: DrawnNode | DrawnText): string => ('value' in node ? node.value : node.children.map(wordsOf).join(''))
