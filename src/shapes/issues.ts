import type {z} from 'zod'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {closest} from './closest.js'
import {dateMeant} from './date-meant.js'
import {EXPECTED_DAY, EXPECTED_SOURCE} from './fields.js'
import {keyMeant} from './key-meant.js'
import {knownKeys} from './known-keys.js'
import type {ShapeName} from './shape.js'
import {inside, type Written} from './written.js'

type Issue = z.core.$ZodIssue

/** What a schema found, in the words of this program, each at its place; a slip that shows twice is told once. */
export function tellIssues(issues: readonly Issue[], written: Written, schema: z.ZodType, about: ShapeName): Diagnostic[] {
  const flat = issues.flatMap(flatten)
  const meant = new Set<string>()
  for (const issue of flat) {
    if (issue.code !== 'unrecognized_keys') continue
    const known = knownKeys(schema, issue.path)
    for (const key of issue.keys) meant.add([...issue.path, keyMeant(key, known, isWrittenIn(at(written, issue.path))) ?? key].join('\n'))
  }
  return flat.flatMap((issue) => {
    if (isTold(written, issue.path)) return []
    if (issue.code === 'unrecognized_keys') return tellUnknown(issue, written, schema, about)
    if (isMissing(written, issue.path)) return meant.has(issue.path.join('\n')) || isLost(written, issue.path) ? [] : [tellMissing(issue, written, about)]
    return [tellWrong(issue, written, about)]
  })
}

/** Of a union, the form that was read furthest is the one that was meant. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const depth = (form: readonly Issue[]) => Math.max(...form.map(({path}) => path.length))
  const [best = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)
  if (issue.message !== 'Invalid input' && depth(best) === 0) return [issue]
  return best.flatMap((inner) => flatten({...inner, path: [...issue.path, ...inner.path]}))
}

const at = (written: Written, path: readonly PropertyKey[]): Written | undefined =>
  path.reduce<Written | undefined>(inside, written)

/** The nearest thing that was written on the way to a path. */
function nearest(written: Written, path: readonly PropertyKey[]): Written {
  return path.reduce<Written>((found, step) => inside(found, step) ?? found, written)
}

function isTold(written: Written, path: readonly PropertyKey[]): boolean {
  const found = nearest(written, path)
  return found.type === 'text' && found.told === true
}

function isMissing(written: Written, path: readonly PropertyKey[]): boolean {
  return path.length > 0 && at(written, path) === undefined && at(written, path.slice(0, -1))?.type === 'map'
}

/** The key stands elsewhere, where it was told. */
function isLost(written: Written, path: readonly PropertyKey[]): boolean {
  const map = at(written, path.slice(0, -1))
  return map?.type === 'map' && map.lost.includes(String(path.at(-1)))
}

const keyOf = (path: readonly PropertyKey[]): string | undefined =>
  path.filter((step): step is string => typeof step === 'string').at(-1)

function tellUnknown(issue: z.core.$ZodIssueUnrecognizedKeys, written: Written, schema: z.ZodType, about: ShapeName): Diagnostic[] {
  const map = at(written, issue.path)
  const known = knownKeys(schema, issue.path)
  return issue.keys.map((key) => {
    const place = (map?.type === 'map' ? map.entries.get(key)?.key : undefined) ?? nearest(written, issue.path).place
    const near = keyMeant(key, known, isWrittenIn(map))
    const hint = near ? `Did you mean \`${near}\`?` : known.length > 0 ? `Its keys are ${list(known, 'and')}` : undefined
    return error(`${about.room}/unknown-key`, place, `\`${key}\` is not a key of ${where(issue.path, about)}`, hint)
  })
}

const isWrittenIn = (map: Written | undefined) => (key: string) => map?.type === 'map' && map.entries.has(key)

function tellMissing(issue: Issue, written: Written, about: ShapeName): Diagnostic {
  const key = String(issue.path.at(-1))
  const map = nearest(written, issue.path)
  const message = `\`${key}\` is missing from ${where(issue.path.slice(0, -1), about)}`
  return error(`${about.room}/missing-key`, firstLine(map), message, `Add \`${key}: ...\``)
}

