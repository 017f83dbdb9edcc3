import {alphabetical} from './alphabetical.js'
import {binderOf, CURRENCIES, lastCharacter, MEASURES, NO_BREAK, word, wordEnd} from './bind.js'
import {englishEditing} from './english-editing.js'
import {englishNumerals} from './english-numerals.js'
import {curlEnglish} from './english-quotes.js'
import {hyphenationOf} from './hyphenation.js'
import type {Language} from './language.js'
import {writeNumber} from './numbers.js'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const anyMonth = `(?:${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|')}|Sept)${wordEnd}`
const number = '(?:\\d|[IVXLC]+(?![\\p{L}\\d])|\\p{Lu}(?![\\p{L}\\d]))'

const bind = binderOf([
  ['\\d', `(?:hundred|thousand|million|billion|trillion|per~cent|${MEASURES})${wordEnd}`],
  ['\\d', '[ap]\\.m\\.'],
  ['\\d~per', 'cent'],
  ['\\d~(?:million|billion|trillion)', `(?:${MEASURES})${wordEnd}`],
  [word(CURRENCIES), '\\d'],
  [word('\\d{1,2}'), anyMonth],
  [`${word(anyMonth)}\\.?`, `\\d{4}${wordEnd}`],
  [
    word(
      '[Aa]rticles?|[Aa]rt\\.|[Nn]os?\\.|pp?\\.|[Pp]aras?\\.|[Pp]aragraphs?|[Cc]hapters?|[Cc]h\\.|[Ss]ections?|[Ss]ect\\.|[Ff]ig\\.|[Vv]ol\\.',
    ),
    number,
  ],
  [word('Annex|Appendix|Protocol|Part|Figure|Table|Rule|Resolution|Amendment|Title|Volume'), number],
  [word('\\p{Lu}\\.'), '\\p{Lu}\\.'],
  [`${word('Mr|Mrs|Ms|Dr|Prof|H\\.E')}\\.?`, '\\p{Lu}'],
])

/** English as the United Kingdom and the United Nations write it. */
export const english: Language = {
  code: 'en',
  tag: 'en-GB',
  direction: 'ltr',
  labels: {
    page: 'page {n} of {total}',
    pageReference: ', page {n}',
    draft: 'DRAFT',
    forClearance: 'for clearance',
    embargoed: 'Embargoed until {when}',
    copyNumber: 'Copy no. ______ of {total}',
    intendedFor: 'For {whom}',
    supersedes: 'Updates {paper}',
    changesSince: 'What changed since {paper}',
    changesAdded: 'Added',
    changesRemoved: 'No longer said',
    changesNone: 'Nothing that is said has changed.',
    factChanged: '{fact}: now {now}, before {before}',
    packPageReference: ', page {n} of the pack',
    factsAsOf: 'Facts as of {date}',
    contents: 'Contents',
    continued: '(continued)',
    sources: 'Sources',
    source: 'Source',
    contact: 'Contact',
    keyFigures: 'Key figures',
    status: 'Status',
    position: 'Our position',
    argument: 'The argument',
    response: 'Our response',
    recommendations: 'What we ask',
    note: 'Note',
    warning: 'Warning',
    internal: 'Internal',
    deadline: 'by {date}',
    reviewBy: 'To be reviewed by {date}',
    unknown: 'unknown',
    signed: 'Signed',
    ratified: 'Ratified',
    acceded: 'Acceded',
    accepted: 'Accepted',
    approved: 'Approved',
    succeeded: 'Succeeded',
    inForce: 'In force',
    noticeGiven: 'Notice given',
    withdrawn: 'Withdrawn',
    party: 'State Party',
    notParty: 'Not a State Party',
    withdrawalPending: 'State Party until the withdrawal takes effect',
    total: 'Total',
    figure: 'Figure',
    table: 'Table',
    disputed: 'Disputed: {why}',
    accessed: 'accessed {date}',
    archived: 'archived copy',
    done: 'done',
    open: 'open',
    locatorMap: 'Map of {region} with {country} marked',
    boundaries: 'The boundaries shown imply no opinion on the legal status of any territory.',
    addresses: 'Addresses of links',
    pack: 'Briefing pack',
    tab: 'Tab',
    meeting: 'Meeting',
    place: 'Place',
    date: 'Date',
    recipients: 'For',
    annex: 'Annex',
    attached: 'attached to this file',
    pages: '{n} pages',
    onePage: '1 page',
    papers: '{n} papers',
    onePaper: '1 paper',
    annexes: '{n} annexes',
    oneAnnex: '1 annex',
  },
  vagueLinks: ['here', 'click here', 'link', 'this link', 'this page', 'this', 'more', 'read more', 'see here', 'website'],
  date({year, month, day}, style) {
    const name = month === undefined ? undefined : MONTHS[month - 1]
    if (name === undefined) return String(year)
    return [day, style === 'long' ? name : name.slice(0, 3), year].filter((part) => part !== undefined).join(NO_BREAK)
  },
  notesAfterPunctuation: true,
  numerals: englishNumerals,
  editing: englishEditing,
  number: (value, decimals) => writeNumber(value, decimals, {thousands: ',', decimal: '.'}),
  typography(text, before) {
    const context = lastCharacter(before)
    return bind(context + curlEnglish(text, before)).slice(context.length)
  },
  hyphenate: hyphenationOf('en-gb'),
  compare: alphabetical,
}
