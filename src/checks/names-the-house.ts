import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {kindNamed} from '../kinds/index.js'
import type {Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {anyOf, WORD_END, WORD_START} from './word-pattern.js'

/** A paper that nothing may name says who issues it: in its words, in its properties, or in its file's name. */
export function checkAnonymity({passages, source}: Reading, {meta, places}: Briefing, {brand, body}: Edition): Diagnostic[] {
  const kind = kindNamed(meta.kind)
  if (!kind?.anonymous) return []
  const refuse = (place: Place, what: string, hint = 'Leave the name out') =>
    error(`${kind.name}/names-the-house`, place, `${what}, and nothing of a \`${kind.name}\` may say who issues it`, hint)
  const host = brand.link === undefined ? [] : [hostOf(brand.link)]
  const pattern = new RegExp(`${WORD_START}(?:${anyOf([brand.issuer, ...host])})${WORD_END}`, 'giu')
  const inText = passages.flatMap((passage) =>
    [...passage.text.replaceAll('’', "'").matchAll(pattern)].map(({0: words, index}) => refuse(placeIn(passage, index, index + words.length, source), `The text names \`${words}\``)),
  )
  const inKeys = textsIn(meta).flatMap(([key, words]) => {
    const [found] = words.replaceAll('’', "'").match(pattern) ?? []
    return found === undefined ? [] : [refuse(places[key] ?? {path: source.path}, `\`${key.replace(/\..*/, '')}\` names \`${found}\``)]
  })
  const contacts = body.flatMap((piece) => (piece.type === 'block' && piece.name === 'contacts' ? [refuse(piece.place, 'The block `contacts` names whom to ask', 'Delete the block')] : []))
  const name = meta.output ?? source.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  const inName = slugOf(name).includes(slugOf(brand.issuer)) ? [refuse(places.output ?? {path: source.path}, `The file's name, \`${name}\`, names \`${brand.issuer}\``, 'Rename the briefing')] : []
  return [...inText, ...inKeys, ...contacts, ...inName]
}

/** What never prints, and what is read with the text. */
const UNPRINTED: ReadonlySet<string> = new Set(['kind', 'brand', 'facts', 'rows', 'output', 'clearance', 'title', 'subtitle'])

/** Every text of the front matter that may print, with the path of its key. */
function textsIn(value: unknown, path = ''): [key: string, words: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([step, inner]) => (path === '' && UNPRINTED.has(step) ? [] : textsIn(inner, path === '' ? step : `${path}.${step}`)))
}

const hostOf = (link: string): string => link.replace(/^[a-z]+:\/\/(?:www\.)?/i, '').replace(/[/?#].*$/, '')

/** As it may stand in a file's name: letters and figures of ASCII, whatever parts them. */
const slugOf = (words: string): string => words.normalize('NFD').toLowerCase().replace(/[^a-z0-9]/g, '')
