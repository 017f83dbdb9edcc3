import {type Diagnostic, error} from '../diagnostic.js'
import {closest} from '../shapes/index.js'
import type {Colours} from './brand.js'
import type {BrandFile} from './brand-file.js'
import {mix, readColour} from './colour.js'
import type {Named} from './values.js'

/** Every colour of a brand as a hex triplet; unknown names and names that lead back to themselves are told. */
export function resolveColours({color = {}, typography, defaults}: BrandFile): {colours: Colours; diagnostics: Diagnostic[]} {
  const {palette = {}, ...roles} = color
  const diagnostics: Diagnostic[] = []

  /** A name is looked up in the palette, then among the roles; `passed` are the entries that led here. */
  function resolve(colour: Named, passed: readonly Named[]): string | undefined {
    const entries = [own(palette, colour.text), own(roles, colour.text)].filter((entry) => entry !== undefined)
    const next = entries.find((entry) => !passed.includes(entry))
    if (next) return resolve(next, [...passed, next])
    const hex = readColour(colour.text)
    if (hex) return hex
    if (entries.length > 0) {
      diagnostics.push(error('brand/colour-cycle', colour.place, `\`${colour.text}\` leads back to itself`, 'Give one of these names a colour such as `#1C1B1A`'))
    } else {
      const near = closest(colour.text, [...Object.keys(palette), ...Object.keys(roles)])
      const message = `\`${colour.text}\` is not a colour: expected one such as \`#1C1B1A\`, or a name of the palette`
      diagnostics.push(error('brand/colour', colour.place, message, near ? `Did you mean \`${near}\`?` : undefined))
    }
    return undefined
  }

  const resolved = (colour: Named | undefined) => (colour ? resolve(colour, [colour]) : undefined)
  // Each is looked at once, used or not: a mistake is told before the day it is needed.
  for (const entry of [...Object.values(palette), ...Object.values(roles)]) resolved(entry)
  const told = new Set<string>()
  const once = () => diagnostics.filter(({place}) => !told.has(JSON.stringify(place)) && told.add(JSON.stringify(place)))

  const ours = defaults?.demarche?.colours ?? {}
  const ink = resolved(roles.foreground) ?? '#111111'
  const paper = resolved(roles.background) ?? '#FFFFFF'
  const link = resolved(typography?.link?.color)
  const heading = resolved(typography?.headings && 'color' in typography.headings ? typography.headings.color : undefined)
  const colours: Colours = {
    ink,
    paper,
    accent: resolved(roles.primary) ?? ink,
    quiet: resolved(ours.quiet ?? roles.secondary) ?? mix(ink, paper, 0.35),
    hair: resolved(ours.hair) ?? mix(ink, paper, 0.5),
    grid: resolved(ours.grid) ?? mix(ink, paper, 0.8),
    bars: resolved(ours.bars) ?? mix(ink, paper, 0.5),
    ...(link ? {link} : {}),
    ...(heading ? {heading} : {}),
  }
  return {colours, diagnostics: once()}
}

const own = (names: Readonly<Record<string, Named | undefined>>, name: string) => (Object.hasOwn(names, name) ? names[name] : undefined)
