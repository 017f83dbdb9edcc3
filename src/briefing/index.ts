/** What an author typed, understood: front matter, blocks, comments, tags and references, each at its place. */
import {inReadingOrder} from '../diagnostic.js'
import {closest} from '../shapes/index.js'
import type {Source} from '../source.js'
import {readBody} from './body.js'
import type {Briefing, BriefingMeta} from './briefing.js'
import {type FrontMatter, type Meant, readFrontMatter, readFrontYaml, splitFrontMatter} from './front-matter.js'
import {guardMarkdown} from './guard.js'
import {heeded, withoutIgnored} from './silenced.js'
import {needsRow, readTemplate} from './template.js'
import {findTurnedText} from './turned-text.js'
import {withoutMark} from './without-mark.js'

export type {BlockNode, Briefing, BriefingMeta, OnlyNode, UnfilledBlock} from './briefing.js'
export {outputsOf} from './outputs.js'
export {withoutIgnored} from './silenced.js'
export {mayHaveRows, readTemplate, type Template, type TemplateAsks} from './template.js'
export {commentsIn, type Stretch} from './comments-in.js'

/**
 * Reads a briefing, and tells all that is wrong with it at once. A briefing that comes with errors serves to find out what
 * else is wrong; it is not to be printed.
 */
export function readBriefing(typed: Source): Meant<Briefing> {
  const template = readTemplate(typed)
  if (template) return {diagnostics: inReadingOrder([...template.diagnostics, needsRow(template)])}
  const source = withoutMark(typed)
  const split = splitFrontMatter(source)
  if (!split.value) return {diagnostics: split.diagnostics}
  const {yaml, bodyStart} = split.value
  const front = readFrontMatter(source, readFrontYaml(yaml))
  const tangled = guardMarkdown(source, bodyStart)
  if (tangled) return {diagnostics: inReadingOrder([...split.diagnostics, ...front.diagnostics, tangled])}
  const {body, ignored, diagnostics} = readBody(source, bodyStart)
  diagnostics.push(...findTurnedText(source, front.value?.meta.language))
  const told = inReadingOrder([...split.diagnostics, ...front.diagnostics, ...withoutIgnored(diagnostics, ignored)])
  const whole = (read: FrontMatter): Briefing => ({source, ...read, body, ignored: heeded(diagnostics, ignored)})
  return {...(front.value ? {value: whole(front.value)} : {}), ...(front.meant ? {meant: whole(front.meant)} : {}), diagnostics: told}
}

/** What a briefing says of itself in its front matter, its body unread; nothing where that cannot be read. */
export function readMeta(typed: Source): BriefingMeta | undefined {
  if (readTemplate(typed)) return undefined
  const source = withoutMark(typed)
  const {value: split} = splitFrontMatter(source)
  return split && readFrontMatter(source, readFrontYaml(split.yaml)).value?.meta
}

/**
 * Whether a Markdown file is a briefing, or was meant to be one: front matter that says its `kind`, or is broken. A README
 * beside it is none.
 */
export function isBriefing(typed: Source): boolean {
  const lines = withoutMark(typed).text.slice(0, 8192).split(/\r\n|\n|\r/)
  const start = lines.slice(0, 10).findIndex((line) => /^\s*-{3}/.test(line))
  if (start < 0) return false
  const below = lines.slice(start + 1)
  const end = below.findIndex((line) => /^-{3}/.test(line))
  const keys = (end < 0 ? below : below.slice(0, end)).map((line) => /^\s?["']?([A-Za-z_]+)["']?\s*:/.exec(line)?.[1])
  if (keys.some((key) => key !== undefined && closest(key, ['kind']) !== undefined)) return true
  return start === 0 && (/^-{3}\s*[A-Za-z]/.test(lines[0] ?? '') || (end < 0 && keys[0] !== undefined))
}
