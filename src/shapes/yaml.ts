import {parseDocument} from 'yaml'
import {error, type Outcome} from '../diagnostic.js'
import type {Source} from '../source.js'
import {type Excerpt, excerptOf, placeIn} from './excerpt.js'
import {findSlips} from './line-slips.js'
import type {Slip} from './slip.js'
import type {Written} from './written.js'
import {writtenTree} from './written-tree.js'

const LARGEST = 64 * 1024
const DEEPEST = 24

/**
 * Reads YAML, every scalar as the text that was typed. Errors come with a value where one can be made, so that a schema can
 * tell what else is wrong; `room` is the first half of the rules: the block, the kind or the room. `largest` is in UTF-16 units.
 * JSON is read as well; `json` says that it is, and that no slips of the hand are to be looked for.
 */
export function readYaml(typed: Source | Excerpt, room: string, {largest = LARGEST, json = false}: {largest?: number; json?: boolean} = {}): Outcome<Written> {
  const excerpt = 'stretches' in typed ? typed : excerptOf(typed)
  const {text} = excerpt
  const at = (start: number, end: number) => placeIn(excerpt, start, end)
  if (text.length > largest) {
    return {diagnostics: [error(`${room}/too-large`, at(0, 1), `Expected at most ${largest / 1024} KB`, 'Split it in two')]}
  }
  const deep = tooDeep(text)
  if (deep !== undefined) {
    return {diagnostics: [error(`${room}/too-deep`, at(deep, deep + 1), `Expected at most ${DEEPEST} levels, one within the other`)]}
  }
  const slips = json ? [] : findSlips(text)
  // Where a whole text stands for keys, as in front matter that is never closed, its first line is enough.
  const firstKeyless = slips.find(({what}) => what === 'no-colon')
  const told = slips
    .filter((slip) => slip.what !== 'no-colon' || slip === firstKeyless)
    .map(({what, start, end, message, hint}) => error(`${room}/${what}`, at(start, end), message, hint))
  const document = parseDocument(mend(text, slips), {
    schema: 'failsafe',
    version: '1.2',
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  })
  const trouble = document.errors[0] ?? document.warnings[0]
  if (trouble) {
    const [start, end] = lineAround(text, trouble.pos[0])
    return {diagnostics: told.length > 0 ? told : [error(`${room}/yaml`, at(start, end), ...(json ? NO_JSON : inOurWords(trouble.code)))]}
  }
  const tree = writtenTree(document.contents, excerpt, room, slips)
  return {value: tree.value, diagnostics: [...told, ...tree.diagnostics]}
}

/** The text as it was meant: same length, so that every place stays. */
function mend(text: string, slips: readonly Slip[]): string {
  let mended = text
  for (const {mend: {start, end, text: meant}} of slips) mended = mended.slice(0, start) + meant + mended.slice(end)
  return mended
}

/** Where brackets or marks nest deeper than anyone types: the reader below recurses, and would overflow. */
function tooDeep(text: string): number | undefined {
  let brackets = 0
  for (const {0: found, index} of text.matchAll(/[[{]|[\]}]|^[ ]*(?:[-?:][ \t]+)*/gm)) {
    if (found === '[' || found === '{') brackets++
    else if (found === ']' || found === '}') brackets = Math.max(0, brackets - 1)
    else if (found.replace(/[ \t]/g, '').length > DEEPEST || found.length > 8 * DEEPEST) return index
    if (brackets > DEEPEST) return index
  }
  return undefined
}

const NO_JSON: [string, string] = ['This line is not JSON: a bracket, a comma or a quotation mark is missing before it ends', 'Let the program that wrote the file write it again']

function lineAround(text: string, at: number): [number, number] {
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1
  const end = text.indexOf('\n', at)
  return [Math.min(start + text.slice(start).search(/\S|$/), text.length), end < 0 ? text.length : end]
}

/** What is left to the YAML reader to find, by its error codes; its own words are for programmers. */
function inOurWords(code: string): [message: string, hint: string] {
  const indent = 'Begin keys that belong together in the same column'
  const words: Record<string, [string, string]> = {
    BAD_INDENT: ['This line is indented otherwise than the lines it belongs to', indent],
    TAB_AS_INDENT: ['The line is indented with a tab', 'Indent it with spaces'],
    BAD_DQ_ESCAPE: ['A backslash between double quotation marks must be typed twice', "Put the value in single quotation marks: `'...'`"],
    MULTIPLE_DOCS: ['A line of `---` or `...` ends the values, and more follows', 'Delete that line'],
    NON_STRING_KEY: ['A key must be a word', 'Put a value that begins with a bracket in quotation marks: `"[...]"`'],
    MISSING_CHAR: ['A comma, a bracket or a quotation mark is missing', 'Put the value in quotation marks: `"..."`'],
  }
  return words[code] ?? ['This line cannot be read: expected a key, a colon, a space and a value', 'Put the value in quotation marks: `"..."`']
}
