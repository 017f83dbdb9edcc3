import {closest} from './closest.js'

/** Keys, and what else people call what they say. */
const ALSO: Record<string, readonly string[]> = {
  accessed: ['retrieved', 'visited', 'consulted', 'last_accessed', 'date_accessed', 'access_date'],
  alt: ['description', 'alternative', 'alt_text', 'text'],
  archived: ['archive', 'archive_url', 'wayback'],
  as_of: ['as_at', 'cut_off', 'cutoff', 'facts_as_of', 'status_date'],
  ask: ['action', 'recommendation', 'request', 'measure'],
  attach: ['attachments', 'attachment', 'files', 'annexes'],
  author: ['by', 'writer', 'drafter', 'written_by'],
  brand: ['theme', 'style', 'design', 'house'],
  budget: ['pages', 'max_pages', 'length', 'limit'],
  caption: ['title', 'legend', 'label'],
  chart: ['type', 'kind', 'graph'],
  consent: ['ratified', 'ratification', 'accession', 'acceded'],
  contact: ['desk', 'enquiries', 'inquiries'],
  contents: ['toc', 'table_of_contents', 'index'],
  country: ['state', 'nation', 'iso', 'iso2', 'iso3'],
  credit: ['copyright', 'photographer', 'rights', 'source', 'author'],
  date: ['issued', 'published', 'year', 'day', 'when'],
  deadline: ['by', 'due', 'until', 'when', 'date', 'by_when'],
  enclosures: ['encl', 'enclosed', 'annexes', 'attachments'],
  figures: ['numbers', 'values', 'items', 'facts'],
  image: ['src', 'file', 'picture', 'path', 'photo', 'photograph'],
  in_force: ['entry_into_force', 'entered_into_force', 'force', 'effective'],
  keywords: ['tags', 'subjects', 'topics'],
  kind: ['type', 'template', 'format', 'document_type'],
  label: ['caption', 'text', 'description', 'title', 'name', 'what'],
  language: ['lang', 'locale'],
  mail: ['email', 'e_mail'],
  marking: ['classification', 'confidentiality', 'tlp', 'distribution'],
  minutes: ['duration', 'time', 'length'],
  note: ['comment', 'remark', 'footnote'],
  notes: ['footnotes', 'remarks'],
  occasion: ['event', 'meeting', 'conference'],
  paper: ['size', 'page', 'page_size', 'papersize', 'format'],
  phone: ['tel', 'telephone', 'mobile', 'phone_number'],
  place: ['city', 'venue', 'location'],
  publisher: ['organisation', 'organization', 'org', 'institution', 'issuer'],
  recipient: ['to', 'addressee', 'for'],
  review_by: ['review', 'expires', 'expiry', 'valid_until', 'review_date'],
  role: ['function', 'position', 'job', 'job_title', 'title'],
  rows: ['table', 'csv', 'data', 'list', 'pairs'],
  sender: ['from', 'mission', 'embassy'],
  short: ['short_title', 'running_title'],
  signed: ['signature', 'signature_date'],
  source: ['src', 'reference', 'ref', 'citation', 'cite'],
  speaker: ['by', 'delivered_by', 'name'],
  subtitle: ['sub_title', 'subheading', 'strapline', 'tagline'],
  symbol: ['reference', 'ref', 'number', 'document_number'],
  title: ['heading', 'headline', 'subject', 'name', 'event', 'what'],
  to: ['of', 'who', 'whom', 'addressee', 'for'],
  turning: ['highlight', 'milestone', 'turning_point', 'key', 'important'],
  unit: ['measure', 'counts'],
  url: ['web', 'link', 'href', 'website', 'address'],
  value: ['figure', 'number', 'amount', 'count', 'total'],
  web: ['website', 'url', 'homepage', 'site', 'link', 'www'],
  withdrawal: ['withdrawn', 'denunciation', 'denounced'],
}

/** Which of the keys that there are was meant by one that is none: the nearest by its letters, else the only one that people call so and that is not written yet. */
export function keyMeant(typed: string, known: readonly string[], isWritten: (key: string) => boolean): string | undefined {
  const near = closest(typed, known)
  if (near !== undefined) return near
  const word = typed.toLowerCase().replace(/[\s-]+/g, '_')
  const called = known.filter((key) => !isWritten(key) && Object.hasOwn(ALSO, key) && ALSO[key]?.includes(word))
  return called.length === 1 ? called[0] : undefined
}
