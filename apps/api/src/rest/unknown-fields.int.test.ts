import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentedOperations, documentJudge } from '../testing/documented-operations.ts'
import type { DocumentedOperation } from '../testing/documented-operations.ts'
import { addFinishedCreation } from '../testing/finished-creation.ts'
import { restClient } from '../testing/rest-client.ts'
import type { RestAnswer } from '../testing/rest-client.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'
import { documentIn } from './openapi/serve-document.ts'

let api: TestApi
let send: ReturnType<typeof restClient>
let bearer = ''
let creationId = ''
beforeAll(async () => {
  api = await startApi()
  send = restClient(api.url)
  const { accessToken, userId } = await api.signIn('admin')
  bearer = accessToken
  creationId = (await addFinishedCreation(api.ctx, userId)).creationId
})
afterAll(() => api.close())

const document = documentIn('en')
const operations = documentedOperations(document)
const judge = documentJudge(document)
const bodied = operations.filter(({ body }) => body !== null)
const english = { 'accept-language': 'en' }

function addressOf({ path }: DocumentedOperation): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'generation_id') return formatId('generation', api.ctx.newId())
    if (path.startsWith('/operation/activities')) return formatId('campaign', api.ctx.newId())
    return path.startsWith('/models') ? formatId('model', api.ctx.newId()) : formatId('creation', creationId)
  })
}

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value once for each object in it, that one with a field more, and the path of that field. */
function withOneMore(value: unknown, path: string[] = []): [path: string, broken: unknown][] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      withOneMore(item, [...path, String(index)]).map(([at, broken]): [string, unknown] => [
        at,
        value.with(index, broken),
      ]),
    )
  }
  if (!isObject(value)) return []
  const deeper = Object.entries(value).flatMap(([name, child]) =>
    withOneMore(child, [...path, name]).map(([at, broken]): [string, unknown] => [at, { ...value, [name]: broken }]),
  )
  return [[[...path, 'no_such'].join('.'), { ...value, no_such: 1 }], ...deeper]
}

function expectUnknown(answer: RestAnswer, path: string): void {
  const message = `${path} is not a field here; check its name`
  expect({ status: answer.status, fields: answer.error?.fields }).toEqual({
    status: 400,
    fields: [{ path, rule: 'unrecognized_keys', message }],
  })
}

const ask = (operation: DocumentedOperation, body?: unknown, search = '') =>
  send(`${operation.method} ${addressOf(operation)}${search}`, {
    headers: english,
    ...(operation.isPublic ? {} : { bearer }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

describe.each(bodied.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  const { schema = {}, example = {} } = operation.body ?? {}

  it('refuses a field that it does not know, wherever it stands, and the document says so', async () => {
    const places = withOneMore(example)
    // What holds names of a tool's or a platform's own choice is theirs to refuse.
    const closed = places.filter(([path]) => !/^(?:result|keys)\b/.test(path))
    expect(closed.length).toBeGreaterThan(0)
    for (const [path, broken] of closed) {
      expect(judge.fits(schema, broken), path).toBe(false)
      expectUnknown(await ask(operation, broken), path)
    }
  })

  it.each([null, [], [{}], 7, 'text', true])('refuses the body %j', async (body) => {
    const answer = await ask(operation, body)
    const fields = [{ path: 'body', rule: 'json', message: 'body is not a JSON object' }]
    expect({ status: answer.status, fields: answer.error?.fields }).toEqual({ status: 400, fields })
  })
})

it.each(operations.map((operation) => [operation.id, operation] as const))(
  '%s refuses what it does not know in the address',
  async (_id, operation) => {
    const needed = operation.id === 'creations.export' ? '&format=md' : ''
    expectUnknown(await ask(operation, operation.body?.example, `?no_such=1${needed}`), 'no_such')
  },
)

it('refuses in the body what stands in the address or in a header, and what stands twice', async () => {
  const form = { topic: '城市露营' }
  const generate = (body: unknown) => send('POST /writing/wechat_article/generate', { bearer, body, headers: english })
  expectUnknown(await generate({ input: form, tool: 'story' }), 'tool')
  expectUnknown(await generate({ input: form, requestKey: api.ctx.newId() }), 'requestKey')
  expectUnknown(await generate({ input: form, topic: '两次' }), 'topic')
  const both = { input: form, model_id: null, modelId: null }
  expectUnknown(await generate(both), 'model_id')
  const key = { ...english, 'idempotency-key': 'k' }
  const keyed = (body: unknown) => send('POST /writing/wechat_article/generate', { bearer, body, headers: key })
  expectUnknown(await keyed({ input: form, tool: 'story' }), 'tool')
  expect((await keyed({ input: form })).status).toBe(200)
  expectUnknown(await keyed({ input: form, tool: 'story' }), 'tool')
})

it('names the field of a form as it was sent', async () => {
  const generate = (body: unknown) => send('POST /writing/marketing_copy/generate', { bearer, body, headers: english })
  expectUnknown(await generate({ input: { product: '自行车', no_such: 1 } }), 'input.no_such')
  expectUnknown(await generate({ product: '自行车', no_such: 1 }), 'no_such')
  const tooMany = Array.from({ length: 40 }, () => '轻')
  const long = await generate({ input: { product: '自行车', selling_points: tooMany } })
  expect(long.error?.fields[0]?.path).toBe('input.selling_points')
})

it('tells who may not call nothing of what is wrong', async () => {
  const body = { no_such: 1 }
  expect((await send('POST /creations/delete-many', { body })).status).toBe(401)
  const { accessToken } = await api.signIn('creator')
  expect((await send('POST /models', { bearer: accessToken, body })).status).toBe(403)
})
