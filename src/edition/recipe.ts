import {z} from 'zod'
import {once} from '../once.js'

/** The name under which a PDF carries its recipe. */
export const RECIPE_NAME = 'demarche.json'

const schema = once(() => z.object({
  demarche: z.string(),
  briefing: z.string(),
  brand: z.string(),
  paper: z.enum(['A4', 'Letter']),
  audience: z.enum(['external', 'internal']),
  inputs: z.record(z.string(), z.string()),
  attached: z.record(z.string(), z.string()),
}))

/** How a paper was made: by which version, from which files by path and SHA-256, and under which names it carries them. */
export type Recipe = z.output<ReturnType<typeof schema>>

/** Reads a recipe; nothing where it is none. */
export function readRecipe(bytes: Uint8Array): Recipe | undefined {
  try {
    return schema().parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return undefined
  }
}
