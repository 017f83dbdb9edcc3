import {highestMarking, rankOf, schemesOf} from '../brand/index.js'
import {type Diagnostic, error, hasErrors, type Outcome, type Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {closest} from '../shapes/index.js'
import type {Pack} from './pack.js'

/**
 * The marking of a pack: what its file says, else the highest of what it holds. It is never lower than any of them, for whoever holds
 * the pack holds that paper and that annex; `house` is the house's own scheme.
 */
export function markedAs({path, marking, annexes}: Pick<Pack, 'path' | 'marking' | 'annexes'>, papers: readonly Edition[], house: readonly string[] | undefined): Outcome<string> {
  const unknown = [marking, ...annexes.map((annex) => annex.marking)].flatMap((one) => (one && !rankOf(one.words, house) ? [unknownMarking(one, house)] : []))
  if (hasErrors(unknown)) return {diagnostics: unknown}
  const marked = [
    ...papers.flatMap(({meta, path: paper}) => (meta.marking === undefined ? [] : [{words: meta.marking, what: 'paper', place: {path: paper}}])),
    ...annexes.flatMap((annex) => (annex.marking ? [{words: annex.marking.words, what: 'annex', place: annex.marking.place}] : [])),
  ]
  if (!marking) {
    const words = highestMarking(marked.map((one) => one.words), house)
    if (words !== undefined || marked.length === 0) return {...(words === undefined ? {} : {value: words}), diagnostics: []}
    const all = [...new Set(marked.map((one) => `\`${one.words}\``))].join(' and ')
    return {diagnostics: [error('pack/no-marking', {path}, `Which of ${all} reaches fewer readers is not known: the pack needs a marking of its own`, 'Add `marking: ...` to the pack')]}
  }
  const own = rankOf(marking.words, house)
  const diagnostics = marked.flatMap(({words, what, place}): Diagnostic[] => {
    const rank = rankOf(words, house)
    if (!own || !rank || own.scheme !== rank.scheme || own.rank >= rank.rank) return []
    const message = `The pack is marked \`${marking.words}\`, and holds ${what === 'paper' ? 'a paper' : 'an annex'} that is marked \`${words}\``
    return [{...error('pack/marking-too-low', marking.place, message, `Mark the pack \`${words}\`, or leave that ${what} out`), related: [{message: `It is this ${what}`, place}]}]
  })
  return {value: marking.words, diagnostics}
}

function unknownMarking({words, place}: {words: string; place: Place}, house: readonly string[] | undefined): Diagnostic {
  const all = Object.values(schemesOf(house)).flat()
  const near = closest(words, all)
  const hint = near ? `Did you mean \`${near}\`?` : `Write one of ${all.map((word) => `\`${word}\``).join(', ')}, or add it to the brand under \`defaults.demarche.markings\``
  return error('pack/unknown-marking', place, `\`${words}\` is no marking of a scheme that the pack's brand knows`, hint)
}
