import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { OpenApiDocument } from '../rest/openapi/document.ts'
import type { JsonObject } from '../rest/openapi/json-schemas.ts'

interface DocumentedParameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: JsonObject
}

/** An operation as a reader of the document sees it. */
export interface DocumentedOperation {
  id: string
  method: string
  path: string
  isPublic: boolean
  /** What an API key needs; null where no key may. */
  scope: string | null
  isKeyed: boolean
  parameters: DocumentedParameter[]
  body: { schema: JsonObject; example: JsonObject } | null
  /** By status; null where the answer is no JSON. */
  answers: Map<number, JsonObject | null>
}

export function documentedOperations(document: OpenApiDocument): DocumentedOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => toOperation(path, method.toUpperCase(), operation)),
  )
}

type Content = { content?: Record<string, { schema: JsonObject; example: JsonObject }> }

function toOperation(path: string, method: string, operation: JsonObject): DocumentedOperation {
  const parameters = operation['parameters'] as (DocumentedParameter & { $ref?: string })[]
  const security = operation['security'] as Record<string, string[]>[]
  const answers = Object.entries(operation['responses'] as Record<string, Content>)
  return {
    id: String(operation['operationId']),
    method,
    path,
    isPublic: security.length === 0,
    scope: security.find((one) => one['apiKey'])?.['apiKey']?.[0] ?? null,
    isKeyed: parameters.some(({ $ref }) => $ref !== undefined),
    parameters: parameters.filter(({ $ref }) => $ref === undefined),
    body: (operation['requestBody'] as Content | undefined)?.content?.['application/json'] ?? null,
    answers: new Map(
      answers.map(([status, { content }]) => [Number(status), content?.['application/json']?.schema ?? null]),
    ),
  }
}

/** Whether a value fits a schema of the document, by a library that did not write it. */
export function documentJudge(document: OpenApiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'doc:', components: document.components })
  const known = new Map<JsonObject, ReturnType<typeof ajv.compile>>()
  const compiled = (schema: JsonObject) => {
    const check = known.get(schema) ?? ajv.compile(withAbsoluteRefs(schema))
    known.set(schema, check)
    return check
  }
  return {
    fits: (schema: JsonObject, value: unknown) => compiled(schema)(value) === true,
    /** In words; empty when it fits. */
    complaints: (schema: JsonObject, value: unknown) => {
      const check = compiled(schema)
      return check(value) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`)
    },
  }
}

function withAbsoluteRefs(schema: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"doc:#/components/')) as JsonObject
}
