import type {Output} from '../content.js'
import {OUTPUTS} from '../shapes/fields.js'
import {inside} from '../shapes/index.js'
import type {Source} from '../source.js'
import {readFrontYaml, splitFrontMatter} from './front-matter.js'
import {withoutMark} from './without-mark.js'

/** Front matter that may have the key `outputs`: few do, and the others need not be read twice. */
const MAY_HAVE_OUTPUTS = /^\s?["']?outputs["']?[ \t]*:/m

/** What a briefing is to be made for, as its front matter says; nothing where it does not. What is wrong there is told when it is read. */
export function outputsOf(typed: Source): Output[] | undefined {
  if (!MAY_HAVE_OUTPUTS.test(typed.text)) return undefined
  const source = withoutMark(typed)
  const {value: split} = splitFrontMatter(source)
  const written = split && inside(readFrontYaml(split.yaml).value, 'outputs')
  if (written?.type !== 'list') return undefined
  const named = OUTPUTS.filter((output) => written.items.some((item) => item.type === 'text' && item.text === output))
  return named.length > 0 ? named : undefined
}
