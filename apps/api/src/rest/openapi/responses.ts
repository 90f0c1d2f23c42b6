import type { Wording } from '@mozhou/contracts/wording'
import { exampleOf } from './example-of.ts'
import type { JsonObject } from './json-schemas.ts'
import { statusWords } from './wording.ts'

type Pick = (wording: Wording) => string

const limitHeaders = {
  'X-Request-Id': { $ref: '#/components/headers/RequestId' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
}

const ownHeaders: Readonly<Record<number, JsonObject>> = {
  401: { 'WWW-Authenticate': { $ref: '#/components/headers/WwwAuthenticate' } },
  429: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
}

export function answerResponse(schema: JsonObject, components: JsonObject, pick: Pick): JsonObject {
  return {
    description: wordsFor(200, pick),
    headers: limitHeaders,
    content: { 'application/json': { schema, example: exampleOf(schema, components) } },
  }
}

export function errorResponses(statuses: readonly number[], pick: Pick): JsonObject {
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: wordsFor(status, pick),
        headers: { ...limitHeaders, ...ownHeaders[status] },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  )
}

function wordsFor(status: number, pick: Pick): string {
  const words = statusWords[status]
  return words ? pick(words) : String(status)
}
