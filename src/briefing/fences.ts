import type {Code} from 'mdast'
import {blocks, type BlockSpec, type RecordSpec} from '../blocks/index.js'
import {error, hasErrors, warning} from '../diagnostic.js'
import {closest, excerptOfLines, readYaml} from '../shapes/index.js'
import {blockCalled} from './also-called.js'
import type {BlockNode} from './briefing.js'
import {readRecord} from './record.js'
import {placeOfWords, type Reading, typed} from './reading.js'
import {unfilledBlock} from './unfilled.js'

/** Languages that are a letter or two away from the name of a block. */
const LANGUAGES = ['clips', 'dart', 'fortran', 'futhark', 'nasm', 'nix', 'qsharp', 'source', 'stan', 'stata', 'stylus', 'text', 'tables']

/** The block that a fence with keys in it was meant to be: it would print as code. */
const called = ({lang, value}: Code): string | undefined => (/^[ \t]*(?:- )?[a-z_]+:(?:[ \t]|$)/m.test(value) ? blockCalled(lang ?? '', fenceNames()) : undefined)

/** A fence as what it is: a block, code, or nothing where it could not be read. */
export function readFence(node: Code, reading: Reading): BlockNode | Code | undefined {
  const {source} = reading
  const opening = /^(`{3,}|~{3,})/.exec(typed(source, node))?.[0]
  if (opening === undefined) return node
  const name = node.lang ?? ''
  const at = placeOfWords(source, node, name || opening)
  const spec = blocks.find((block) => block.name === name)
  const near = spec || LANGUAGES.includes(name.toLowerCase()) ? undefined : (closest(name, fenceNames()) ?? called(node))
  if (isUnclosed(node, opening, reading)) {
    const swallows = spec || near || /^ {0,3}(?:#{1,6} |>\s*\[!|<!--)/m.test(node.value)
    const tell = swallows ? error : warning
    const message = 'This fence is never closed: all that follows is read as part of it'
    reading.report(tell('briefing/fence-end', at, message, `End it with a line of ${opening.length} ${opening[0] === '~' ? 'tildes' : 'backticks'}`))
    if (swallows) return undefined
  }
  if (near) {
    reading.report(error('briefing/unknown-block', at, `\`${name}\` is not a block`, `Did you mean \`${near}\`?`))
    return undefined
  }
  if (!spec) return node
  if (spec.form !== 'record') {
    reading.report(error('briefing/wrong-form', at, `\`${name}\` is not written as a fence`, formOf(spec)))
    return undefined
  }
  if (node.meta) {
    const words = placeOfWords(source, node, node.meta)
    reading.report(error('briefing/fence-words', words, `Nothing may stand after \`${name}\` in its line`, 'Move it into the fence, as a key'))
  }
  return readBlock(node, spec, reading)
}

/** Exact names of other forms are told as such; near ones only where a fence is the right form. */
const fenceNames = () => blocks.filter(({form}) => form === 'record').map(({name}) => name)

function readBlock(node: Code, spec: RecordSpec, reading: Reading): BlockNode | undefined {
  // What is wrong with the whole is shown at its name: all its lines would be too many.
  const place = placeOfWords(reading.source, node, spec.name)
  const excerpt = excerptOfLines(reading.source, node.value, (node.position?.start.line ?? 1) + 1)
  const yaml = readYaml(excerpt, spec.name)
  reading.report(...yaml.diagnostics)
  if (!yaml.value) return undefined
  const nothing = yaml.value.type === 'map' && yaml.value.entries.size === 0
  const written = nothing ? {...yaml.value, place} : yaml.value
  const unfilled = unfilledBlock(node, {name: spec.name, written, read: (filled, there) => readRecord(spec, filled, place, there)}, reading)
  if (unfilled) return hasErrors(yaml.diagnostics) || unfilled === 'refused' ? undefined : unfilled
  const value = readRecord(spec, written, place, reading)
  if (value === undefined || hasErrors(yaml.diagnostics) || !node.position) return undefined
  return {type: 'block', name: spec.name, value, position: node.position}
}

/** A fence is closed where its last line in the file is a fence that is not also a line of its text. */
function isUnclosed(node: Code, opening: string, reading: Reading): boolean {
  const source = typed(reading.source, node)
  const lines = source.split(/\r\n|\n|\r/)
  const text = node.value.split(/\r\n|\n|\r/)
  const mark = opening[0] === '~' ? '~' : '`'
  const closing = new RegExp(`(?:^|[\\s>])${mark}{${opening.length},}[ \\t]*$`).test(lines.at(-1) ?? '')
  return lines.length < 2 || !closing || (node.value !== '' && text.length > lines.length - 2)
}

function formOf(spec: BlockSpec): string {
  return spec.form === 'table'
    ? `Write \`<!-- ${spec.name}: ... -->\` in the line above a table`
    : `Write \`> [!${spec.name.toUpperCase()}]\`, and \`> \` before each line below it`
}
