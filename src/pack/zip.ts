import {zipSync} from 'fflate'
import type {WhenField} from '../shapes/index.js'

/** Files as one archive. The same files give the same bytes: their order is as given, and each has the date of the pack. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>, {year, month = 1, day = 1}: Pick<WhenField, 'year' | 'month' | 'day'>): Uint8Array {
  // An archive has local times, and no year before 1980; noon is there on every day of every time zone.
  const mtime = new Date(Math.max(1980, year), month - 1, day, 12)
  return zipSync(Object.fromEntries(files), {mtime, level: 6})
}
