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

it('asks for the Idempotency-Key exactly where something is charged or copied, and never for a request key', () => {
  const operations = Object.entries(chinese.paths).flatMap(([path, methods]) =>
    Object.values(methods).map(({ parameters, responses }) => ({
      path,
      isKeyed: JSON.stringify(parameters).includes('IdempotencyKey'),
      begins: JSON.stringify(responses).includes('/GenerationStarted"'),
    })),
  )
  const copies = '/creations/{id}/duplicate'
  const charged = operations.filter(({ begins }) => begins).map(({ path }) => path)
  const keyed = operations.filter(({ isKeyed }) => isKeyed).map(({ path }) => path)
  expect(keyed.toSorted()).toEqual([copies, ...charged].toSorted())
  // Whatever else begins a run joins them.
  expect(charged).toEqual(
    expect.arrayContaining([
      '/creations/{id}/rewrite',
      '/writing/{tool_type}/generate',
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

it.each(['generate', 'regenerate'])('describes the form alone beside the form under input: %s', (action) => {
  const path = `/writing/{${action === 'generate' ? 'tool_type' : 'creation_id'}}/${action}`
  const body = chinese.paths[path]?.['post']?.['requestBody'] as { content: Record<string, { schema: JsonObject }> }
  const { schema = {} } = body.content['application/json'] ?? {}
  const form = { topic: '城市露营', length: 800 }
  for (const fitting of [{ input: form }, form, { ...form, modelId: 'mdl_019ab3d2c4e57f60a1b2c3d4e5f60718' }])
    expect(judge.complaints(schema, fitting)).toEqual([])
  if (action === 'generate') expect(judge.fits(schema, { modelId: null })).toBe(false)
  expect(judge.fits(schema, { input: 7 })).toBe(false)
})

it('says the same in both languages, in words of each', () => {
  expect(Object.keys(english.paths)).toEqual(Object.keys(chinese.paths))
  const written = JSON.stringify(english, (name, value: unknown) =>
    ['example', 'examples', 'enum', 'default'].includes(name) ? undefined : value,
  )
  expect(written).not.toMatch(/\p{Script=Han}/u)
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
