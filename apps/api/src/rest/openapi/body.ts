import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { takesForm } from '../rest-route.ts'
import type { RestRoute } from '../rest-route.ts'
import { exampleOf } from './example-of.ts'
import { bareFormName, formName } from './forms.ts'
import type { JsonObject, JsonSchemas } from './json-schemas.ts'

/** The request body of an operation, or null where nothing is sent. `tool`: of the one whose form it takes. */
export function bodyOf(route: RestRoute, schemas: JsonSchemas, tool: ToolKey | null): JsonObject | null {
  if (route.method !== 'POST' && route.method !== 'PUT') return null
  const forms = tool === null ? Object.keys(tools) : [tool]
  const whole =
    route.body === null ? bodySchema(route, schemas, forms) : schemas.inputs[route.procedure]?.properties[route.body]
  if (!whole || Object.keys(whole['properties'] ?? {}).length === 0) return null
  const required = Array.isArray(whole['required']) && whole['required'].length > 0
  const schema = takesForm(route) ? { anyOf: [whole, ...forms.map((key) => reference(bareFormName(key)))] } : whole
  const json = { schema, example: exampleOf(schema, schemas.components) }
  return { required, content: { 'application/json': json, ...asForm(route, whole) } }
}

/** The same as a form, whose pictures may be sent along. */
function asForm({ meta }: RestRoute, whole: JsonObject): JsonObject {
  if (!meta.pictureParts) return {}
  const { properties = {}, required = [] } = whole as { properties?: JsonObject; required?: readonly string[] }
  const picture = { anyOf: [{ type: 'string' }, { type: 'string', format: 'binary' }] }
  const parts = Object.fromEntries(meta.pictureParts.map((name) => [name, picture]))
  const schema = { type: 'object', properties: { ...properties, ...parts }, required, additionalProperties: false }
  return { 'multipart/form-data': { schema } }
}

/** What stands beside a form: neither in the path nor a header. */
export function besideForm(route: RestRoute, schemas: JsonSchemas): JsonObject {
  const { input: _, ...beside } = properties(route, schemas)
  return beside
}

function properties(route: RestRoute, { inputs }: JsonSchemas): Record<string, JsonObject> {
  const taken = new Set(['requestKey', ...route.parameters.map(({ property }) => property)])
  const all = Object.entries(inputs[route.procedure]?.properties ?? {})
  return Object.fromEntries(all.filter(([name]) => !taken.has(name)))
}

function bodySchema(route: RestRoute, schemas: JsonSchemas, forms: readonly string[]): JsonObject {
  const { required = [], rules = {} } = schemas.inputs[route.procedure] ?? {}
  const own = properties(route, schemas)
  if (takesForm(route)) own['input'] = formSchema(forms, required.includes('input'))
  const needed = required.filter((name) => Object.hasOwn(own, name))
  return {
    type: 'object',
    properties: own,
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
    ...rules,
  }
}

function formSchema(forms: readonly string[], isRequired: boolean): JsonObject {
  const options = [...forms.map((key) => reference(formName(key))), ...(isRequired ? [] : [{ type: 'null' }])]
  return options.length === 1 ? { ...options[0] } : { anyOf: options }
}

function reference(component: string): JsonObject {
  return { $ref: `#/components/schemas/${component}` }
}
