import type {BlockSpec, RecordSpec} from '../blocks/index.js'
import {hasErrors, type Place} from '../diagnostic.js'
import {fillTree, fillWords} from '../rows/index.js'
import {readShape, type Written} from '../shapes/index.js'
import {readProse} from './prose.js'
import type {Reading} from './reading.js'

/** Reads a block's keys after its schema, prose included; nothing where there was an error. */
export function readKeys(spec: Exclude<BlockSpec, {form: 'quote'}>, written: Written, reading: Reading): unknown {
  const shaped = readShape(written, spec.schema(), {room: spec.name, name: `\`${spec.name}\``})
  reading.report(...shaped.diagnostics)
  for (const field of shaped.prose) readProse(field, reading)
  const {filling} = reading
  return filling && shaped.value !== undefined ? fillTree(fillWords(shaped.value, written, filling), filling) : shaped.value
}

/** The value of a record; a bare list is short for the map with its list key. */
export function readRecord(spec: RecordSpec, written: Written, place: Place, reading: Reading): unknown {
  const list = spec.list !== undefined && written.type === 'list' ? spec.list : undefined
  const map: Written = list === undefined ? written : {type: 'map', lost: [], entries: new Map([[list, {key: written.place, value: written}]]), place}
  const value = readKeys(spec, map, reading)
  if (value === undefined) return undefined
  const found = spec.check?.(value, place) ?? []
  reading.report(...found)
  return hasErrors(found) ? undefined : value
}
