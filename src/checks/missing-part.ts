import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {kindNamed} from '../kinds/index.js'

/** Parts that readers of a kind of paper look for, by what they do and not by their headings. */
export function checkParts({kind: name, places}: Briefing, {parts, path}: Edition): Diagnostic[] {
  const place = places.title ?? {path}
  const missing = (kindNamed(name)?.expects ?? []).filter(({part}) => !parts.includes(part))
  return missing.map(({what, hint}) => warning(`${name}/missing-part`, place, `Readers of a \`${name}\` look for ${what}, and find none`, hint))
}
