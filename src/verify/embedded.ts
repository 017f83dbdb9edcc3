import {RECIPE_NAME, readRecipe, type Recipe} from '../edition/index.js'
import type {Pdf} from './open-pdf.js'
import {isStream, isText, type Value} from './pdf-values.js'

/** The files that a PDF carries along, by name. */
export function embeddedFiles(pdf: Pdf): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  const list = pdf.entry(pdf.catalogue, 'AF')
  for (const one of Array.isArray(list) ? list : []) {
    const name = pdf.entry(one, 'UF')
    const stream: Value | undefined = pdf.entry(one, 'EF', 'F')
    if (isText(name) && isStream(stream)) found.set(name.text, pdf.content(stream))
  }
  return found
}

/** A recipe with the files that the PDF carries for it, by their path in the workspace. */
export interface Carried {
  recipe: Recipe
  files: Map<string, Uint8Array>
}

/** The recipe that a PDF carries; nothing where it has none. */
export function carriedRecipe(pdf: Pdf): Carried | undefined {
  const embedded = embeddedFiles(pdf)
  const bytes = embedded.get(RECIPE_NAME)
  const recipe = bytes && readRecipe(bytes)
  if (!recipe) return undefined
  const files = Object.entries(recipe.attached).flatMap(([path, name]): [string, Uint8Array][] => {
    const found = embedded.get(name)
    return found ? [[path, found]] : []
  })
  return {recipe, files: new Map(files)}
}
