import {languageOf} from '../../language/index.js'
import type {RunMark} from './runs.js'
import {type Element, element} from './structure.js'

/** The element of a run within a text of the given order; that of what is around it where it has no role of its own. */
export function makeRunElements(): (run: RunMark, text: Element, order: number) => Element {
  const found = new Map<RunMark, Element>()
  return function elementOf(run, text, order): Element {
    const known = found.get(run)
    if (known) return known
    const above = run.above ? elementOf(run.above, text, order) : text
    let one = run.role ? element(run.role, order, above) : above
    if (run.to !== undefined && run.to !== run.above?.to) {
      // A call of a note is a reference; what is clicked in it is a link.
      if (one.role !== 'Link') one = element({role: 'Link'}, order, one)
      one.words = wordsOf(run, text)
    }
    found.set(run, one)
    return one
  }
}

/** What a link says of itself: its words, and of a note what its number means. */
function wordsOf(run: RunMark, text: Element): string {
  const note = run.role?.note
  return note === undefined ? run.words : `${noteLabel(text)} ${note}`
}

function noteLabel(text: Element): string {
  for (let one: Element | undefined = text; one; one = one.above) {
    const language = one.role === 'Part' && one.language ? languageOf(one.language.slice(0, 2)) : undefined
    if (language) return language.labels.note
  }
  return ''
}
