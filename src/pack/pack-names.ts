import {type Diagnostic, error} from '../diagnostic.js'
import {deliveryName, type Finished, formSuffix, type Job} from '../press/index.js'
import type {Pack, PackPaper} from './pack.js'

interface Names {
  /** Of the pack in a form. */
  pack(form: Job['form']): string
  zip: string
  papers: string[]
  annexes: string[]
  diagnostics: Diagnostic[]
}

/** What the files of a pack are called, from its folder; two that would have one name are told. */
export function packNames(pack: Pack, made: readonly Finished[], {jobs, neutralNames}: {jobs: readonly Job[]; neutralNames?: boolean}): Names {
  const own = jobs[0]?.audience === 'internal' ? '.INTERNAL' : ''
  const two = (at: number) => String(at + 1).padStart(2, '0')
  const {title, symbol, counting, language, date} = pack
  const packName = (form: Job['form']) => {
    const suffix = `${formSuffix(form).map((part) => `.${part}`).join('')}${own}`
    return neutralNames ? `pack${suffix}.pdf` : deliveryName({title, symbol, language, date: date.text, release: counting}, {suffix})
  }
  const papers = made.map((paper, at) => `papers/${neutralNames ? `${two(at)}${own}.pdf` : deliveryName(paper, {suffix: own})}`)
  const annexes = pack.annexes.map((annex, at) => `annexes/${neutralNames ? `${two(at)}.pdf` : deliveryName({title: annex.title, symbol: annex.symbol, language, date: date.text})}`)
  // One that is not printed is told for another reason.
  const diagnostics = [...(made.length === pack.papers.length ? sameFiles(papers, pack.papers) : []), ...sameFiles(annexes, pack.annexes)]
  return {pack: packName, zip: packName(undefined).replace(/\.pdf$/, '.zip'), papers, annexes, diagnostics}
}

/** Names that differ in capitals only are one file on many disks. */
function sameFiles(names: readonly string[], members: readonly Pick<PackPaper, 'place'>[]): Diagnostic[] {
  const first = new Map<string, number>()
  return names.flatMap((name, at) => {
    const before = first.get(name.toLowerCase())
    if (before === undefined) {
      first.set(name.toLowerCase(), at)
      return []
    }
    const told = error('pack/same-file', members[at]?.place ?? {path: ''}, `Another member would be written to \`${name}\` as well`, 'Give one of the two a symbol or another title, or use `--neutral-names`')
    const other = members[before]
    return [other ? {...told, related: [{message: 'It is this one', place: other.place}]} : told]
  })
}
