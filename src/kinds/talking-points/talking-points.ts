import {z} from 'zod'
import {defineKind} from '../kind.js'
import {occasion} from '../occasion.js'

/** What is said in one meeting, and what is said if asked. */
export const talkingPoints = defineKind({
  name: 'talking-points',
  label: {en: 'Talking points', fr: 'Éléments de langage'},
  summary: 'For one meeting: the objective, the points to make, what to say if a matter is raised, and the background.',
  schema: () => z.object({occasion: occasion()}),
  budget: [1, 2],
  labels: {
    en: {position: 'Objective', argument: 'If it is said that', response: 'Say that', internal: 'Not to be disclosed'},
    fr: {position: 'Objectif', argument: 'Si l’on nous dit', response: 'Répondre', internal: 'À ne pas divulguer'},
  },
  undisclosed: {
    en: ['not to be disclosed', 'must not be disclosed', 'not for disclosure', 'do not disclose', 'internal', 'confidential'],
    fr: ['à ne pas divulguer', 'ne pas divulguer', 'usage interne', 'confidentiel'],
  },
  headings: {
    points: {en: ['points to make', 'points to be made', 'key messages'], fr: ['messages à faire passer', 'points à soulever', 'messages clés']},
    'if-raised': {en: ['if raised', 'if pressed', 'if asked'], fr: ['si la question est posée', 'si le sujet est abordé', 'en cas de question']},
    background: {en: ['background'], fr: ['contexte', 'éléments de contexte']},
  },
  expects: [
    {part: 'position', what: 'the objective in a line or two', hint: 'Write it in a quotation that begins with `> [!OBJECTIVE]`'},
    {part: 'points', what: 'the points to make', hint: 'List them under `## Points to make`, or under a heading below `<!-- section: points -->`'},
    {part: 'if-raised', what: 'what to say if a matter is raised', hint: 'Write it under `## If raised`, or under a heading below `<!-- section: if-raised -->`'},
    {part: 'background', what: 'the background', hint: 'Write it under `## Background`, or under a heading below `<!-- section: background -->`'},
  ],
})
