import {type Diagnostic, type Place, warning} from '../diagnostic.js'
import {matchesOf} from '../matches.js'
import type {Edition} from '../edition/index.js'
import type {Source} from '../source.js'
import {metIn} from './met-in.js'
import type {Passage, Reading} from './passages.js'
import {placeIn} from './place-in.js'

/** What was meant as a mark and prints as it is, and what to do about it. */
interface Stray {
  pattern: RegExp
  hint: string
  /** Where it would be one: in the beginning of a text, and never in a cell or a label. */
  only?: (passage: Passage) => boolean
}

const TABLE = 'A table has `|` between its cells, a line of `| --- | --- |` below its head, and an empty line above it'
const LIST = 'A list begins each of its lines with `- `, and an ordered one with `1. `'
const isText = ({where}: Passage): boolean => where === 'text' || where === 'note'

/** Of our own Markdown, mistyped; of other programs', which `pandoc` writes; of programs for notes and for web sites. */
const STRAYS: readonly Stray[] = [
  {pattern: /\*\*/g, hint: 'Bold is `**words**`, with no space between the stars and the words; a star that should print is `\\*`'},
  {pattern: /(?<![\p{L}\d_])__(?=[\p{L}\d])|(?<=[\p{L}\d])__(?![\p{L}\d_])/gu, hint: 'Bold is `**words**`'},
  {pattern: /\[[^\][]{1,200}\] ?\((?=\uFFFC|https?:|www\.|mailto:|\.{0,2}\/|#|(?:doc|fact|src|row|lang):|[^()]{1,100}\.(?:md|pdf|html?|png|jpe?g|svg)\))[^)]{0,300}\)?/g, hint: 'A link is `[words](address)`, with no space before the `(` and none in the address'},
  // `#MineBan` alone is a word to look for.
  {pattern: /^#(?:#{1,5}(?=\p{L})|(?=\p{Lu})[^\s.!?]+ )[^.!?]{0,100}$/gu, hint: 'A heading has a space after its `#`, and an empty line above it', only: isText},
  {pattern: /^[•▪◦‣·●■○]/g, hint: LIST, only: isText},
  {pattern: /^(?:[-*]|1\.)(?=\p{L})/gu, hint: LIST, only: isText},
  {pattern: /^\|(?=[^|]*\|).*\|$/g, hint: TABLE, only: isText},
  {pattern: /\+(?:[-=]{3,}\+)+|(?<![-\w])-{3,}(?: +-{3,})+/g, hint: TABLE},
  {pattern: /\{(?:[#.][\w-]+|[\w-]{1,30}=[^\s{}]{1,60})(?: [^{}]{0,100})?\}/g, hint: 'Delete it: a heading has its address from its words, and a picture is sized as a `figure`'},
  {pattern: /(?<!:):::+(?: ?[\w{][\w.{}#-]*)?(?!:)/g, hint: 'An aside is a quotation whose first line is `> [!NOTE]`', only: isText},
  {pattern: /\[-?@[\w][\w:.#$%&+?<>~/-]*/g, hint: 'A source is called by a note, or as `[words](src:id)`'},
  {pattern: /(?<![=<>!])==(?=[^=\s])[^=]{1,200}(?<=[^=\s])==(?!=)/g, hint: 'Words are set apart as `**bold**` or `*slanted*`'},
  {pattern: /(?<=[\p{L}\d)])\^[\d+–-]{1,4}\^/gu, hint: 'Write the sign itself: `²`, `³`', only: ({table}) => table === undefined},
  {pattern: /\$(?=[^$\s])[^$]{0,100}[\\^_=][^$]{0,100}(?<=[^$\s])\$/g, hint: 'Formulas are not set: write it in words and signs'},
  {pattern: /!?\[\[[^\][]{1,200}\]\]/g, hint: 'A link to another briefing is `[words](doc:name)`'},
  {pattern: /\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}/g, hint: 'A word that differs from paper to paper is `[sample](row:column)`'},
  {pattern: /^\[TOC\]$|^\\(?:tableofcontents|toc)$/gi, hint: 'Write `contents: yes` in the front matter', only: isText},
  {pattern: /^\\(?:newpage|pagebreak|clearpage)$/g, hint: 'Delete it: pages end where they are full, and never below a heading', only: isText},
  {pattern: /&(?:nbsp|amp|ndash|mdash|hellip|[lr][sd]quo|quot|shy|thinsp);?/g, hint: 'Write the sign itself'},
]

/** Most texts have none of the signs that all these begin with. */
const SIGNS = /[{[*#|\\$^=•▪◦‣·●■○]|__|:::|\+-|---|&[a-z]|^-|^1\./

/** Marks of Markdown, ours or another's, that print as they are: a reader is handed `** so **`. And marks that nobody meant, which take a sign from a figure. */
export function checkStrayMarks({passages, source}: Reading, {body}: Edition): Diagnostic[] {
  return [...printed(passages, source), ...metIn(body).flatMap(({node}) => taken(node, source))]
}

function printed(passages: readonly Passage[], source: Source): Diagnostic[] {
  return passages.flatMap((passage) => {
    if (!SIGNS.test(passage.own)) return []
    return STRAYS.flatMap(({pattern, hint, only}) => {
      if (only && !only(passage)) return []
      // Marks come in pairs: a text is told of its first.
      for (const {0: marks, index} of matchesOf(passage.own, pattern)) {
        const place = placeIn(passage, index, index + marks.length, source)
        if (isTyped(marks, place, source)) return [warning('checks/stray-marks', place, `\`${wordsAt(place, source)}\` prints as it is`, hint)]
      }
      return []
    })
  })
}

/** The first line of what was typed at a place, as far as a message shows it. */
const wordsAt = ({start, end}: Place, {text}: Source): string => text.slice(start?.offset, end?.offset).split('\n', 1)[0]?.slice(0, 80) ?? ''

/** `2*3*4` is 2, a slanted 3, and 4; `CO~2~` strikes its 2; and dashes with gaps between them, under the head of a table without bars, are a rule. */
function taken(node: {type: string}, source: Source): Diagnostic[] {
  if (!('place' in node) || !TAKING.has(node.type)) return []
  const place = node.place as Place // every node of a body has one
  if (place.path !== source.path || !place.start || !place.end) return []
  const typed = wordsAt(place, source)
  if (node.type === 'rule') return /-{3} +-{3}/.test(typed) ? [warning('checks/stray-marks', place, `\`${typed.trim()}\` prints as a rule`, TABLE)] : []
  const [before, after] = [source.text.charAt(place.start.offset - 1), source.text.charAt(place.end.offset)]
  if (node.type === 'emphasis' && FIGURE.test(before) && FIGURE.test(after)) {
    return [warning('checks/stray-marks', place, `\`${before}${typed}${after}\` prints without its stars`, 'Write `×` to multiply, and `\\*` for a star that prints')]
  }
  if (node.type === 'delete' && /^~[^~]/.test(typed) && WORD.test(before)) {
    return [warning('checks/stray-marks', place, `\`${before}${typed}\` is struck out`, 'Write a small figure as it is, such as `₂`; words that are struck out stand in `~~`')]
  }
  return []
}

const TAKING = new Set(['rule', 'emphasis', 'delete'])
const FIGURE = /\d/
const WORD = /[\p{L}\d]/u

/** A word that is taken from a row. */
const VALUE = /^\[[^\]]*\]\(row:/

/** Typed just so: a backslash before it says that it is meant, and so does a cell of a row, in which nothing is a mark. */
function isTyped(marks: string, {path, start}: Place, {path: own, text}: Source): boolean {
  const at = start?.offset ?? 0
  return path === own && text.startsWith(marks.slice(0, 2), at) && text[at - 1] !== '\\' && !VALUE.test(text.slice(at, at + 300))
}
