import {z} from 'zod'
import {BRIEF, citation, prose, where} from '../../shapes/fields.js'
import {error} from '../../diagnostic.js'
import {defineBlock} from '../block.js'

/** What the paper rests on. */
export const sources = defineBlock({
  name: 'sources',
  summary: 'What the paper rests on; other blocks call a source by its id.',
  list: 'sources',
  parts: ['source'],
  where: 'text',
  schema: () => z.strictObject({
    title: prose(BRIEF).optional(),
    where: where(),
    sources: z.array(citation()).min(1, 'Expected at least one source').max(500, 'Expected at most 500 sources'),
  }),
  check({sources: all}) {
    return all.flatMap(({id, place}, index) =>
      all.findIndex((other) => other.id === id) === index
        ? []
        : [error('sources/id', place, `The id \`${id}\` names two sources`, 'Give each source an id of its own')],
    )
  },
})
