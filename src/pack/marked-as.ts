import {highestMarking, rankOf} from '../brand/index.js'
import {type Diagnostic, error, type Outcome} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Pack} from './pack.js'

/**
 * The marking of a pack: what its file says, else the highest of its papers. It is never lower than any of them, for whoever holds
 * the pack holds that paper; `house` is the house's own scheme.
 */
export function markedAs({path, marking}: Pick<Pack, 'path' | 'marking'>, papers: readonly Edition[], house: readonly string[] | undefined): Outcome<string> {
  const marked = papers.flatMap(({meta, path: paper}) => (meta.marking === undefined ? [] : [{words: meta.marking, paper}]))
  if (!marking) {
    const words = highestMarking(marked.map((one) => one.words), house)
    if (words !== undefined || marked.length === 0) return {...(words === undefined ? {} : {value: words}), diagnostics: []}
    const all = [...new Set(marked.map((one) => `\`${one.words}\``))].join(' and ')
    return {diagnostics: [error('pack/no-marking', {path}, `Which of ${all} reaches fewer readers is not known: the pack needs a marking of its own`, 'Add `marking: ...` to the pack')]}
  }
  const own = rankOf(marking.words, house)
  const diagnostics = marked.flatMap(({words, paper}): Diagnostic[] => {
    const rank = rankOf(words, house)
    if (!own || !rank || own.scheme !== rank.scheme || own.rank >= rank.rank) return []
    const message = `The pack is marked \`${marking.words}\`, and holds a paper that is marked \`${words}\``
    return [{...error('pack/marking-too-low', marking.place, message, `Mark the pack \`${words}\`, or leave that paper out`), related: [{message: 'It is this paper', place: {path: paper}}]}]
  })
  return {value: marking.words, diagnostics}
}
