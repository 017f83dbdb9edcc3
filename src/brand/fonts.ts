import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {closest} from '../shapes/index.js'
import type {Brand} from './brand.js'
import type {BrandFile} from './brand-file.js'
import {fileFaces, type FontOrigin, googleFaces} from './faces.js'
import type {Named} from './values.js'

/** Of a brand that names no fonts. */
const BUILT_IN = {text: 'Source Sans 3', mono: 'Source Code Pro'}

/** Which family sets what, and the faces of each. */
export async function chooseFonts(file: BrandFile, origin: FontOrigin): Promise<{fonts: Brand['fonts']; diagnostics: Diagnostic[]}> {
  const {fonts: entries = [], base, headings, monospace} = file.typography ?? {}
  const named = (face: typeof base): Named | undefined => face?.family as Named | undefined // a loose object hides its own keys
  const text = named(base)?.text ?? BUILT_IN.text
  const chosen = {
    display: named(headings)?.text ?? text,
    text,
    label: file.defaults?.demarche?.label?.text ?? text,
    mono: named(monospace)?.text ?? BUILT_IN.mono,
  }
  const places = new Map<string, Place>()
  for (const family of [named(base), named(headings), file.defaults?.demarche?.label, named(monospace)]) {
    if (family && !places.has(family.text)) places.set(family.text, family.place)
  }
  const loads = [...new Set(Object.values(chosen))].map((family) => {
    const entry = entries.find((one) => one.family.text === family)
    if (entry) return entry.source === 'google' ? googleFaces(family, entry.family.place, origin) : fileFaces(entry, origin)
    const place = places.get(family)
    return place ? {faces: [], diagnostics: [undeclared(family, entries, place)]} : googleFaces(family, {path: `${origin.folder}/_brand.yml`}, origin)
  })
  const loaded = await Promise.all(loads)
  return {
    fonts: {...chosen, faces: loaded.flatMap(({faces}) => faces)},
    diagnostics: loaded.flatMap(({diagnostics}) => diagnostics),
  }
}

function undeclared(family: string, entries: readonly {family: Named}[], place: Place): Diagnostic {
  const near = closest(family, entries.map((entry) => entry.family.text))
  const hint = near ? `Did you mean \`${near}\`?` : `Add \`- {family: ${family}, source: google}\` there`
  return error('brand/font', place, `\`${family}\` is not among the \`fonts\` of \`typography\``, hint)
}
