import { tools } from '@mozhou/contracts/tools/registry'
import { generationStartedAnswer } from '@mozhou/contracts/generations/answers'
import { requestKeyInput } from '@mozhou/contracts/ids'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { documentJudge } from '../../testing/documented-operations.ts'
import { docsPage } from '../docs/docs-page.ts'
import { restRoutes } from '../rest-route.ts'
import { routes } from '../served-routes.ts'
import { openApiDocument } from './document.ts'
import type { JsonObject } from './json-schemas.ts'

const documents = [openApiDocument(routes, 'zh-CN'), openApiDocument(routes, 'en')] as const
const [chinese, english] = documents

const judge = documentJudge(chinese)

/** Every part of a document that has a schema and an example of it. */
function examplesIn(node: unknown, path = ''): [string, JsonObject, unknown][] {
  if (typeof node !== 'object' || node === null) return []
  const { schema, example } = node as { schema?: JsonObject; example?: unknown }
  const own =
    schema !== undefined && example !== undefined ? [[path, schema, example] as [string, JsonObject, unknown]] : []
  return [...own, ...Object.entries(node).flatMap(([name, child]) => examplesIn(child, `${path}/${name}`))]
}

it.each(examplesIn(chinese.paths))('gives an example that fits its schema: %s', (_path, schema, example) => {
  expect(judge.complaints(schema, example)).toEqual([])
})

it('has no reference that leads nowhere', () => {
  const text = JSON.stringify(chinese)
  const refs = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'))
  const resolved = (path: string[]) =>
    path.reduce<unknown>((node, name) => (node as JsonObject | undefined)?.[name], chinese)
  expect(refs.length).toBeGreaterThan(20)
  expect(refs.filter((path) => resolved(path) === undefined)).toEqual([])
})

it('asks for the Idempotency-Key exactly where something is charged, ordered or copied, and never for a request key', () => {
  const operations = Object.entries(chinese.paths).flatMap(([path, methods]) =>
    Object.values(methods).map(({ parameters, responses }) => ({
      path,
      isKeyed: JSON.stringify(parameters).includes('IdempotencyKey'),
      begins: JSON.stringify(responses).includes('/GenerationStarted"'),
    })),
  )
  const others = [
    '/creations',
    '/creations/{id}/duplicate',
    '/credit/recharge',
    '/image/enlarge',
    '/operation/coupons/{id}/claim',
    '/operation/coupons/{id}/issue',
    '/operation/withdrawals',
    '/operation/withdrawals/exchange',
    '/credit/membership/purchase',
    '/credit/orders/{order_id}/refund',
    '/operation/activities/{id}/participate',
    '/publish',
  ]
  const charged = operations.filter(({ begins }) => begins).map(({ path }) => path)
  const keyed = operations.filter(({ isKeyed }) => isKeyed).map(({ path }) => path)
  expect(keyed.toSorted()).toEqual([...others, ...charged].toSorted())
  // Whatever else begins a run joins them.
  expect(charged).toEqual(
    expect.arrayContaining([
      '/creations/{id}/rewrite',
      '/writing/wechat_article/generate',
      '/writing/translation/generate',
      '/writing/{creation_id}/regenerate',
      '/writing/{creation_id}/optimize',
      '/writing/{creation_id}/continue',
    ]),
  )
  expect(JSON.stringify(chinese)).not.toContain('requestKey')
})

it('says of whatever begins a run that it may cost more than there is, under any scope', () => {
  const meta = {
    rest: 'POST /images' as const,
    tag: { zh: '图片', en: 'Images' },
    summary: { zh: '生成图片', en: 'Make an image' },
    answer: generationStartedAnswer,
    scope: 'creations:write' as const,
  }
  const input = z.object({ requestKey: requestKeyInput })
  const { paths } = openApiDocument(restRoutes({ 'images.generate': { _def: { meta, inputs: [input] } } }), 'en')
  expect(paths['/images']?.['post']?.['responses']).toHaveProperty('402')
})

function bodySchemaOf(path: string, method = 'post'): JsonObject {
  const body = chinese.paths[path]?.[method]?.['requestBody'] as { content: Record<string, { schema: JsonObject }> }
  return body.content['application/json']?.schema ?? {}
}

it.each(['generate', 'regenerate'])('describes the form alone beside the form under input: %s', (action) => {
  const schema = bodySchemaOf(`/writing/${action === 'generate' ? 'wechat_article' : '{creation_id}'}/${action}`)
  const form = { topic: '城市露营', length: 800 }
  for (const fitting of [{ input: form }, form, { ...form, modelId: 'mdl_019ab3d2c4e57f60a1b2c3d4e5f60718' }])
    expect(judge.complaints(schema, fitting)).toEqual([])
  if (action === 'generate') expect(judge.fits(schema, { modelId: null })).toBe(false)
  expect(judge.fits(schema, { input: 7 })).toBe(false)
})

it('ties the form to its tool: the example of one fits its own path and no other', () => {
  for (const { key } of Object.values(tools)) {
    const fitting = Object.values(tools).filter(({ example }) =>
      [{ input: example }, example].some((body) =>
        judge.fits(bodySchemaOf(`/writing/${key.replaceAll('-', '_')}/generate`), body),
      ),
    )
    expect(fitting.map((tool) => tool.key)).toEqual([key])
  }
})

it('tells of the days that an official document takes', () => {
  const schema = bodySchemaOf('/writing/official_document/generate')
  const dated = (date: string) => judge.fits(schema, { issuer: '青溪县', subject: '关于放假的通知', date })
  for (const date of ['', '2026年11月24日', '2026 年 11 月 24 日', '2026-11-24', '2026/1/2'])
    expect(dated(date)).toBe(true)
  for (const date of ['2026-11/24', '明天', '2026年13月24日', '2026.11.32']) expect(dated(date)).toBe(false)
})

