/** The view of every block: what draws its composed value. A block without one does not compile. */
import {Ask} from './ask/view.js'
import type {View} from './block.js'
import {Chart} from './chart/view.js'
import {Comparison} from './comparison/view.js'
import {Contacts} from './contacts/view.js'
import {Figure} from './figure/view.js'
import type {specs} from './index.js'
import {Internal} from './internal/view.js'
import {KeyFigures} from './key-figures/view.js'
import {Locator} from './locator/view.js'
import {Note} from './note/view.js'
import {Position} from './position/view.js'
import {Recommendations} from './recommendations/view.js'
import {Response} from './response/view.js'
import {Sources} from './sources/view.js'
import {Status} from './status/view.js'
import {Table} from './table/view.js'
import {Timeline} from './timeline/view.js'
import {Warning} from './warning/view.js'

export const views: {[K in keyof typeof specs]: View<(typeof specs)[K]>} = {
  ask: Ask,
  chart: Chart,
  comparison: Comparison,
  contacts: Contacts,
  figure: Figure,
  internal: Internal,
  'key-figures': KeyFigures,
  locator: Locator,
  note: Note,
  position: Position,
  recommendations: Recommendations,
  response: Response,
  sources: Sources,
  status: Status,
  table: Table,
  timeline: Timeline,
  warning: Warning,
}
