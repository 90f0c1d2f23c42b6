import type { RestRoute } from '../rest-route.ts'
import { bodyOf } from './body.ts'
import type { JsonObject, JsonSchemas } from './json-schemas.ts'
import { answerResponse, errorResponses } from './responses.ts'
import { scopeNote } from './scope-note.ts'
import { about } from './wording.ts'
import { generationStartedAnswer } from '@mozhou/contracts/generations/answers'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { Wording } from '@mozhou/contracts/wording'
import { takesForm } from '../rest-route.ts'
import { pascalCase } from './forms.ts'

type Say = (wording: Wording) => string

/** An operation at its path of the document. */
export interface Described {
  path: string
  method: string
  operation: JsonObject
}

/** What the route is in the document: one operation, or one per tool where the path names the tool, so that each has its own form. */
export function operationsOf(route: RestRoute, schemas: JsonSchemas, pick: Say): Described[] {
  const method = route.method.toLowerCase()
  const tool = route.parameters.find(({ property }) => property === 'tool')
  if (!tool) return [{ path: route.path, method, operation: operationOf(route, schemas, pick, null) }]
  return Object.values(tools).map(({ key }) => ({
    path: route.path.replace(`{${tool.name}}`, key.replaceAll('-', '_')),
    method,
    operation: operationOf(route, schemas, pick, key),
  }))
}

function operationOf(route: RestRoute, schemas: JsonSchemas, pick: Say, tool: ToolKey | null): JsonObject {
  const body = bodyOf(route, schemas, tool)
  const summary = pick(route.summary)
  return {
    operationId: tool === null ? route.procedure : `${route.procedure}${pascalCase(tool)}`,
    tags: [route.tag.en],
    summary: tool === null ? summary : `${summary}${pick(about.colon)}${pick(tools[tool].title)}`,
    ...described(notesOf(route, pick, tool)),
    security: securityOf(route),
    parameters: parametersOf(route, schemas),
    ...(body && { requestBody: body }),
    responses: {
      '200': answerResponse(schemas.answers[route.procedure] ?? {}, schemas.components, pick, route.isKeyed),
      ...errorResponses(statusesOf(route), pick, beginsRun(route)),
    },
  }
}

function described(notes: readonly string[]): JsonObject {
  return notes.length > 0 ? { description: notes.join('\n\n') } : {}
}

function notesOf(route: RestRoute, pick: Say, tool: ToolKey | null): string[] {
  const { scope, otherNames = {}, rules = [] } = route.meta
  return [
    ...(scope === undefined ? [] : [scopeNote(scope, pick)]),
    ...(tool === null ? [] : [pick(about.toolType)]),
    ...(takesForm(route) ? [pick(about.form)] : []),
    ...Object.entries(otherNames).map(
      ([name, others]) => `\`${name}\` ${pick(about.otherNames)} ${others.map((other) => `\`${other}\``).join(', ')}`,
    ),
    ...rules.map(pick),
  ]
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
    ...(beginsRun({ meta }) ? [402] : []),
  ].sort((left, right) => left - right)
}

function parametersOf(route: RestRoute, schemas: JsonSchemas): JsonObject[] {
  const { properties = {}, required = [] } = schemas.inputs[route.procedure] ?? {}
  const inPath = route.parameters
    .filter(({ property }) => property !== 'tool')
    .map(({ name, property }) => ({ name, in: 'path', required: true, schema: properties[property] ?? {} }))
  const taken = new Set(route.parameters.map(({ property }) => property))
  const inQuery = Object.entries(route.method === 'POST' || route.method === 'PUT' ? {} : properties)
    .filter(([name]) => !taken.has(name))
    .map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema: withoutNull(schema) }))
  return [...inPath, ...inQuery, ...(route.isKeyed ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [])]
}

function beginsRun({ meta }: Pick<RestRoute, 'meta'>): boolean {
  return meta.answer === generationStartedAnswer
}

/** A query can leave a thing out, and cannot say null. */
function withoutNull(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf)) return schema
  const options = (anyOf as JsonObject[]).filter((option) => option['type'] !== 'null')
  return options.length === 1 ? { ...options[0], ...rest } : { anyOf: options, ...rest }
}
