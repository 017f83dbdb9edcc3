import type {Brand} from '../brand/index.js'
import type {Assets, Attachment, PaperMeta, PrintForm, Sheet, SheetEntry} from '../content.js'
import {type Edition, symbolOf} from '../edition/index.js'
import {kindNamed} from '../kinds/index.js'
import {languageOf} from '../language/index.js'
import type {Pack} from './pack.js'

/** What a pack is bound with. */
export interface BindOptions {
  brand: Brand
  paper: PaperMeta['paper']
  audience: PaperMeta['audience']
  /** Of the pack's own leaves. */
  marking?: string
  /** How it is made where it is not for the screen: annexes are bound in then, and not attached. */
  form?: PrintForm
}

/** The leaves of a pack in order, papers and sheets, each an edition of one document; and the bytes of its annexes. */
export interface Bound {
  editions: Edition[]
  assets: Assets
}

/** Names of leaves: no paper's key has a sign of these at its end. */
const COVER = 'pack.cover_'
const CONTENTS = 'pack.contents_'

/** Puts the papers of a pack between its cover, its list of contents and its tabs. */
export function bindPack(pack: Omit<Pack, 'papers'>, papers: readonly Edition[], {brand, paper, audience, marking, form}: BindOptions): Bound {
  const language = languageOf(pack.language)
  if (!language) throw new Error(`A pack in ${pack.language}, which is no language`)
  const label = (key: keyof typeof language.labels) => brand.words[key] ?? language.labels[key]
  const some = (count: number, one: 'onePage' | 'onePaper' | 'oneAnnex', many: 'pages' | 'papers' | 'annexes') => (count === 1 ? label(one) : label(many).replace('{n}', String(count)))

  const meta: PaperMeta = {
    kind: 'pack',
    title: pack.title,
    ...(pack.subtitle === undefined ? {} : {subtitle: pack.subtitle}),
    short: pack.short,
    ...(pack.symbol === undefined ? {} : {symbol: symbolOf(pack.symbol, pack.counting)}),
    date: pack.date,
    asOf: pack.date,
    language: pack.language,
    paper,
    audience,
    ...(marking === undefined ? {} : {marking}),
    contacts: [],
    keywords: [],
    more: {},
    own: {},
  }
  const leaf = (key: string, sheet: Sheet, more: Partial<Edition> = {}): Edition =>
    ({key, path: pack.path, meta, brand, body: [], notes: [], contents: [], parts: [], listContents: false, leftOut: [], sheet, ...(form ? {form} : {}), ...more})

  const {meeting, place, date} = pack.occasion ?? {}
  const occasion = [['meeting', meeting], ['place', place], ['date', date]] as const
  const cover: Sheet = {
    type: 'cover',
    occasion: occasion.flatMap(([key, words]) => (words === undefined ? [] : [{label: label(key), words}])),
    recipients: pack.recipients,
    holds: [some(papers.length, 'onePaper', 'papers'), ...(pack.annexes.length > 0 ? [some(pack.annexes.length, 'oneAnnex', 'annexes')] : [])].join(', '),
  }
  const aboutPaper = ({meta: {symbol, kind}}: Edition) => [symbol, kindNamed(kind)?.label[pack.language] ?? kindNamed(kind)?.label.en].filter((words) => words !== undefined)
  const annexes = pack.annexes.map((annex, at) => {
    const about = [annex.symbol, annex.marking?.words, annex.source, annex.date && language.date(annex.date, 'long'), some(annex.pages, 'onePage', 'pages'), form ? undefined : label('attached')].filter((words) => words !== undefined)
    return {annex, key: `pack.annex-${at + 1}_`, letter: letterOf(at), about: about.join(' · ')}
  })
  const entries: SheetEntry[] = [
    ...papers.map((edition, at) => ({label: String(at + 1), title: edition.meta.title, about: aboutPaper(edition).join(' · '), key: edition.key})),
    ...annexes.map(({annex, key, letter, about}) => ({label: letter, title: annex.title, about, key})),
  ]
  const names = new Set(papers.flatMap(({attached = []}) => attached.map(({name}) => sameOnDisk(name))))
  const attached = annexes.map(({annex, letter}): Attachment => ({
    name: freeName(`${label('annex')}-${letter}.pdf`, names),
    path: annex.path,
    sha256: annex.sha256,
    type: 'application/pdf',
    relationship: 'Supplement',
    description: `${label('annex')} ${letter}: ${annex.title}`,
  }))
  const bound = papers.flatMap((edition, at) => {
    const tab = leaf(`pack.tab-${at + 1}_`, {type: 'tab', label: String(at + 1), title: edition.meta.title, about: [aboutPaper(edition).join(' · ')], opens: false})
    return pack.tabs ? [tab, edition] : [edition]
  })
  return {
    editions: [
      leaf(COVER, cover, attached.length > 0 && !form ? {attached} : {}),
      leaf(CONTENTS, {type: 'contents', entries}),
      ...withOwnAttachments(bound),
      ...annexes.map(({annex, key, letter, about}) => leaf(key, {type: 'tab', label: letter, title: annex.title, about: [about], opens: true}, form ? {bound: form.duplex ? 2 * Math.ceil(annex.pages / 2) : annex.pages} : {})),
    ],
    assets: new Map(pack.annexes.map(({sha256, bytes}) => [sha256, bytes])),
  }
}

/** `A` to `Z`, then `AA`. */
const letterOf = (at: number): string => (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

const sameOnDisk = (name: string): string => name.normalize('NFC').toLowerCase()

function freeName(name: string, taken: Set<string>): string {
  let count = 1
  const numbered = () => (count === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${count}$1`))
  while (taken.has(sameOnDisk(numbered()))) count++
  taken.add(sameOnDisk(numbered()))
  return numbered()
}

/** Papers attach files of one name that are not the same: in one document each needs a name of its own. */
function withOwnAttachments(editions: readonly Edition[]): Edition[] {
  const known = new Map<string, string>()
  const taken = new Set<string>()
  return editions.map((edition) => {
    if (!edition.attached) return edition
    const attached = edition.attached.map((file) => {
      const key = `${file.name} ${file.sha256}`
      const name = known.get(key) ?? freeName(file.name, taken)
      known.set(key, name)
      return {...file, name}
    })
    return {...edition, attached}
  })
}
