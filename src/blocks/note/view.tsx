import {labelOf, useSetting} from '../../drawing/index.js'
import {Aside} from '../aside.js'
import type {ValueOf, ViewProps} from '../block.js'
import type {note as spec} from './note.js'

/** An aside that helps the reader. */
export function Note(props: ViewProps<ValueOf<typeof spec>>) {
  return <Aside {...props} label={labelOf(useSetting(), 'note')} />
}
