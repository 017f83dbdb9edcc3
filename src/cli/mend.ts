import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Diagnostic} from '../diagnostic.js'
import {writeWhole} from '../press/index.js'

/** A file with its lagging words replaced; nothing else of it changes. */
export interface Mended {
  /** From the workspace. */
  path: string
  before: string
  after: string
  places: number
}

/** Applies the fixes that findings bring along. A place that two of them claim, or that no longer reads as it was read, is left. */
export async function mendFiles(diagnostics: readonly Diagnostic[], root: string): Promise<Mended[]> {
  const byFile = new Map<string, Fix[]>()
  for (const {fix} of diagnostics) {
    const [start, end] = [fix?.place.start?.offset, fix?.place.end?.offset]
    if (!fix || start === undefined || end === undefined) continue
    byFile.set(fix.place.path, [...(byFile.get(fix.place.path) ?? []), {start, end, ...fix}])
  }
  const mended: Mended[] = []
  for (const [file, fixes] of byFile) {
    const before = await readFile(path.resolve(root, file), 'utf8')
    const {after, places} = mendText(before, fixes)
    if (after !== before) mended.push({path: file, before, after, places})
  }
  return mended
}

type Fix = NonNullable<Diagnostic['fix']> & {start: number; end: number}

/** A text with the words of fixes in place, from its end backward; not a character outside them changes. */
export function mendText(before: string, fixes: readonly Fix[]): {after: string; places: number} {
  // Places count from behind the byte order mark.
  const mark = before.startsWith('\uFEFF') ? 1 : 0
  let after = before
  let places = 0
  let from = Number.POSITIVE_INFINITY
  for (const {start, end, text, was} of [...fixes].sort((a, b) => b.start - a.start)) {
    const [at, to] = [start + mark, end + mark]
    const isThere = was === undefined ? after[at - 1] === '[' && after.startsWith('](', to) : after.slice(at, to) === was
    if (to > from || !isThere || was === text) continue
    after = after.slice(0, at) + text + after.slice(to)
    from = at
    places++
  }
  return {after, places}
}

/** Writes what was mended, each file whole or not at all; tells which could not be. */
export async function writeMended(mended: readonly Mended[], root: string): Promise<string[]> {
  const failed: string[] = []
  for (const {path: file, after} of mended) {
    const trouble = await writeWhole(path.resolve(root, file), new TextEncoder().encode(after), root)
    if (trouble !== undefined) failed.push(`${file}: ${trouble}`)
  }
  return failed
}

/** What would change, as a unified diff without lines around it. */
export function diffOf({path: file, before, after}: Mended): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  // Words are replaced within their lines, so that both texts have the same.
  const changed = old.flatMap((line, at) => (line === fresh[at] ? [] : [`@@ -${at + 1} +${at + 1} @@\n-${line.replace(/\r$/, '')}\n+${(fresh[at] ?? '').replace(/\r$/, '')}`]))
  return `--- ${file}\n+++ ${file}\n${changed.join('\n')}\n`
}
