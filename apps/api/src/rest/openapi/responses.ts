import type { Wording } from '@mozhou/contracts/wording'
import { exampleOf } from './example-of.ts'
import type { JsonObject } from './json-schemas.ts'
import { statusWords } from './wording.ts'

type Pick = (wording: Wording) => string

export const limitHeaders = {
  'X-Request-Id': { $ref: '#/components/headers/RequestId' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
}

const replayedHeader = { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } }
/** Refusals that stay the answer of a key: for want of credits, or of a model. */
const settled: ReadonlySet<number> = new Set([402, 412])

const ownHeaders: Readonly<Record<number, JsonObject>> = {
  401: { 'WWW-Authenticate': { $ref: '#/components/headers/WwwAuthenticate' } },
  429: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
}

/** `isKeyed`: takes an Idempotency-Key, and tells when an answer is the first one again. */
export function answerResponse(schema: JsonObject, components: JsonObject, pick: Pick, isKeyed: boolean): JsonObject {
  return {
    description: wordsFor(200, pick),
    headers: { ...limitHeaders, ...(isKeyed && replayedHeader) },
    content: { 'application/json': { schema, example: exampleOf(schema, components) } },
  }
}

/** `staysAnswer`: a refusal of a run stays the answer of its Idempotency-Key. */
export function errorResponses(statuses: readonly number[], pick: Pick, staysAnswer = false): JsonObject {
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: wordsFor(status, pick),
        headers: {
          ...limitHeaders,
          ...ownHeaders[status],
          ...(staysAnswer && settled.has(status) && replayedHeader),
        },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  )
}

function wordsFor(status: number, pick: Pick): string {
  const words = statusWords[status]
  return words ? pick(words) : String(status)
}
