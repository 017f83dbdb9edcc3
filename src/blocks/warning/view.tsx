import {labelOf, useSetting} from '../../drawing/index.js'
import {Aside} from '../aside.js'
import type {ValueOf, ViewProps} from '../block.js'
import type {warning as spec} from './warning.js'

/** An aside the reader must not miss. */
export function Warning(props: ViewProps<ValueOf<typeof spec>>) {
  return <Aside {...props} label={labelOf(useSetting(), 'warning')} loud />
}
