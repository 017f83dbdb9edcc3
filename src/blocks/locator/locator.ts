import {z} from 'zod'
import {shownCountry, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'

/** Which State a paper is about, and where it lies. */
export const locator = defineBlock({
  name: 'locator',
  summary: 'A State’s flag and names, and a map of where it lies; as much of it as the brand shows.',
  where: 'margin',
  shownBy: ({locator: shown}) => shown !== 'none',
  schema: () => z.strictObject({country: shownCountry(), where: where()}),
})
