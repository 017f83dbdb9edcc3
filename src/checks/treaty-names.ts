import type {Brand} from '../brand/index.js'
import {type Diagnostic, warning} from '../diagnostic.js'
import type {Language} from '../language/index.js'
import {matchesOf} from '../matches.js'
import type {Passage, Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {isTitle} from './runs.js'
import {anyOf, madeOnce, WORD_END, WORD_START} from './word-pattern.js'

/** One treaty under two short names in a paper, or under another than the house keeps to: a reader looks for two treaties. */
export function checkTreatyNames({passages, language, source}: Reading, brand: Brand): Diagnostic[] {
  const {pattern, treaties} = namesOf(brand)(language)
  if (!pattern) return []
  const taken = new Map<Treaty, {name: string; passage: Passage; index: number}>()
  return passages.flatMap((passage) =>
    matchesOf(passage.own, pattern).flatMap(({0: words, index}) => {
      const treaty = treaties.get(keyOf(words))
      if (!treaty || isTitle(passage, index)) return []
      const first = taken.get(treaty)
      if (treaty.kept !== undefined ? keyOf(treaty.kept) === keyOf(words) : !first || keyOf(first.name) === keyOf(words)) {
        if (!first) taken.set(treaty, {name: words, passage, index})
        return []
      }
      const place = placeIn(passage, index, index + words.length, source)
      if (treaty.kept !== undefined) {
        const message = `\`${words}\` is not the short form that this house keeps to: expected \`${treaty.kept}\``
        return [warning('checks/treaty-names', place, message, `Write \`${treaty.kept}\`, or \`the Convention\` where it is clear which`)]
      }
      const name = first?.name ?? words
      const found = warning('checks/treaty-names', place, `\`${words}\` is the treaty that this paper calls \`${name}\` elsewhere: expected one short form`, `Write \`${name}\` throughout, or the other throughout`)
      return [first ? {...found, related: [{message: 'It was called so first here', place: placeIn(first.passage, first.index, first.index + name.length, source)}]} : found]
    }),
  )
}

interface Treaty {
  /** The short form that the house keeps to; without one a paper chooses. */
  kept?: string
}

/** "Ottawa treaty" is the Ottawa Treaty. */
const keyOf = (name: string): string => name.replace(/[’ʼ]/g, "'").toLowerCase()

/** What the brand says of a treaty goes before what the language knows of it; names in full are stepped over. */
const namesOf = madeOnce(({treaties: ofBrand = {}}: Brand) =>
  madeOnce(({editing}: Language) => {
    const treaties = new Map<string, Treaty>()
    const known = editing.treaties.map(({short, full}) => ({short: [...short], full: [...full], kept: undefined as string | undefined}))
    for (const [kept, others] of Object.entries(ofBrand)) {
      const names = [kept, ...others]
      const same = known.find(({short, full}) => [...short, ...full].some((one) => names.some((name) => keyOf(name) === keyOf(one))))
      if (same) {
        same.kept = kept
        same.short.push(...names)
        same.full = same.full.filter((one) => keyOf(one) !== keyOf(kept))
      } else known.push({short: names, full: [], kept})
    }
    for (const {short, kept} of known) {
      const treaty: Treaty = kept === undefined ? {} : {kept}
      for (const name of short) treaties.set(keyOf(name), treaty)
    }
    const names = known.flatMap(({short, full}) => [...short, ...full])
    // Capitals tell a name from words: "a mine ban treaty" is any. The last word may be small: "Ottawa treaty".
    const forms = names.flatMap((name) => [name, name.replace(/(?<= )(?:Convention|Treaty)$/, (word) => word.toLowerCase())])
    return {pattern: names.length > 0 ? new RegExp(`${WORD_START}(?:${anyOf([...new Set(forms)])})${WORD_END}`, 'gu') : undefined, treaties}
  }),
)
