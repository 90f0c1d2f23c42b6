import { downloadFormats, downloadSizes, fileKinds } from '@mozhou/contracts/files/kinds'
import { idAnswer } from '@mozhou/contracts/ids'
import type { Wording } from '@mozhou/contracts/wording'
import { z } from 'zod'
import { maskAnswer } from '@mozhou/contracts/images/answers'
import { fileRoute, maskRoute, uploadRoutes } from '../served-routes.ts'
import type { JsonObject } from './json-schemas.ts'
import { answerResponse, errorResponses, limitHeaders } from './responses.ts'
import { scopeNote } from './scope-note.ts'

type Pick = (wording: Wording) => string

const words = {
  body: {
    zh: '表单字段 `file`，或请求体就是文件本身。图片（JPG、PNG、WebP）最大 50 MB、5000 万像素；文档（docx、pptx）最大 30 MB；视频（MP4、MOV、WebM）最大 500 MB；音频（MP3、M4A、WAV）最大 100 MB。带上 `Idempotency-Key`，重复上传只有一份文件。大文件可以断点续传：`/api/v1/files/uploads` 使用 [tus 1.0.0](https://tus.io/protocols/resumable-upload)（creation、expiration、termination），`Upload-Metadata` 里写 `name` 和 `kind`，传完后应答头 `Upload-File` 是文件编号。',
    en: 'A form with the field `file`, or the file itself as the body. Pictures (JPG, PNG, WebP) up to 50 MB and 50 megapixels; documents (docx, pptx) up to 30 MB; videos (MP4, MOV, WebM) up to 500 MB; sound (MP3, M4A, WAV) up to 100 MB. With an `Idempotency-Key`, a repeat is the same file. Large ones can be gone on with after a broken connection: `/api/v1/files/uploads` speaks [tus 1.0.0](https://tus.io/protocols/resumable-upload) (creation, expiration, termination), with `name` and `kind` in `Upload-Metadata`; after the last part `Upload-File` of the answer is the id of the file.',
  },
  mask: {
    zh: '表单字段 `file`，或请求体就是文件本身：与原图同样大小的 PNG，白色为要重绘的部分。不占空间，一周后自动删除；带上 `Idempotency-Key`，重复上传只有一份。',
    en: 'A form with the field `file`, or the file itself as the body: a PNG of the picture’s own size, white where it is made anew. It takes no space and ends after a week; with an `Idempotency-Key`, a repeat is the same file.',
  },
  moved: { zh: '去往文件内容的短期地址', en: 'On to the bytes, by a short-lived address' },
} satisfies Record<string, Wording>

const fileKind: JsonObject = { type: 'string', enum: fileKinds }
const fileName: JsonObject = { type: 'string', minLength: 1, maxLength: 255, pattern: '\\S' }
/** Fields before the file, which are read before it. */
const formFields = { kind: fileKind, name: fileName, file: { type: 'string', format: 'binary' } }

/** By method: the same upload as POST and as PUT. */
export function uploadOperations(pick: Pick, components: JsonObject): Record<string, JsonObject> {
  return Object.fromEntries(
    uploadRoutes.map(({ method, summary, tag }) => [
      method.toLowerCase(),
      {
        operationId: method === 'POST' ? 'files.upload' : 'files.put',
        tags: [tag.en],
        summary: pick(summary),
        description: `${pick(words.body)}\n\n${scopeNote('files:write', pick)}`,
        security: [{ session: [] }, { apiKey: ['files:write'] }],
        parameters: [query('kind', fileKind), query('name', fileName)],
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: formFields,
                additionalProperties: false,
              },
            },
            'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: {
          '200': answerResponse({ $ref: '#/components/schemas/File' }, components, pick, false),
          ...errorResponses([400, 401, 403, 412, 413, 415, 429, 500, 503], pick),
        },
      },
    ]),
  )
}

export function maskOperation(pick: Pick, components: JsonObject): JsonObject {
  const { $schema: _, id: __, ...answer } = z.toJSONSchema(maskAnswer)
  const file = { type: 'string', format: 'binary' }
  const form = { type: 'object', required: ['file'], properties: { file }, additionalProperties: false }
  return {
    operationId: 'images.uploadMask',
    tags: [maskRoute.tag.en],
    summary: pick(maskRoute.summary),
    description: `${pick(words.mask)}\n\n${scopeNote('image', pick)}`,
    security: [{ session: [] }, { apiKey: ['image'] }],
    parameters: [],
    requestBody: {
      required: true,
      content: { 'multipart/form-data': { schema: form }, 'application/octet-stream': { schema: file } },
    },
    responses: {
      '200': answerResponse(answer, components, pick, false),
      ...errorResponses([400, 401, 403, 413, 415, 429, 500, 503], pick),
    },
  }
}

export function fileOperation(pick: Pick): JsonObject {
  const { pattern, examples } = z.toJSONSchema(idAnswer('file'))
  return {
    operationId: 'files.get',
    tags: [fileRoute.tag.en],
    summary: pick(fileRoute.summary),
    description: scopeNote('files:read', pick),
    security: [{ session: [] }, { apiKey: ['files:read'] }],
    parameters: [
      { name: 'file_id', in: 'path', required: true, schema: { type: 'string', pattern, examples } },
      query('use', { type: 'string', enum: ['show', 'download'], default: 'download' }),
      query('format', { type: 'string', enum: downloadFormats }),
      query('size', { type: 'string', enum: downloadSizes, default: 'full' }),
    ],
    responses: {
      '302': { description: pick(words.moved), headers: limitHeaders },
      ...errorResponses([400, 401, 403, 404, 429, 500, 503], pick),
    },
  }
}

const query = (name: string, schema: JsonObject) => ({ name, in: 'query', required: false, schema })
