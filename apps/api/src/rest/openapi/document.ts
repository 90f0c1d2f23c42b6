import type { Locale } from '@mozhou/contracts/accounts/locales'
import { eventsRoute, exportRoute, fileRoute, maskRoute } from '../served-routes.ts'
import { takesForm } from '../rest-route.ts'
import type { RestRoute } from '../rest-route.ts'
import { exportOperation } from './export-operation.ts'
import { fileOperation, maskOperation, uploadOperations } from './file-operations.ts'
import { eventsOperation } from './events-operation.ts'
import type { JsonObject, JsonSchemas } from './json-schemas.ts'
import { jsonSchemas } from './json-schemas.ts'
import { operationsOf } from './operation.ts'
import { besideForm } from './body.ts'
import { formComponents } from './form-components.ts'
import { about, pick as pickBy } from './wording.ts'

export interface OpenApiDocument extends JsonObject {
  info: { title: string; 'x-name'?: string; version: string; description: string }
  tags: { name: string; 'x-displayName': string }[]
  paths: Record<string, Record<string, JsonObject>>
  components: { schemas: JsonObject } & JsonObject
}

/**
 * The whole API as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html), in one language. Title, tags and names are Latin in either:
 * generators name packages, folders and classes after them.
 */
export function openApiDocument(routes: readonly RestRoute[], locale: Locale): OpenApiDocument {
  const pick = pickBy(locale)
  const schemas = withForms(routes, jsonSchemas(routes))
  const paths: OpenApiDocument['paths'] = {}
  for (const { path, method, operation } of routes.flatMap((route) => operationsOf(route, schemas, pick))) {
    paths[path] = { ...paths[path], [method]: operation }
  }
  paths[exportRoute.path] = { get: exportOperation(pick) }
  // Answered with a file, whose schema comes with the procedures of files.
  if (schemas.components['File'] !== undefined)
    paths['/files'] = { ...paths['/files'], ...uploadOperations(pick, schemas.components) }
  paths[maskRoute.path] = { post: maskOperation(pick, schemas.components) }
  paths[fileRoute.path] = { get: fileOperation(pick) }
  paths[eventsRoute.path] = { get: eventsOperation(pick) }
  const tags = new Map([...routes, exportRoute, eventsRoute].map(({ tag }) => [tag.en, pick(tag)]))
  return {
    openapi: '3.1.1',
    info: {
      title: about.title.en,
      ...(locale === 'zh-CN' && { 'x-name': about.title.zh }),
      version: '1',
      description: pick(about.description),
    },
    servers: [{ url: '/api/v1' }],
    tags: [...tags].map(([name, shown]) => ({ name, 'x-displayName': shown })),
    paths,
    components: { schemas: schemas.components, ...sharedComponents(pick) },
  }
}

/** A form as it is may hold what stands beside `input` in any of the bodies that take one. */
function withForms(routes: readonly RestRoute[], schemas: JsonSchemas): JsonSchemas {
  const beside = routes.filter(takesForm).map((route) => besideForm(route, schemas))
  const forms = formComponents(schemas.forms, Object.assign({}, ...beside) as JsonObject)
  return { ...schemas, components: { ...schemas.components, ...forms } }
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
        schema: { type: 'string', pattern: '^[ -~\\u00a0-\\u00ff]{1,255}$' },
        example: 'article-2026-11-27-1',
      },
    },
    headers: {
      RequestId: text('X-Request-Id', '019ab3d2-c4e5-7f60-a1b2-c3d4e5f60718'),
      RateLimitPolicy: text('draft-ietf-httpapi-ratelimit-headers-10', '"user";q=600;w=60'),
      RateLimit: text('draft-ietf-httpapi-ratelimit-headers-10', '"user";r=599;t=60'),
      IdempotentReplayed: {
        description: pick(about.replayed),
        schema: { type: 'string', const: 'true' },
        example: 'true',
      },
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
