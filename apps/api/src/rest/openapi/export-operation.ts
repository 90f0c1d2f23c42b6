import { exportFormats } from '@mozhou/contracts/creations/kinds'
import { idAnswer } from '@mozhou/contracts/ids'
import type { IdKind } from '@mozhou/contracts/ids'
import type { Wording } from '@mozhou/contracts/wording'
import { z } from 'zod'
import { exportRoute } from '../served-routes.ts'
import type { JsonObject } from './json-schemas.ts'
import { errorResponses, limitHeaders } from './responses.ts'
import { scopeNote } from './scope-note.ts'
import { about } from './wording.ts'

const mediaTypes = [
  'text/markdown',
  'text/html',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]

/** The download of a creation; answers with bytes and not with JSON. */
export function exportOperation(pick: (wording: Wording) => string): JsonObject {
  const query = (name: string, schema: JsonObject, required = false) => ({ name, in: 'query', required, schema })
  const notes = query('notes', { type: 'string', enum: ['true', 'false'], default: 'false' })
  return {
    operationId: 'creations.export',
    tags: [exportRoute.tag.en],
    summary: pick(exportRoute.summary),
    description: scopeNote('creations:read', pick),
    security: [{ session: [] }, { apiKey: ['creations:read'] }],
    parameters: [
      { name: 'creation_id', in: 'path', required: true, schema: idSchema('creation') },
      query('format', { type: 'string', enum: exportFormats }, true),
      query('version', idSchema('version')),
      query('label', { type: 'string', enum: ['on', 'off'], default: 'on' }),
      { ...notes, description: pick(about.notes) },
    ],
    responses: {
      '200': {
        description: pick(about.file),
        headers: limitHeaders,
        content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string' } }])),
      },
      ...errorResponses([400, 401, 403, 404, 412, 429, 500, 503], pick),
    },
  }
}

function idSchema(kind: IdKind): JsonObject {
  const { pattern, examples } = z.toJSONSchema(idAnswer(kind))
  return { type: 'string', pattern, examples }
}
