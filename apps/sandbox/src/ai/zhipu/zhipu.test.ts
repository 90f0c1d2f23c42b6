import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, jsonFrames, parseFrames, readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.control('POST', '/reset', {}))
afterAll(() => sandbox.stop())

const messages = [{ role: 'user', content: '主题：散步\n字数：200' }]
const model = 'glm-5.3'
const call = (
  body: object = {},
  authorization: string | null = 'Bearer sandbox.any-secret',
  extra: Record<string, string> = {},
) =>
  sandbox.post(
    '/zhipu/api/paas/v4/chat/completions',
    { model, messages, ...body },
    { ...(authorization !== null && { authorization }), ...extra },
  )

async function refused(response: Response): Promise<[number, unknown]> {
  return [response.status, at(await response.json(), 'error', 'code')]
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function jwt(changes: { secret?: string; header?: object; payload?: object } = {}): string {
  const now = Date.now()
  const head = encode({ alg: 'HS256', sign_type: 'SIGN', ...changes.header })
  const body = encode({ api_key: 'sandbox', exp: now + 60_000, timestamp: now, ...changes.payload })
  const signature = createHmac('sha256', changes.secret ?? 'sandbox-secret')
    .update(`${head}.${body}`)
    .digest('base64url')
  return `Bearer ${head}.${body}.${signature}`
}

describe('keys', () => {
  it('takes the raw key, and a signed token with or without typ', async () => {
    expect((await call()).status).toBe(200)
    expect((await call({}, jwt())).status).toBe(200)
    expect((await call({}, jwt({ header: { typ: 'JWT' } }))).status).toBe(200)
    expect((await call({}, jwt().replace('Bearer ', ''))).status).toBe(200)
  })

  it.each<[string, () => string | null, number, string]>([
    ['no header', () => null, 401, '1001'],
    ['no key at all', () => 'Bearer nonsense', 401, '1002'],
    ['a bad raw key', () => 'Bearer bad.secret', 401, '1000'],
    ['a locked account', () => 'Bearer revoked.secret', 401, '1112'],
    ['arrears', () => 'Bearer arrears.secret', 429, '1113'],
    ['a wrong signature', () => jwt({ secret: 'wrong' }), 401, '1000'],
    ['an unknown id', () => jwt({ payload: { api_key: 'nobody' } }), 401, '1000'],
    ['an expired token', () => jwt({ payload: { exp: Date.now() - 1 } }), 401, '1003'],
    [
      'seconds instead of milliseconds',
      () => jwt({ payload: { exp: Math.floor(Date.now() / 1000) + 60 } }),
      401,
      '1003',
    ],
    ['no sign_type', () => jwt({ header: { sign_type: undefined } }), 401, '1002'],
    ['another algorithm', () => jwt({ header: { alg: 'none' } }), 401, '1002'],
    ['no timestamp', () => jwt({ payload: { timestamp: undefined } }), 401, '1002'],
  ])('%s', async (_name, authorization, status, code) => {
    expect(await refused(await call({}, authorization()))).toEqual([status, code])
  })

  it('a registered id signs with its own secret', async () => {
    await sandbox.control('POST', '/credentials', { vendor: 'zhipu', id: 'mine', secret: 'other' })
    expect((await call({}, jwt({ payload: { api_key: 'mine' }, secret: 'other' }))).status).toBe(200)
  })
})

describe('strictness', () => {
  it.each<[string, object, string]>([
    ['unknown parameter', { foo: 1 }, '1210'],
    ['temperature 1.5', { temperature: 1.5 }, '1214'],
    ['top_p 0', { top_p: 0 }, '1214'],
    ['no messages', { messages: undefined }, '1213'],
    ['no user turn', { messages: [{ role: 'system', content: 'x' }] }, '1214'],
    ['max_tokens beyond the model', { model: 'glm-4-plus', max_tokens: 5000 }, '1214'],
    ['a short request_id', { request_id: 'abc' }, '1214'],
    ['reasoning_effort on an older model', { model: 'glm-4.7', reasoning_effort: 'high' }, '1214'],
    ['reasoning_effort none at 5.3', { reasoning_effort: 'none' }, '1214'],
    ['stop as text', { stop: 'x' }, '1214'],
    ['a retired model', { model: 'glm-4' }, '1211'],
    ['a retired model', { model: 'glm-3-turbo' }, '1211'],
    ['an unknown model', { model: 'glm-99' }, '1211'],
  ])('%s', async (_name, body, code) => {
    expect(await refused(await call(body))).toEqual([400, code])
  })

  it('takes fields that its own clients leave null', async () => {
    const unset = { thinking: null, response_format: null, tools: null, tool_choice: null, request_id: null }
    const answer: unknown = await (await call({ ...unset, do_sample: null, user_id: null })).json()
    expect(at(answer, 'choices', 0, 'message', 'reasoning_content')).toContain('散步')
  })

  it('words errors in English on request', async () => {
    const message = async (extra: Record<string, string>) =>
      at(await (await call({ model: 'glm-4' }, undefined, extra)).json(), 'error', 'message')
    expect(await message({})).toBe('模型不存在，请检查模型代码。')
    expect(await message({ 'accept-language': 'en-US,en' })).toBe('Unknown Model, please check the model code.')
  })
})

describe('answers', () => {
  const stream = async (body: object) => (await readAll(await call({ stream: true, ...body }))).raw

  it('think by default and stop thinking when told', async () => {
    const whole: unknown = await (await call()).json()
    expect(at(whole, 'choices', 0, 'message', 'reasoning_content')).toContain('散步')
    const silent: unknown = await (await call({ thinking: { type: 'disabled' } })).json()
    expect(at(silent, 'choices', 0, 'message')).not.toHaveProperty('reasoning_content')
    const old: unknown = await (await call({ model: 'glm-4-plus' })).json()
    expect(at(old, 'choices', 0, 'message')).not.toHaveProperty('reasoning_content')
  })

  it('end with finish reason and usage in one chunk, then [DONE]', async () => {
    const raw = await stream({ stream_options: { include_usage: true } })
    const frames = jsonFrames(raw)
    expect(frames.at(-1)).toMatchObject({
      choices: [{ finish_reason: 'stop' }],
      usage: { total_tokens: expect.any(Number) },
    })
    expect(frames.filter((frame) => frame.usage !== undefined)).toHaveLength(1)
    expect(at(frames.at(-1), 'usage', 'completion_tokens_details', 'reasoning_tokens')).toBeGreaterThan(10)
    expect(at(frames[0], 'choices', 0, 'delta', 'reasoning_content')).toBeTypeOf('string')
    expect(parseFrames(raw).at(-1)?.data).toBe('[DONE]')
  })

  it.each([
    ['content-block-mid', 'sensitive'],
    ['network-error', 'network_error'],
    ['network_error', 'network_error'],
    ['context-finish', 'model_context_window_exceeded'],
  ])('%s ends with %s after three pieces', async (fault, reason) => {
    const frames = jsonFrames(await stream({ model: `${model}@${fault}`, thinking: { type: 'disabled' } }))
    expect(frames).toHaveLength(4)
    expect(at(frames.at(-1), 'choices', 0, 'finish_reason')).toBe(reason)
  })

  it('echo the request id', async () => {
    expect(await (await call({ request_id: 'r-123456' })).json()).toMatchObject({ request_id: 'r-123456' })
  })
})
