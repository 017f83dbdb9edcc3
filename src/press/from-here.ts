import path from 'node:path'
import type {Place} from '../diagnostic.js'
import type {Job} from './job.js'

/** A place of the job's workspace, told from the one at hand. Brands may be lent by the latter. */
export function fromHere({prefix, brandsFrom}: Job, place: Place): Place {
  if (prefix === '' || (brandsFrom !== undefined && place.path.startsWith('styles/'))) return place
  return {...place, path: path.posix.join(prefix, place.path)}
}
