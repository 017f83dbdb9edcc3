import {z} from 'zod'
import {defineKind} from '../kind.js'

/** What is left on the table after a démarche. */
export const aideMemoire = defineKind({
  name: 'aide-memoire',
  label: {en: 'Aide-memoire', fr: 'Aide-mémoire'},
  summary: 'Left on the table after a démarche: in the third person, to nobody by name, initialled and not signed.',
  schema: () => z.object({}),
  budget: [1, 2],
  numbered: true,
  thirdPerson: true,
  refuses: {contact: 'who left it is known, and may be asked'},
  expects: [],
})
