import type { JsonObject } from './json-schemas.ts'

/** Values that read like life where a name says enough. */
const byName: Readonly<Record<string, unknown>> = {
  username: 'xiaoman',
  login: 'xiaoman',
  email: 'xiaoman@example.com',
  password: 'correct horse battery',
  displayName: '小满',
  referralCode: 'K7M2PQ9R',
  sourceChannel: 'blog',
  topic: '城市露营的十个要点',
  keywords: ['露营', '周末'],
  audience: '第一次露营的城市青年',
  title: '城市露营的十个要点',
  alias: '示例模型',
  upstreamModel: 'text-plus',
  baseUrl: 'https://models.example.com/v1',
  apiKey: 'sk-0000',
  temperature: 0.7,
  topP: 0.9,
  nextCursor: null,
  requestId: '019ab3d2-c4e5-7f60-a1b2-c3d4e5f60718',
}
/** Not shown where they may be left out. */
const left: ReadonlySet<string> = new Set([
  'alias',
  'cursor',
  'email',
  'modelId',
  'outline',
  'referralCode',
  'reference',
  'replacementId',
  'requirements',
  'secretKey',
  'shutdownAt',
])

/** A value that fits the schema. `components` resolves `$ref`; the name of the property helps to choose. */
export function exampleOf(schema: JsonObject, components: JsonObject, name = ''): unknown {
  if (typeof schema['$ref'] === 'string') return exampleOf(resolve(schema['$ref'], components), components, name)
  const fixed = fixedExample(schema, name)
  if (fixed !== undefined) return fixed
  const options = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(options)) return exampleOf(options[0] as JsonObject, components, name)
  switch (schema['type']) {
    case 'object':
      return objectExample(schema, components)
    case 'array':
      return schema['items'] === undefined ? [] : [exampleOf(schema['items'] as JsonObject, components, name)]
    case 'integer':
    case 'number':
      return Math.max(Number(schema['minimum'] ?? 0), Number(schema['exclusiveMinimum'] ?? 0))
    case 'boolean':
      return true
    case 'string':
      return schema['format'] === 'date-time'
        ? '2026-11-27T08:00:00.000Z'
        : '示例'.padEnd(Number(schema['minLength'] ?? 0), '例')
    default:
      return null
  }
}

export function resolve(ref: string, components: JsonObject): JsonObject {
  return components[ref.split('/').at(-1) ?? ''] as JsonObject
}

function fixedExample(schema: JsonObject, name: string): unknown {
  const { examples, const: constant, enum: values, default: fallback } = schema
  if (Array.isArray(examples) && examples.length > 0) return examples[0]
  if (constant !== undefined) return constant
  if (Array.isArray(values)) return fallback ?? values[0]
  return Object.hasOwn(byName, name) && fits(byName[name], schema) ? byName[name] : fallback
}

/** A name may stand for a text here and for an object there. */
function fits(value: unknown, schema: JsonObject): boolean {
  const options = (schema['anyOf'] ?? [schema]) as JsonObject[]
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  return options.some((option) => option['type'] === type)
}

function objectExample(schema: JsonObject, components: JsonObject): JsonObject {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonObject>
  const required = (schema['required'] ?? []) as string[]
  const shown = Object.entries(properties).filter(([name]) => required.includes(name) || !left.has(name))
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOf(property, components, name)]))
}
