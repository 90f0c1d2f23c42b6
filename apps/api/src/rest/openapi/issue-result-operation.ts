import { idAnswer } from '@mozhou/contracts/ids'
import type { Wording } from '@mozhou/contracts/wording'
import { z } from 'zod'
import { issueResultRoute } from '../served-routes.ts'
import type { JsonObject } from './json-schemas.ts'
import { errorResponses, limitHeaders } from './responses.ts'

const words = {
  description: {
    zh: '一行一个人：发了没有、没有发的原因。还在发放时，是到此刻为止的结果。按 `Accept-Language` 用中文或英文写。每次导出都有操作记录。',
    en: 'A line for each person: given or not, and why not. Of an issue that is under way, the result so far. Written in the language of `Accept-Language`. Each export leaves a row of audit.',
  },
  file: { zh: 'CSV 文件（UTF-8，带 BOM）', en: 'The file, CSV in UTF-8 with a byte order mark' },
} satisfies Record<string, Wording>

/** The result of an issue of coupons; answers with a file and not with JSON. */
export function issueResultOperation(pick: (wording: Wording) => string): JsonObject {
  const { pattern, examples } = z.toJSONSchema(idAnswer('couponIssue'))
  return {
    operationId: 'coupons.issueResult',
    tags: [issueResultRoute.tag.en],
    summary: pick(issueResultRoute.summary),
    description: pick(words.description),
    security: [{ session: [] }],
    parameters: [{ name: 'issue_id', in: 'path', required: true, schema: { type: 'string', pattern, examples } }],
    responses: {
      '200': {
        description: pick(words.file),
        headers: limitHeaders,
        content: { 'text/csv': { schema: { type: 'string' } } },
      },
      ...errorResponses([400, 401, 403, 404, 429, 500, 503], pick),
    },
  }
}