it('tells of the rules about several fields: an instruction for some goals, and something to change', () => {
  const optimise = bodySchemaOf('/writing/{creation_id}/optimize')
  expect(judge.fits(optimise, { goal: 'shorter' })).toBe(true)
  for (const goal of ['audience', 'custom']) {
    expect(judge.fits(optimise, { goal, instruction: '给初学者' })).toBe(true)
    for (const instruction of [undefined, null, '', ' \n'])
      expect(judge.fits(optimise, { goal, ...(instruction !== undefined && { instruction }) })).toBe(false)
  }
  const rewrite = {
    baseVersionId: 'ver_019ab3d2c4e57f60a1b2c3d4e5f60718',
    field: 'body',
    start: 0,
    end: 2,
    text: '春茶',
  }
  const rewriting = bodySchemaOf('/creations/{id}/rewrite')
  expect(judge.fits(rewriting, { ...rewrite, goal: 'polish' })).toBe(true)
  expect(judge.fits(rewriting, { ...rewrite, goal: 'custom' })).toBe(false)
  const update = bodySchemaOf('/creations/{id}', 'put')
  expect(judge.fits(update, { baseVersionId: rewrite.baseVersionId })).toBe(false)
  expect(judge.fits(update, { baseVersionId: rewrite.baseVersionId, markdown: '春茶' })).toBe(true)
})

it('tells that blanks alone are no text', () => {
  const form = bodySchemaOf('/writing/wechat_article/generate')
  for (const topic of ['  ', '茶 ', '\u0000茶'])
    for (const body of [{ topic }, { input: { topic } }]) expect(judge.fits(form, body), topic).toBe(false)
  expect(judge.fits(form, { topic: '茶 叶' })).toBe(true)
})

it.each([
  ['/creations', 'get', '`to` must be after `from`'],
  ['/creations', 'get', '`cursor` is a `nextCursor`'],
  ['/trash', 'get', '`cursor` is a `nextCursor`'],
  ['/credit/transactions', 'get', '`cursor` is a `nextCursor`'],
  ['/models/{id}/stats', 'get', '366'],
  ['/creations/{id}/rewrite', 'post', '`text` must be what stands'],
  ['/models', 'post', '`baseUrl` is an https address'],
  ['/auth/register', 'post', '72 bytes'],
  ['/creations/{generation_id}/events', 'get', 'The id of done gets 204'],
])('%s %s says what no schema can: %s', (path, method, words) => {
  expect(JSON.stringify(english.paths[path]?.[method])).toContain(words)
})

it('names everything in Latin, whichever the language: generators make packages, classes and functions of it', () => {
  for (const document of documents) {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    const names = [
      document.info.title,
      ...document.tags.map(({ name }) => name),
      ...Object.keys(document.paths),
      ...Object.values(document.components).flatMap((parts) => Object.keys(parts as object)),
      ...operations.flatMap(({ operationId, tags }) => [operationId, ...(tags as string[])]),
    ].map(String)
    for (const name of names) expect(name).toMatch(/^[\w ./{}-]+$/)
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  }
  expect(chinese.info['x-name']).toBe('墨舟 REST 接口')
  expect(chinese.tags[0]?.['x-displayName']).toBe('认证')
})

it('closes every object that is sent, and every 429 has its header', () => {
  const open: string[] = []
  const look = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, properties, additionalProperties } = node as JsonObject
    if (type === 'object' && properties !== undefined && additionalProperties !== false) open.push(path)
    for (const [name, child] of Object.entries(node)) if (!/^examples?$/.test(name)) look(child, `${path}/${name}`)
  }
  for (const [path, methods] of Object.entries(chinese.paths)) {
    for (const { requestBody, responses } of Object.values(methods)) {
      look(requestBody, path)
      expect((responses as Record<string, JsonObject>)['429']?.['headers']).toHaveProperty('Retry-After')
    }
  }
  for (const name of Object.keys(chinese.components.schemas)) {
    if (name.endsWith('Form')) look(chinese.components.schemas[name], name)
  }
  expect(open).toEqual([])
})

it('says that an answer is given again, wherever a key may be sent', () => {
  for (const { parameters, responses } of Object.values(english.paths).flatMap((methods) => Object.values(methods))) {
    const isKeyed = JSON.stringify(parameters).includes('IdempotencyKey')
    const { headers } = (responses as Record<string, { headers: JsonObject }>)['200'] ?? { headers: {} }
    expect(Object.hasOwn(headers, 'Idempotent-Replayed')).toBe(isKeyed)
  }
})

it('says the same in both languages, in words of each', () => {
  expect(Object.keys(english.paths)).toEqual(Object.keys(chinese.paths))
  const written = JSON.stringify(english, (name, value: unknown) =>
    ['example', 'examples', 'enum', 'default', 'x-default'].includes(name) ? undefined : value,
  )
  expect(written.match(/.{0,40}\p{Script=Han}+.{0,20}/gu)).toBeNull()
})

it.each(documents)('is a page without scripts or anything from elsewhere %#', (document) => {
  const page = docsPage(document, { locale: document === english ? 'en' : 'zh-CN', origin: 'https://<evil>' })
  expect(page).not.toMatch(/<script|style=|\son\w+=|src=|url\(|<evil>/)
  const links = [...page.matchAll(/(?:href)="([^"]+)"/g)].map(([, href = '']) => href)
  expect(links.filter((href) => !href.startsWith('/api/v1/') && !href.startsWith('#'))).toEqual([])
  for (const methods of Object.values(document.paths)) {
    for (const { operationId } of Object.values(methods)) expect(page).toContain(`id="${String(operationId)}"`)
  }
  expect(page).toContain('Idempotency-Key: article-')
})
