import {z} from 'zod'
import {BRIEF, text} from '../../shapes/fields.js'
import {defineKind} from '../kind.js'

/** Goes in front of a pack or an e-mail. */
export const coverNote = defineKind({
  name: 'cover-note',
  label: {en: 'Cover note', fr: 'Note de transmission'},
  summary: 'In front of a pack or an e-mail: what is enclosed, why, and what is asked.',
  schema: () => z.object({recipient: text(BRIEF).optional()}),
  budget: [1, 1],
  headings: {
    enclosures: {en: ['what is enclosed', 'enclosed', 'enclosures'], fr: ['pièces jointes', 'documents joints']},
    ask: {en: ['what we ask', 'what is asked'], fr: ['ce que nous demandons']},
  },
  expects: [
    {part: 'enclosures', what: 'what is enclosed', hint: 'List the papers under `## What is enclosed`, each by a link such as `[Fact sheet](doc:fact-sheet)`'},
    {part: 'ask', what: 'what is asked', hint: 'Write it under `## What we ask`, or in a quotation that begins with `> [!ASK]`'},
  ],
})