/** A missing key is shown at the first key that is there: the whole map would be many lines. */
function firstLine(written: Written): Place {
  if (written.type !== 'map') return written.place
  const [first] = written.entries.values()
  return first?.key ?? written.place
}

function tellWrong(issue: Issue, written: Written, about: ShapeName): Diagnostic {
  const found = nearest(written, issue.path)
  const key = keyOf(issue.path) ?? 'value'
  const given = found.type === 'text' ? `\`${found.text.slice(0, 60)}\`` : found.type === 'list' ? 'a list' : 'keys'
  const it = where(issue.path, about)
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'array') {
      const glued = found.type === 'text' ? /^[-–—*•]\s?(\S.*)$/u.exec(found.text)?.[1] : undefined
      const hint = glued ? `A space follows the hyphen: \`- ${glued}\`` : `Put each entry in a line of its own below \`${key}:\`, with \`- \` before it`
      return error(`${about.room}/not-a-list`, found.place, `Expected a list as ${it}, found ${given}`, hint)
    }
    if (issue.expected === 'object' || issue.expected === 'record') {
      return error(`${about.room}/not-a-map`, found.place, `Expected keys with values as ${it}, found ${given}`, 'Write `key: value`, one a line')
    }
    if (issue.expected === 'string') {
      const hint = 'Put it in quotation marks: `"..."`'
      return error(`${about.room}/not-text`, found.place, `Expected text as ${it}, found ${given}`, hint)
    }
  }
  const [message, hint] = expectation(issue, found)
  return error(`${about.room}/${key}`, found.place, message, hint)
}

/** What a schema says in its own words stays; what zod would say is said by us. */
function expectation(issue: Issue, found: Written): [message: string, hint?: string] {
  const own = /^(Invalid|Too|Unrecognized)\b/.test(issue.message) ? undefined : issue.message
  const text = found.type === 'text' ? found.text : ''
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    // "US letter" is `Letter`.
    const near = closest(text, values) ?? values.find((value) => text.toLowerCase().split(/[\s_-]+/).includes(value.toLowerCase()))
    const message = own ?? `Expected ${list(values, 'or')}`
    return near ? [message, `Did you mean \`${near}\`?`] : [message]
  }
  if (own) {
    const hint = /^Expected a date such as/.test(own) ? dateMeant(text, own === EXPECTED_DAY) : own === EXPECTED_SOURCE ? 'Give the source an `id`, in a fence of `sources` or in the register, and write that here' : undefined
    return hint === undefined ? [own] : [own, hint]
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const small = issue.code === 'too_small'
    const bound = Number(small ? issue.minimum : issue.maximum)
    const unit = issue.origin === 'array' ? (bound === 1 ? 'entry' : 'entries') : issue.origin === 'string' ? (bound === 1 ? 'character' : 'characters') : ''
    if (small && issue.origin === 'string' && bound === 1) return ['Expected text']
    const size = found.type === 'list' ? found.items.length : text.length
    return [`Expected at ${small ? 'least' : 'most'} ${bound} ${unit}${unit ? `, found ${size}` : ''}`.trim()]
  }
  return [`\`${text.slice(0, 60)}\` is not what is expected here`]
}

/** Where in the thing: "entry 2 of `figures`". */
function where(path: readonly PropertyKey[], about: ShapeName): string {
  const steps = path.map((step) => (typeof step === 'number' ? step + 1 : String(step)))
  if (steps.length === 0) return about.name
  const last = steps.at(-1)
  if (typeof last === 'number') return `entry ${last} of \`${keyOf(path) ?? about.room}\``
  const parent = steps.at(-2)
  return typeof parent === 'number' ? `\`${last}\` of entry ${parent} of \`${keyOf(path.slice(0, -1)) ?? about.room}\`` : `\`${last}\``
}

function list(names: readonly string[], word: string): string {
  const quoted = names.map((name) => `\`${name}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`
}
