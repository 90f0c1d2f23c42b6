import * as fc from 'fast-check'
import type { JsonObject } from '../rest/openapi/json-schemas.ts'

/** Longer than what makes a difference only costs time. */
const spareLength = 12

/** Values that fit a JSON Schema as our document uses it. */
export function arbitraryOf(schema: JsonObject, components: JsonObject): fc.Arbitrary<unknown> {
  const { $ref, anyOf, allOf, enum: values, const: constant, type, properties } = schema
  if (typeof $ref === 'string') return arbitraryOf(components[$ref.split('/').at(-1) ?? ''] as JsonObject, components)
  if (Array.isArray(anyOf) && properties === undefined)
    return fc.oneof(...anyOf.map((option: JsonObject) => arbitraryOf(option, components)))
  // Beside properties these are rules about them.
  if (Array.isArray(allOf) && properties === undefined) {
    const parts = (allOf as JsonObject[]).map((part) => arbitraryOf(part, components))
    return fc.tuple(...parts).map((drawn) => Object.assign({}, ...drawn) as unknown)
  }
  if (Array.isArray(values)) return fc.constantFrom(...(values as unknown[]))
  if (constant !== undefined) return fc.constant(constant)
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return numbers(schema)
    case 'array':
      return fc.array(arbitraryOf((schema['items'] ?? {}) as JsonObject, components), {
        minLength: Number(schema['minItems'] ?? 0),
        maxLength: Math.min(Number(schema['maxItems'] ?? 4), 4),
      })
    case 'object':
      return objects(schema, components)
    case 'string':
      return texts(schema)
    default:
      return fc.jsonValue()
  }
}

function numbers(schema: JsonObject): fc.Arbitrary<number> {
  const min = Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? -1e6)
  const max = Math.min(Number(schema['maximum'] ?? 1e6), 1e9)
  if (schema['type'] === 'integer') return fc.integer({ min, max })
  return fc.double({ min, max, noNaN: true, minExcluded: schema['exclusiveMinimum'] !== undefined })
}

function objects(schema: JsonObject, components: JsonObject): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonObject>
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, arbitraryOf(property, components)]),
  )
  return fc.record(model, { requiredKeys: (schema['required'] ?? []) as string[] })
}

const edgesOfTime = ['0000-01-01', '0001-01-05', '1999-12-31', '2000-01-01', '2100-12-31', '2101-01-01', '9999-12-31']

/** Whatever the format and its pattern let through: the edges of what calendars, databases and languages know, and offsets. */
function times(format: 'date' | 'date-time', pattern: unknown): fc.Arbitrary<string> {
  const between = { min: new Date('1999-01-01'), max: new Date('2101-12-31'), noInvalidDate: true }
  const day = fc.oneof(
    fc.constantFrom(...edgesOfTime),
    fc.date(between).map((date) => date.toISOString().slice(0, 10)),
  )
  const clock = fc.constantFrom('00:00:00', '08:30:00.5', '23:59:59.999999')
  const zone = fc.constantFrom('Z', '+08:00', '-12:00', '+14:00')
  const instant = fc.tuple(day, clock, zone).map(([date, time, offset]) => `${date}T${time}${offset}`)
  const fitting = new RegExp(typeof pattern === 'string' ? pattern : '')
  return (format === 'date' ? day : instant).filter((text) => fitting.test(text))
}

function texts(schema: JsonObject): fc.Arbitrary<string> {
  const { format, pattern } = schema
  const minLength = Number(schema['minLength'] ?? 0)
  const maxLength = Math.min(Number(schema['maxLength'] ?? 200), minLength + spareLength)
  const name = fc.stringMatching(/^[a-z][a-z0-9]{5,11}$/)
  if (format === 'email') return name.map((local) => `${local}@example.com`)
  if (format === 'uri') return name.map((host) => `https://${host}.example.com/v1`)
  if (format === 'date-time' || format === 'date') return times(format, pattern)
  // Texts that are more than blanks.
  if (typeof pattern === 'string' && pattern.includes('\\s')) {
    const fitting = new RegExp(pattern)
    const unit = fc.constantFrom('春', '茶', 'a', 'b', ' ', '\n', '🙂')
    return fc.string({ minLength, maxLength, unit }).filter((text) => fitting.test(text))
  }
  // fast-check cannot draw from Unicode classes; names of that form are drawn by hand.
  if (typeof pattern === 'string' && pattern.includes('\\p{')) return name
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern))
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.string({ minLength, maxLength, unit: fc.constantFrom('春', '茶', 'a', 'b', ' ', '\n', '🙂') }),
    },
    { weight: 1, arbitrary: fc.string({ minLength, maxLength, unit: 'binary' }) },
  )
}
