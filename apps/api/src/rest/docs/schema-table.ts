import { resolve } from '../openapi/example-of.ts'
import type { JsonObject } from '../openapi/json-schemas.ts'
import { html, join } from './html.ts'
import type { Markup } from './html.ts'

interface Row {
  path: string
  schema: JsonObject
  isRequired: boolean
}

const deepest = 4

/** One row per property, nested ones by their path. */
export function schemaTable(schema: JsonObject, components: JsonObject = {}): Markup {
  const rows = rowsOf(schema, components, '', 0)
  if (rows.length === 0) return html`<p><code>${typeOf(schema, components)}</code></p>`
  const lines = rows.map(
    (row) =>
      html`<tr>
        <td><code>${row.path}</code>${row.isRequired ? html`<b class="must">*</b>` : join([])}</td>
        <td>${typeOf(row.schema, components)}</td>
        <td>${limitsOf(row.schema)}</td>
      </tr>`,
  )
  return html`<div class="wide">
    <table>
      <tbody>
        ${lines}
      </tbody>
    </table>
  </div>`
}

function rowsOf(schema: JsonObject, components: JsonObject, prefix: string, depth: number): Row[] {
  const { inner, suffix } = unfolded(schema, components)
  const properties = (inner['properties'] ?? {}) as Record<string, JsonObject>
  const required = (inner['required'] ?? []) as string[]
  if (depth === deepest) return []
  return Object.entries(properties).flatMap(([name, property]) => {
    const path = `${prefix}${suffix}${prefix || suffix ? '.' : ''}${name}`
    const row = { path, schema: property, isRequired: required.includes(name) }
    return [row, ...rowsOf(property, components, path, depth + 1)]
  })
}

/** Through references, lists and "or null" to what has properties. */
function unfolded(schema: JsonObject, components: JsonObject): { inner: JsonObject; suffix: string } {
  if (typeof schema['$ref'] === 'string') return unfolded(resolve(schema['$ref'], components) ?? {}, components)
  if (Array.isArray(schema['anyOf'])) return unfolded((schema['anyOf'] as JsonObject[])[0] ?? {}, components)
  if (schema['type'] !== 'array') return { inner: schema, suffix: '' }
  const { inner, suffix } = unfolded((schema['items'] ?? {}) as JsonObject, components)
  return { inner, suffix: `[]${suffix}` }
}

function typeOf(schema: JsonObject, components: JsonObject): string {
  if (typeof schema['$ref'] === 'string') return schema['$ref'].split('/').at(-1) ?? ''
  if (Array.isArray(schema['anyOf'])) {
    return (schema['anyOf'] as JsonObject[]).map((option) => typeOf(option, components)).join(' | ')
  }
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String).join(' | ')
  if (schema['type'] === 'array') return `${typeOf((schema['items'] ?? {}) as JsonObject, components)}[]`
  const name = schema['format'] ?? schema['type']
  return typeof name === 'string' ? name : 'any'
}

const limitNames = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'default',
  'x-default',
] as const

function limitsOf(schema: JsonObject): string {
  const shown = limitNames.filter((name) => {
    const value = schema[name]
    // zod writes the range of safe integers out; nobody needs to be told.
    return value !== undefined && !(typeof value === 'number' && Math.abs(value) === Number.MAX_SAFE_INTEGER)
  })
  return shown.map((name) => `${name.replace(/^x-/, '')} ${JSON.stringify(schema[name])}`).join(', ')
}
