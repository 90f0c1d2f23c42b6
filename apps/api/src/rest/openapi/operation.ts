import type { RestRoute } from '../rest-route.ts'
import { exampleOf } from './example-of.ts'
import { inputName } from './json-schemas.ts'
import type { JsonObject, JsonSchemas } from './json-schemas.ts'
import { answerResponse, errorResponses } from './responses.ts'
import { scopeNote } from './scope-note.ts'
import { about } from './wording.ts'
import { generationStartedAnswer } from '@mozhou/contracts/generations/answers'
import { tools } from '@mozhou/contracts/tools/registry'
import type { Wording } from '@mozhou/contracts/wording'

type Pick = (wording: Wording) => string

/** One operation of the document, from the route and its schemas. */
export function operationOf(route: RestRoute, schemas: JsonSchemas, pick: Pick): JsonObject {
  const body = bodyOf(route, schemas)
  const { scope, otherNames = {} } = route.meta
  const notes = [
    ...(scope === undefined ? [] : [scopeNote(scope, pick)]),
    ...(takesForm(route) ? [pick(about.form)] : []),
    ...Object.entries(otherNames).map(
      ([name, others]) => `\`${name}\` ${pick(about.otherNames)} ${others.map((other) => `\`${other}\``).join(', ')}`,
    ),
  ]
  return {
    operationId: route.procedure,
    tags: [pick(route.tag)],
    summary: pick(route.summary),
    ...(notes.length > 0 && { description: notes.join('\n\n') }),
    security: securityOf(route),
    parameters: parametersOf(route, schemas, pick),
    ...(body && { requestBody: body }),
    responses: {
      '200': answerResponse(schemas.answers[route.procedure] ?? {}, schemas.components, pick),
      ...errorResponses(statusesOf(route), pick),
    },
  }
}

function securityOf({ meta }: RestRoute): JsonObject[] {
  if (meta.access === 'public') return []
  return [{ session: [] }, ...(meta.scope === undefined ? [] : [{ apiKey: [meta.scope] }])]
}

/** 5xx are listed, for they may happen to anyone; the property test asserts that they do not. Whatever begins a run may cost more than there is. */
function statusesOf({ method, parameters, meta }: RestRoute): number[] {
  const changes = method !== 'GET'
  const hasBody = method === 'POST' || method === 'PUT'
  return [
    400,
    401,
    403,
    429,
    500,
    503,
    ...(parameters.length > 0 || changes ? [404] : []),
    ...(changes ? [409, 412] : []),
    ...(hasBody ? [413, 415] : []),
    ...(meta.answer === generationStartedAnswer ? [402] : []),
  ].sort((left, right) => left - right)
}

function parametersOf(route: RestRoute, schemas: JsonSchemas, pick: Pick): JsonObject[] {
  const input = schemas.inputs[route.procedure] ?? { properties: {}, required: [] }
  const inPath = route.parameters.map(({ name, property }) => ({
    name,
    in: 'path',
    required: true,
    ...(property === 'tool' && { description: pick(about.toolType) }),
    schema: input.properties[property] ?? {},
  }))
  const taken = new Set(route.parameters.map(({ property }) => property))
  const inQuery =
    route.method === 'POST' || route.method === 'PUT'
      ? []
      : Object.entries(input.properties)
          .filter(([name]) => !taken.has(name))
          .map(([name, schema]) => ({
            name,
            in: 'query',
            required: input.required.includes(name),
            schema: withoutNull(schema),
          }))
  return [...inPath, ...inQuery, ...(route.isKeyed ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [])]
}

/** A query can leave a thing out, and cannot say null. */
function withoutNull(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf)) return schema
  const options = (anyOf as JsonObject[]).filter((option) => option['type'] !== 'null')
  return options.length === 1 ? { ...options[0], ...rest } : { anyOf: options, ...rest }
}

function bodyOf(route: RestRoute, schemas: JsonSchemas): JsonObject | null {
  if (route.method !== 'POST' && route.method !== 'PUT') return null
  const whole =
    route.body === null ? bodySchema(route, schemas) : schemas.inputs[route.procedure]?.properties[route.body]
  if (!whole || Object.keys(whole['properties'] ?? {}).length === 0) return null
  const isRequired = Array.isArray(whole['required']) && whole['required'].length > 0
  const schema = takesForm(route) ? { anyOf: [whole, bareForm(whole)] } : whole
  const example = exampleOf(schema, schemas.components)
  return { required: isRequired, content: { 'application/json': { schema, example } } }
}

/** What is in the path or comes as a header is no part of the body. */
function bodySchema(route: RestRoute, { inputs }: JsonSchemas): JsonObject {
  const input = inputs[route.procedure] ?? { properties: {}, required: [] }
  const taken = new Set(['requestKey', ...route.parameters.map(({ property }) => property)])
  const properties = Object.fromEntries(Object.entries(input.properties).filter(([name]) => !taken.has(name)))
  if (takesForm(route)) properties['input'] = formSchema(input.required.includes('input'))
  const required = input.required.filter((name) => !taken.has(name))
  return { type: 'object', properties, ...(required.length > 0 && { required }) }
}

function takesForm(route: RestRoute): boolean {
  return route.isKeyed && Object.hasOwn(route.input.shape, 'input')
}

/** The form as it is, with what stands beside `input` otherwise. */
function bareForm(whole: JsonObject): JsonObject {
  const { input: _, ...properties } = whole['properties'] as Record<string, JsonObject>
  return { allOf: [formSchema(true), { type: 'object', properties }] }
}

function formSchema(isRequired: boolean): JsonObject {
  const refs = Object.keys(tools).map((key) => ({ $ref: `#/components/schemas/${inputName(key)}` }))
  return { anyOf: isRequired ? refs : [...refs, { type: 'null' }] }
}
