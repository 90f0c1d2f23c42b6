import { exampleOf } from '../openapi/example-of.ts'
import type { JsonObject } from '../openapi/json-schemas.ts'

interface Parameter {
  name: string
  in: string
  required: boolean
  schema: JsonObject
}

/** A command that a person can paste: the document's own example, with the key in a variable. */
export function curlOf(
  call: { origin: string; method: string; path: string; operation: JsonObject },
  components: JsonObject,
): string {
  const { operation } = call
  const parameters = (operation['parameters'] ?? []) as (Parameter & { $ref?: string })[]
  const inPath = new Map(parameters.filter((parameter) => parameter.in === 'path').map((one) => [one.name, one.schema]))
  const path = call.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(exampleOf(inPath.get(name) ?? {}, components, name)),
  )
  const body = operation['requestBody'] as { content: Record<string, { example?: unknown }> } | undefined
  const json = body?.content['application/json']
  const isOpen = Array.isArray(operation['security']) && operation['security'].length === 0
  const isKeyed = parameters.some(({ $ref }) => $ref !== undefined)
  const isStream = path.endsWith('/events')
  const lines = [
    `curl ${isStream ? '-N ' : ''}${call.method === 'GET' ? '' : `-X ${call.method} `}'${call.origin}/api/v1${path}'`,
    ...(isOpen ? [] : [`-H "Authorization: Bearer $MOZHOU_KEY"`]),
    ...(isKeyed ? [`-H 'Idempotency-Key: article-2026-11-27-1'`] : []),
    ...(json ? [`-H 'Content-Type: application/json'`, `-d '${quoted(json.example)}'`] : []),
    ...(body && !json ? [`-F 'file=@picture.jpg'`] : []),
  ]
  return lines.join(' \\\n  ')
}

/** Inside single quotes a shell takes everything as it is but the quote itself. */
function quoted(value: unknown): string {
  return JSON.stringify(value).replaceAll("'", String.raw`'\''`)
}
