import {labelOf, useSetting} from '../../drawing/index.js'
import {Aside} from '../aside.js'
import type {ValueOf, ViewProps} from '../block.js'
import type {internal as spec} from './internal.js'

/** A passage for our own people, named as such. */
export function Internal(props: ViewProps<ValueOf<typeof spec>>) {
  return <Aside {...props} label={labelOf(useSetting(), 'internal')} />
}
