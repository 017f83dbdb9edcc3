import {z} from 'zod'

/** A source as the fact register writes it, under its id. */
export interface ImportedSource {
  id: string
  entry: Record<string, string>
}

const name = z.object({family: z.string().optional(), given: z.string().optional(), literal: z.string().optional(), 'non-dropping-particle': z.string().optional()})
const parts = z.object({'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).optional(), raw: z.string().optional()})

/** What is taken from an item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
const item = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  type: z.string().optional(),
  title: z.string().optional(),
  author: z.array(name).optional(),
  publisher: z.string().optional(),
  'container-title': z.string().optional(),
  issued: parts.optional(),
  accessed: parts.optional(),
  number: z.union([z.string(), z.number()]).optional(),
  page: z.union([z.string(), z.number()]).optional(),
  URL: z.string().optional(),
})
type Item = z.output<typeof item>

const TYPES: Record<string, string> = {
  book: 'book',
  chapter: 'book',
  thesis: 'book',
  webpage: 'web',
  post: 'web',
  'post-weblog': 'web',
  'article-newspaper': 'news',
  'article-magazine': 'news',
  dataset: 'dataset',
  treaty: 'treaty',
  speech: 'statement',
  interview: 'statement',
}

/** Sources from a bibliography: BibTeX, or CSL-JSON. Throws, with a sentence for its reader, where it is neither. */
export async function readBibliography(text: string): Promise<ImportedSource[]> {
  const items = z.array(item).safeParse(/^\s*[[{]/.test(text) ? csl(text) : await bibtex(text))
  if (!items.success) throw new Error('an entry has a field of another shape than a bibliography has')
  return items.data.flatMap((one) => sourceOf(one) ?? [])
}

function csl(text: string): unknown {
  const read: unknown = JSON.parse(text)
  return Array.isArray(read) ? read : [read]
}

/** As much of `@citation-js/core` as is used: it is an optional dependency, and has no types. */
interface Library {
  plugins: {input: {chain(text: string, options: object): unknown}}
}

/** The reader of BibTeX is large, and only this needs it. It is given a text, and so has nothing to fetch. */
async function bibtex(text: string): Promise<unknown> {
  const [core, reader]: string[] = ['@citation-js/core', '@citation-js/plugin-bibtex']
  const library: Library | undefined = await Promise.all([import(core ?? ''), import(reader ?? '')]).then(
    ([loaded]) => loaded,
    () => undefined,
  )
  if (!library) throw new Error(`BibTeX needs the packages \`${core}\` and \`${reader}\`, which are not installed`)
  return library.plugins.input.chain(text, {forceType: '@biblatex/text', generateGraph: false})
}

function sourceOf(one: Item): ImportedSource | undefined {
  const id = String(one.id ?? '').normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  if (id === '' || one.title === undefined) return undefined
  const type = TYPES[one.type ?? ''] ?? (one.type === 'document' && one.URL !== undefined ? 'web' : 'report')
  const url = one.URL !== undefined && /^https?:\/\//.test(one.URL) ? one.URL : undefined
  const accessed = dateOf(one.accessed)
  const fields: Record<string, string | undefined> = {
    type,
    title: one.title,
    author: one.author?.map(nameOf).filter((words) => words !== '').join(' and ') || undefined,
    publisher: one.publisher ?? one['container-title'],
    date: dateOf(one.issued),
    symbol: one.number === undefined ? undefined : String(one.number),
    page: one.page === undefined ? undefined : `${/[-–,]/.test(String(one.page)) ? 'pp.' : 'p.'} ${String(one.page).replace(/-+/g, '–')}`,
    url,
    accessed: accessed?.length === 10 ? accessed : undefined,
  }
  // Braces and breaks of lines are of the bibliography, not of the words.
  const entry = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value.replace(/[{}]/g, '').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim()]]))
  return {id, entry: Object.fromEntries(entry)}
}

const nameOf = ({literal, given, family, 'non-dropping-particle': particle}: z.output<typeof name>): string =>
  literal ?? [given, particle, family].filter((part) => part !== undefined && part !== '').join(' ')

/** As precise as it is: `2025`, `2025-12`, `2025-12-01`. */
function dateOf(date: z.output<typeof parts> | undefined): string | undefined {
  const [year, ...rest] = date?.['date-parts']?.[0] ?? []
  if (year === undefined) return date?.raw !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(date.raw) ? date.raw : undefined
  return [String(year).padStart(4, '0'), ...rest.slice(0, 2).map((part) => String(part).padStart(2, '0'))].join('-')
}
