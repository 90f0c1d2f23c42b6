import type { Wording } from '@mozhou/contracts/wording'
import { eventsRoute } from '../served-routes.ts'
import type { JsonObject } from './json-schemas.ts'
import { errorResponses, limitHeaders } from './responses.ts'
import { scopeNote } from './scope-note.ts'
import { about } from './wording.ts'
import { idAnswer } from '@mozhou/contracts/ids'
import { z } from 'zod'

const example = 'id: 1001-2\nevent: delta\ndata: {"type":"delta","text":"春茶"}\n\n'

/** The event stream, the one operation that is no procedure. */
export function eventsOperation(pick: (wording: Wording) => string): JsonObject {
  const { pattern, examples } = z.toJSONSchema(idAnswer('generation'))
  return {
    operationId: 'creations.events',
    tags: [eventsRoute.tag.en],
    summary: pick(eventsRoute.summary),
    description: scopeNote('creations:read', pick),
    security: [{ session: [] }, { apiKey: ['creations:read'] }],
    parameters: [
      { name: 'generation_id', in: 'path', required: true, schema: { type: 'string', pattern, examples } },
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: pick(about.lastEventId),
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 19,
          pattern: '^[0-9]{1,9}-[0-9]{1,9}$',
          examples: ['1001-2'],
        },
      },
    ],
    responses: {
      '200': {
        description: pick(about.stream),
        headers: limitHeaders,
        content: { 'text/event-stream': { schema: { type: 'string' }, example } },
      },
      '204': { description: pick(about.ended), headers: limitHeaders },
      ...errorResponses([400, 401, 403, 404, 429, 500, 503], pick),
    },
  }
}
