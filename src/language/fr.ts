import {alphabetical} from './alphabetical.js'
import {binderOf, CURRENCIES, lastCharacter, MEASURES, NO_BREAK, word, wordEnd} from './bind.js'
import {frenchEditing} from './french-editing.js'
import {frenchNumerals} from './french-numerals.js'
import {curlFrench} from './french-quotes.js'
import {spaceFrench} from './french-spaces.js'
import {hyphenationOf} from './hyphenation.js'
import type {Language} from './language.js'
import {writeNumber} from './numbers.js'

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const SHORT_MONTHS = 'janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.'.split(' ')
const anyMonth = `(?:${[...MONTHS, ...SHORT_MONTHS].map((month) => month.replace('.', '\\.')).join('|')})${wordEnd}`
const number = '(?:\\d|[IVXLC]+(?![\\p{L}\\d])|premier|\\p{Lu}(?![\\p{L}\\d]))'

const bind = binderOf([
  ['\\d', `(?:mille|millions?|milliards?|pour~cent|${MEASURES}|€|\\$|£|${CURRENCIES})${wordEnd}`],
  ['\\d~pour', 'cent'],
  ['(?:million|milliard)s?', '(?:d’|de~)'],
  [word('\\d{1,2}|1er'), anyMonth],
  [word(anyMonth), `\\d{4}${wordEnd}`],
  [
    word(
      '[Aa]rticles?|[Aa]rt\\.|[Nn][°º]s?|[Nn]os?|pp?\\.|[Pp]ar\\.|[Pp]aragraphes?|[Cc]hapitres?|[Cc]hap\\.|[Ss]ections?|[Ff]ig\\.|[Vv]ol\\.',
    ),
    number,
  ],
  [word('[Aa]nnexes?|[Pp]rotocole|[Pp]artie|[Ff]igure|[Tt]ableau|[Rr]ègle|[Rr]ésolution|[Tt]itre|[Vv]olume'), number],
  [word('\\p{Lu}\\.'), '\\p{Lu}\\.'],
  [word('M\\.|MM\\.|Mme|Mmes|Mlle|Dr|Pr|S\\.~?E\\.'), '\\p{Lu}'],
])

/** French as the Imprimerie nationale and the United Nations write it. */
export const french: Language = {
  code: 'fr',
  tag: 'fr-FR',
  direction: 'ltr',
  labels: {
    page: 'page {n} sur {total}',
    pageReference: ', page {n}',
    draft: 'PROJET',
    forClearance: 'pour approbation',
    embargoed: 'Sous embargo jusqu’au {when}',
    copyNumber: 'Exemplaire n° ______ sur {total}',
    intendedFor: 'À l’intention de : {whom}',
    supersedes: 'Met à jour {paper}',
    changesSince: 'Ce qui a changé depuis {paper}',
    changesAdded: 'Ajouté',
    changesRemoved: 'Supprimé',
    changesNone: 'Rien n’a changé dans le texte.',
    factChanged: '{fact} : {now} (auparavant : {before})',
    packPageReference: ', page {n} du dossier',
    factsAsOf: 'Données au {date}',
    contents: 'Sommaire',
    continued: '(suite)',
    sources: 'Sources',
    source: 'Source',
    contact: 'Contact',
    keyFigures: 'Chiffres clés',
    status: 'Situation',
    position: 'Notre position',
    argument: 'L’argument',
    response: 'Notre réponse',
    recommendations: 'Ce que nous demandons',
    note: 'Note',
    warning: 'Attention',
    internal: 'Usage interne',
    deadline: 'd’ici au {date}',
    reviewBy: 'À revoir avant le {date}',
    unknown: 'inconnu',
    signed: 'Signature',
    ratified: 'Ratification',
    acceded: 'Adhésion',
    accepted: 'Acceptation',
    approved: 'Approbation',
    succeeded: 'Succession',
    inForce: 'En vigueur',
    noticeGiven: 'Notification du retrait',
    withdrawn: 'Retrait',
    party: 'État partie',
    notParty: 'Non partie',
    withdrawalPending: 'État partie jusqu’à la prise d’effet du retrait',
    total: 'Total',
    figure: 'Figure',
    table: 'Tableau',
    disputed: 'Contesté : {why}',
    accessed: 'consulté le {date}',
    archived: 'copie archivée',
    done: 'fait',
    open: 'à faire',
    locatorMap: 'Carte de situation ({region}) : {country}',
    boundaries: 'Les frontières représentées n’impliquent aucune prise de position sur le statut juridique d’un territoire.',
    addresses: 'Adresses des liens',
    pack: 'Dossier',
    tab: 'Onglet',
    meeting: 'Réunion',
    place: 'Lieu',
    date: 'Date',
    recipients: 'Destinataires',
    annex: 'Annexe',
    attached: 'jointe à ce fichier',
    pages: '{n} pages',
    onePage: '1 page',
    papers: '{n} documents',
    onePaper: '1 document',
    annexes: '{n} annexes',
    oneAnnex: '1 annexe',
  },
  vagueLinks: ['ici', 'cliquez ici', 'lien', 'ce lien', 'cette page', 'lire la suite', 'en savoir plus', 'voir ici', 'site'],
  date({year, month, day}, style) {
    const name = month === undefined ? undefined : (style === 'long' ? MONTHS : SHORT_MONTHS)[month - 1]
    if (name === undefined) return String(year)
    // Only the first of a month is an ordinal.
    return [day === 1 ? '1er' : day, name, year].filter((part) => part !== undefined).join(NO_BREAK)
  },
  notesAfterPunctuation: false,
  numerals: frenchNumerals,
  editing: frenchEditing,
  number: (value, decimals) => writeNumber(value, decimals, {thousands: NO_BREAK, decimal: ','}),
  typography(text, before) {
    const context = lastCharacter(before)
    return bind(context + spaceFrench(curlFrench(text, before), context)).slice(context.length)
  },
  hyphenate: hyphenationOf('fr'),
  compare: alphabetical,
}
