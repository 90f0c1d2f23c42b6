import type { Locale } from '@mozhou/contracts/accounts/locales'
import { eventsRoute, exportRoute } from '../served-routes.ts'
import type { RestRoute } from '../rest-route.ts'
import { exportOperation } from './export-operation.ts'
import { eventsOperation } from './events-operation.ts'
import type { JsonObject } from './json-schemas.ts'
import { jsonSchemas } from './json-schemas.ts'
import { operationOf } from './operation.ts'
import { about, pick as pickBy } from './wording.ts'

export interface OpenApiDocument extends JsonObject {
  info: { title: string; version: string; description: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, JsonObject>>
  components: { schemas: JsonObject } & JsonObject
}

/** The whole API as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html), in one language. */
export function openApiDocument(routes: readonly RestRoute[], locale: Locale): OpenApiDocument {
  const pick = pickBy(locale)
  const schemas = jsonSchemas(routes)
  const paths: OpenApiDocument['paths'] = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, schemas, pick) }
  }
  paths[exportRoute.path] = { get: exportOperation(pick) }
  paths[eventsRoute.path] = { get: eventsOperation(pick) }
  const tags = new Set([...routes, exportRoute, eventsRoute].map(({ tag }) => pick(tag)))
  return {
    openapi: '3.1.1',
    info: { title: pick(about.title), version: '1', description: pick(about.description) },
    servers: [{ url: '/api/v1' }],
    tags: [...tags].map((name) => ({ name })),
    paths,
    components: { schemas: schemas.components, ...sharedComponents(pick) },
  }
}

function sharedComponents(pick: ReturnType<typeof pickBy>): JsonObject {
  const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example })
  return {
    securitySchemes: {
      session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: pick(about.session) },
      apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'mz_live_…', description: pick(about.apiKey) },
    },
    parameters: {
      IdempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: pick(about.idempotencyKey),
        schema: { type: 'string', minLength: 1, maxLength: 255 },
        example: 'article-2026-11-27-1',
      },
    },
    headers: {
      RequestId: text('X-Request-Id', '019ab3d2-c4e5-7f60-a1b2-c3d4e5f60718'),
      RateLimitPolicy: text('draft-ietf-httpapi-ratelimit-headers-10', '"user";q=600;w=60'),
      RateLimit: text('draft-ietf-httpapi-ratelimit-headers-10', '"user";r=599;t=60'),
      WwwAuthenticate: text('RFC 9110, section 11.6.1', 'Bearer'),
      RetryAfter: {
        description: 'RFC 9110, section 10.2.3',
        required: true,
        schema: { type: 'integer', minimum: 1 },
        example: 9,
      },
    },
  }
}
