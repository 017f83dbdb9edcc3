/** The blocks a paper may hold: what each is called, what its author may write, and what is wrong with it. */
import {ask} from './ask/ask.js'
import type {BlockSpec} from './block.js'
import {chart} from './chart/chart.js'
import {comparison} from './comparison/comparison.js'
import {contacts} from './contacts/contacts.js'
import {figure} from './figure/figure.js'
import {internal} from './internal/internal.js'
import {keyFigures} from './key-figures/key-figures.js'
import {locator} from './locator/locator.js'
import {note} from './note/note.js'
import {position} from './position/position.js'
import {recommendations} from './recommendations/recommendations.js'
import {response} from './response/response.js'
import {sources} from './sources/sources.js'
import {status} from './status/status.js'
import {table} from './table/table.js'
import {timeline} from './timeline/timeline.js'
import {warning} from './warning/warning.js'

export type {
  BlockSpec,
  Part,
  PlaceOfOption,
  Quote,
  QuoteSpec,
  RecordSpec,
  TableSpec,
  ValueOf,
  View,
  ViewProps,
} from './block.js'

/** Every block by its name; `views.ts` has a view for each, or does not compile. */
export const specs = {
  ask,
  chart,
  comparison,
  contacts,
  figure,
  internal,
  'key-figures': keyFigures,
  locator,
  note,
  position,
  recommendations,
  response,
  sources,
  status,
  table,
  timeline,
  warning,
}

/** Every block, in the order of their names. */
export const blocks: readonly BlockSpec[] = Object.values(specs)

/** The block of that name. */
export const blockNamed = (name: string): BlockSpec | undefined => blocks.find((block) => block.name === name)
