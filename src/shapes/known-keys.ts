import type {z} from 'zod'

/** The keys a schema takes at a path; every form of a union counts. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  return [...new Set(objectsAt(schema, path).flatMap((shape) => Object.keys(shape)))]
}

type Shape = Readonly<Record<string, z.core.$ZodType>>

function objectsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): Shape[] {
  // zod's own union of all its schemas: the only way to tell them apart by `type`.
  const {def} = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object': {
      const [step, ...rest] = path
      if (step === undefined) return [def.shape]
      const next = def.shape[String(step)]
      return next ? objectsAt(next, rest) : []
    }
    case 'array':
      return path.length > 0 ? objectsAt(def.element, path.slice(1)) : []
    case 'record':
      return path.length > 0 ? objectsAt(def.valueType, path.slice(1)) : []
    case 'union':
      return def.options.flatMap((option) => objectsAt(option, path))
    case 'pipe':
      return objectsAt(def.in, path)
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return objectsAt(def.innerType, path)
    default:
      return []
  }
}
