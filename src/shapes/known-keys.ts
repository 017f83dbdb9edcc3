import type {z} from 'zod'

/** The keys a schema takes at a path; every form of a union counts. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  return [...new Set(schemasAt(schema, path).flatMap(keysOf))]
}

/** What a schema says of a value some steps down; every form of a union counts. */
export function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  const [step, ...rest] = path
  if (step === undefined) return [schema]
  const def = defOf(schema)
  if (def.type === 'object') {
    // An author may write `constructor`: only the schema's own keys count.
    const next = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined
    return next ? schemasAt(next, rest) : []
  }
  if (def.type === 'array') return schemasAt(def.element, rest)
  if (def.type === 'record') return schemasAt(def.valueType, rest)
  return formsOf(schema).flatMap((form) => schemasAt(form, path))
}

function keysOf(schema: z.core.$ZodType): string[] {
  const def = defOf(schema)
  return def.type === 'object' ? Object.keys(def.shape) : formsOf(schema).flatMap(keysOf)
}

/** What a schema wraps, or chooses between. */
function formsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const def = defOf(schema)
  switch (def.type) {
    case 'union':
      return def.options
    case 'pipe':
      return [def.in]
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return [def.innerType]
    default:
      return []
  }
}

// zod's own union of all its schemas: the only way to tell them apart by `type`.
const defOf = (schema: z.core.$ZodType) => (schema as z.core.$ZodTypes)._zod.def
