import {createHash} from 'node:crypto'
import type {Pdf} from './open-pdf.js'
import {type Dictionary, isDictionary, isRef, isStream, nameOf, type Value} from './pdf-values.js'

/** Where one PDF first differs from another, in a reader's words: `at page 2`; nothing where all that is seen is the same. */
export function differenceOf(one: Pdf, other: Pdf): string | undefined {
  const differing = one.pages.findIndex((page, index) => {
    const counterpart = other.pages[index]
    return counterpart !== undefined && imageOf(one, page) !== imageOf(other, counterpart)
  })
  if (differing >= 0) return `at page ${differing + 1}`
  if (one.pages.length !== other.pages.length) return `at page ${Math.min(one.pages.length, other.pages.length) + 1}`
  for (const [words, ...keys] of PARTS) {
    const same = keys.every((key) => digest(one, one.catalogue.entries.get(key)) === digest(other, other.catalogue.entries.get(key)))
    if (!same) return words
  }
  const fontsOf = (pdf: Pdf) => pdf.pages.map((page) => digest(pdf, pdf.entry(page, 'Resources', 'Font'))).join()
  if (fontsOf(one) !== fontsOf(other)) return 'in its fonts'
  if (digest(one, one.trailer.entries.get('Info')) !== digest(other, other.trailer.entries.get('Info'))) return 'in its properties'
  return undefined
}

/** What is not on a page, by its keys in the catalogue. */
const PARTS: readonly [string, ...string[]][] = [
  ['in its attached files', 'AF'],
  ['in its properties', 'Metadata', 'Lang', 'ViewerPreferences'],
  ['in its tags', 'StructTreeRoot', 'MarkInfo'],
  ['in its bookmarks', 'Outlines', 'Names'],
]

/** All that a page shows. Fonts are left out: a sign more on one page changes those of all. */
function imageOf(pdf: Pdf, page: Dictionary): string {
  const contents = pdf.get(page.entries.get('Contents'))
  const streams = Array.isArray(contents) ? contents.map(pdf.get) : [contents]
  const hash = createHash('sha256')
  for (const stream of streams) if (isStream(stream)) hash.update(pdf.content(stream)).update('\n')
  const resources = pdf.get(page.entries.get('Resources'))
  const drawn: Dictionary = {entries: new Map(isDictionary(resources) ? [...resources.entries].filter(([key]) => key !== 'Font') : [])}
  const annotations = pdf.get(page.entries.get('Annots'))
  const links = Array.isArray(annotations) ? annotations.filter((one) => nameOf(pdf.entry(one, 'FT')) !== 'Sig') : []
  return hash.update(digest(pdf, [drawn, pdf.entry(page, 'MediaBox') ?? null, links])).digest('hex')
}

/** Ways up and across the file: what they lead to is looked at where it belongs. */
const ELSEWHERE = new Set(['Parent', 'P', 'StructParent', 'StructParents', 'Pg', 'ID'])

/** The hash of a value with all that it refers to; which objects have numbers, and which, does not count. */
function digest(pdf: Pdf, value: Value | undefined): string {
  /** What is being looked at, and what was: objects refer to each other in circles. */
  const known = new Map<number, string>()
  const hashOf = (parts: readonly (string | Uint8Array)[]): string => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part).update('\0')
    return hash.digest('hex')
  }
  const of = (found: Value | undefined): string => {
    if (isRef(found)) {
      const before = known.get(found.ref)
      if (before !== undefined) return before
      known.set(found.ref, 'circle')
      const hash = of(pdf.get(found))
      known.set(found.ref, hash)
      return hash
    }
    if (Array.isArray(found)) return hashOf(['list', ...found.map(of)])
    if (!isDictionary(found)) return JSON.stringify(found ?? null)
    if (nameOf(found.entries.get('Type')) === 'Page') return `page ${pdf.pages.indexOf(found)}`
    const skipped = isStream(found) ? ['Length', 'Filter'] : []
    const entries = [...found.entries].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([key]) => !ELSEWHERE.has(key) && !skipped.includes(key))
    return hashOf(['map', ...entries.flatMap(([key, inner]) => [key, of(inner)]), ...(isStream(found) ? [pdf.content(found)] : [])])
  }
  return of(value)
}
