import type {PaperMeta} from '../../content.js'

/** The words of courtesy of one language; both offices stand in them as they do in a sentence, with their articles. */
interface Formulas {
  /** Up to where the author goes on. */
  opening(sender: string, recipient: string, next: string): string
  closing(sender: string, recipient: string): string
  /** How a place and a day stand under a note. */
  dated(place: string, date: string): string
  /** An article that begins a sentence, and is small within one. */
  article: RegExp
  /** Offices that do not stand without one. */
  office: RegExp
  /** As a hint has it. */
  example: string
}

const english: Formulas = {
  opening: (sender, recipient) => `${capital(sender)} presents its compliments to ${recipient} and has the honour to `,
  closing: (sender, recipient) => `${capital(sender)} avails itself of this opportunity to renew to ${recipient} the assurances of its highest consideration.`,
  dated: (place, date) => `${place}, ${date}`,
  article: /^The /,
  office: /^(?:Permanent|Ministry|Embassy|Mission|Delegation|Secretariat|Government|Consulate|High Commission|Office|Department)\b/i,
  example: 'the Ministry of Foreign Affairs',
}

const french: Formulas = {
  opening: (sender, recipient, next) => `${capital(sender)} présente ses compliments ${to(recipient)} et a l’honneur ${/^[aeiouyàâæéèêëîïôœûü]/i.test(next) ? 'd’' : 'de '}`,
  closing: (sender, recipient) => `${capital(sender)} saisit cette occasion pour renouveler ${to(recipient)} les assurances de sa très haute considération.`,
  dated: (place, date) => `${place}, le ${date}`,
  article: /^(?:L[ae]s? |L’)/,
  office: /^(?:Mission|Ministère|Ambassade|Délégation|Secrétariat|Gouvernement|Consulat|Haut-Commissariat|Office|Bureau|Département)(?![\p{L}])/iu,
  example: 'le Ministère des affaires étrangères',
}

const FORMULAS: Record<string, Formulas> = {en: english, fr: french}

/** Of the paper's language; in English where it has none. */
export const formulasOf = ({language}: Pick<PaperMeta, 'language'>): Formulas => FORMULAS[language] ?? english

/** Both offices as they stand within a sentence; the kind's schema requires them. */
export function officesOf({own, ...meta}: PaperMeta): {sender: string; recipient: string} {
  const {article} = formulasOf(meta)
  const within = (name: unknown) => String(name ?? '').replace(article, (typed) => typed.toLowerCase())
  return {sender: within(own.sender), recipient: within(own.recipient)}
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** French draws the preposition and the article together. */
const to = (recipient: string): string =>
  /^le /.test(recipient) ? `au ${recipient.slice(3)}` : /^les /.test(recipient) ? `aux ${recipient.slice(4)}` : `à ${recipient}`
