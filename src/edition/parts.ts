import {toString as typedWords} from 'mdast-util-to-string'
import {blockNamed, type Part} from '../blocks/index.js'
import type {KindSpec} from '../kinds/index.js'
import {isHeading} from './headings.js'
import {meetAll} from './walk.js'

interface PartsOptions {
  kind: KindSpec
  language: string
  /** It has notes. */
  cites: boolean
}

/** The parts a paper has: of its blocks, of its headings, and a source wherever one is cited. */
export function partsOf(body: unknown, {kind, language, cites}: PartsOptions): Part[] {
  const parts = new Set<Part>(cites ? ['source'] : [])
  meetAll(body, (found) => {
    if (found.type === 'block' && 'name' in found) for (const part of blockNamed(String(found.name))?.parts ?? []) parts.add(part)
    if (!isHeading(found)) return
    if (found.data?.part) parts.add(found.data.part)
    if (found.depth === 2 && kind.sections) parts.add(kind.sections)
    const usual = partHeaded(typedWords(found), kind, language)
    if (usual) parts.add(usual)
  })
  return [...parts].sort()
}

/** The part that its readers know by this heading. */
function partHeaded(words: string, {headings = {}}: KindSpec, language: string): Part | undefined {
  const plain = words.trim().toLowerCase().replaceAll('’', "'")
  const found = Object.entries(headings).find(([, byLanguage]) => byLanguage[language]?.includes(plain))
  return found?.[0] as Part | undefined // the keys of `headings` are parts
}
