import { z } from 'zod'

/**
 * A copy of what came over the wire in which `model_id` is `modelId` wherever the schema knows the one and not the other. The
 * schema itself is only read: it belongs to the procedure.
 */
export function withCamelKeys(schema: unknown, value: unknown): unknown {
  const inner = bare(schema)
  if (Array.isArray(value)) {
    return inner instanceof z.ZodArray ? value.map((item: unknown) => withCamelKeys(inner.element, item)) : value
  }
  if (!(inner instanceof z.ZodObject) || !isRecord(value)) return value
  const { shape } = inner
  const renamed = Object.entries(value).map(([name, child]) => {
    const camel = camelCase(name)
    const isSnake = !Object.hasOwn(shape, name) && Object.hasOwn(shape, camel) && !Object.hasOwn(value, camel)
    const key = isSnake ? camel : name
    return [key, Object.hasOwn(shape, key) ? withCamelKeys(shape[key], child) : child] as const
  })
  return Object.fromEntries(renamed)
}

/** A copy in which what has another name has the input's own; the own name wins, and the others go. */
export function withOwnNames(
  otherNames: Readonly<Record<string, readonly string[]>> = {},
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const left = new Map(Object.entries(values))
  for (const [property, names] of Object.entries(otherNames)) {
    const name = [property, ...names].find((one) => left.has(one))
    const value = name === undefined ? undefined : left.get(name)
    for (const one of names) left.delete(one)
    if (name !== undefined) left.set(property, value)
  }
  return Object.fromEntries(left)
}

/** A copy in which texts of a query string have the types of the schema; what does not look like one stays for the schema to refuse. */
export function withTypes(schema: z.ZodObject, query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Object.hasOwn(schema.shape, name) ? typed(schema.shape[name], value) : value,
    ]),
  )
}

function typed(schema: unknown, value: unknown): unknown {
  const inner = bare(schema)
  if (inner instanceof z.ZodArray) {
    return (Array.isArray(value) ? value : [value]).map((item: unknown) => typed(inner.element, item))
  }
  if (typeof value !== 'string') return value
  if (takesNumbers(inner) && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value)
  if (inner instanceof z.ZodBoolean && /^(?:true|false)$/.test(value)) return value === 'true'
  return value
}

/** A number, or one of some: `z.literal([2, 4])` and unions of such. */
function takesNumbers(schema: unknown): boolean {
  if (schema instanceof z.ZodLiteral) return [...schema.values].every((value) => typeof value === 'number')
  if (schema instanceof z.ZodUnion) return schema.options.every((option) => takesNumbers(bare(option)))
  return schema instanceof z.ZodNumber
}

/** The schema under `.optional()`, `.nullable()`, `.default()` and `.pipe()`: what a caller sends. */
export function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap())
  }
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function camelCase(name: string): string {
  return name.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
