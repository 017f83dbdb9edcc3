import {z} from 'zod'
import {defineKind} from '../kind.js'

/** What readers ask, answered. */
export const qAndA = defineKind({
  name: 'q-and-a',
  label: {en: 'Questions and answers', fr: 'Questions et réponses'},
  summary: 'What readers ask, answered: each heading of the second level is a question, and its first sentence the answer.',
  schema: () => z.object({}),
  budget: [1, 6],
  sections: 'question',
  expects: [{part: 'question', what: 'a question', hint: 'Write it as a heading: `## Why does it matter?`'}],
})
