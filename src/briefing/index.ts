/** What an author typed, understood: front matter, blocks, comments, tags and references, each at its place. */
import {type Diagnostic, inReadingOrder, type Outcome} from '../diagnostic.js'
import {closest} from '../shapes/index.js'
import type {Source} from '../source.js'
import {readBody} from './body.js'
import type {Briefing} from './briefing.js'
import {readFrontMatter, splitFrontMatter} from './front-matter.js'
import {guardMarkdown} from './guard.js'
import {findTurnedText} from './turned-text.js'

export type {BlockNode, Briefing, BriefingMeta} from './briefing.js'
export {commentsIn, type Stretch} from './comments-in.js'

/**
 * Reads a briefing, and tells all that is wrong with it at once. A briefing that comes with errors serves to find out what
 * else is wrong; it is not to be printed.
 */
export function readBriefing(typed: Source): Outcome<Briefing> {
  const source = withoutMark(typed)
  const split = splitFrontMatter(source)
  if (!split.value) return {diagnostics: split.diagnostics}
  const {yaml, bodyStart} = split.value
  const front = readFrontMatter(source, yaml)
  const tangled = guardMarkdown(source, bodyStart)
  if (tangled) return {diagnostics: inReadingOrder([...split.diagnostics, ...front.diagnostics, tangled])}
  const {body, ignored, diagnostics} = readBody(source, bodyStart)
  diagnostics.push(...findTurnedText(source, front.value?.meta.language))
  const told = inReadingOrder([...split.diagnostics, ...front.diagnostics, ...withoutIgnored(diagnostics, ignored)])
  const heeded = ignored.map((one) => (diagnostics.some((found) => isSilenced(found, one)) ? {...one, used: true as const} : one))
  return front.value ? {value: {source, ...front.value, body, ignored: heeded}, diagnostics: told} : {diagnostics: told}
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

function withoutMark(source: Source): Source {
  return source.text.startsWith('\uFEFF') ? {...source, text: source.text.slice(1)} : source
}

/** Warnings that an author switched off for one block, with a reason; errors cannot be. */
const withoutIgnored = (diagnostics: readonly Diagnostic[], ignored: Briefing['ignored']): Diagnostic[] =>
  diagnostics.filter((found) => !ignored.some((one) => isSilenced(found, one)))

function isSilenced({rule, severity, place}: Diagnostic, one: Briefing['ignored'][number]): boolean {
  const at = place.start?.offset ?? 0
  return severity !== 'error' && one.rule === rule && at >= (one.place.start?.offset ?? 0) && at <= (one.place.end?.offset ?? Number.POSITIVE_INFINITY)
}
