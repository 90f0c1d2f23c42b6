import OpenAI, { RateLimitError } from 'openai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, jsonFrames, parseFrames, readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.stop())

const messages = [{ role: 'user', content: '主题：散步\n字数：200' }]
const call = (body: object, key = 'sk-sandbox') =>
  sandbox.post('/openai/v1/chat/completions', { messages, ...body }, { authorization: `Bearer ${key}` })

async function errorOf(response: Response) {
  return { status: response.status, body: (await response.json()) as { error: Record<string, unknown> } }
}

const model = 'gpt-6-luna'

describe('keys', () => {
  it.each([
    ['sk-bad-key', 401, 'invalid_api_key'],
    ['sk-invalid', 401, 'invalid_api_key'],
    ['not-a-key', 401, 'invalid_api_key'],
    ['sk-arrears', 429, 'insufficient_quota'],
    ['sk-revoked', 401, 'account_deactivated'],
  ])('%s → %i %s', async (key, status, code) => {
    const { status: seen, body } = await errorOf(await call({ model }, key))
    expect([seen, body.error.code]).toEqual([status, code])
    expect(Object.keys(body.error)).toEqual(['message', 'type', 'param', 'code'])
    expect(JSON.stringify(body)).not.toContain(key)
  })

  it('none → 401', async () => {
    expect((await sandbox.post('/openai/v1/chat/completions', { model, messages })).status).toBe(401)
  })
})

describe('strictness', () => {
  it.each<[string, object, number, string | null, string | null]>([
    ['no model', {}, 400, null, null],
    ['unknown parameter', { model, foo: 1 }, 400, 'unknown_parameter', 'foo'],
    [
      'unknown nested parameter',
      { model, stream: true, stream_options: { x: 1 } },
      400,
      'unknown_parameter',
      'stream_options.x',
    ],
    ['max_tokens on a reasoning model', { model, max_tokens: 10 }, 400, 'unsupported_parameter', 'max_tokens'],
    ['temperature while reasoning', { model, temperature: 0.7 }, 400, 'unsupported_value', 'temperature'],
    [
      'temperature on a model that always reasons',
      { model: 'gpt-5', temperature: 0.7, reasoning_effort: 'none' },
      400,
      'unsupported_value',
      'temperature',
    ],
    ['temperature too high', { model: 'gpt-4o', temperature: 3 }, 400, 'integer_above_max_value', 'temperature'],
    ['temperature as text', { model: 'gpt-4o', temperature: '1' }, 400, 'invalid_type', 'temperature'],
    ['no messages', { model, messages: [] }, 400, 'array_below_min_value', 'messages'],
    ['missing messages', { model, messages: undefined }, 400, 'missing_required_parameter', 'messages'],
    ['wrong role', { model, messages: [{ role: 'boss', content: 'x' }] }, 400, 'invalid_value', 'messages[0].role'],
    ['stream_options without stream', { model, stream_options: { include_usage: true } }, 400, null, 'stream_options'],
    ['json_object without the word', { model, response_format: { type: 'json_object' } }, 400, null, 'messages'],
    ['retired', { model: 'gpt-4' }, 404, 'model_not_found', null],
    ['retired', { model: 'gpt-3.5-turbo' }, 404, 'model_not_found', null],
    ['never was', { model: 'gpt-99' }, 404, 'model_not_found', null],
  ])('%s', async (_name, body, status, code, param) => {
    const { status: seen, body: answer } = await errorOf(await call(body))
    expect([seen, answer.error.code, answer.error.param]).toEqual([status, code, param])
  })

  it('lets temperature pass without reasoning and max_tokens pass on an older model', async () => {
    expect((await call({ model, temperature: 0.7, reasoning_effort: 'none' })).status).toBe(200)
    expect((await call({ model: 'gpt-4o-mini', temperature: 0.7, max_tokens: 500 })).status).toBe(200)
  })

  it('broken JSON is 400', async () => {
    const response = await sandbox.post('/openai/v1/chat/completions', '{"model":', {
      authorization: 'Bearer sk-sandbox',
    })
    expect(response.status).toBe(400)
  })
})

describe('answers', () => {
  it('have the request id and rate headers, also when they fail', async () => {
    for (const response of [await call({ model }), await call({ model: 'gpt-4' })]) {
      expect(response.headers.get('x-request-id')).toMatch(/^req_/)
      expect(response.headers.get('x-ratelimit-limit-requests')).toBe('500')
    }
  })

  it('stream in the vendor’s order: role, text, finish, usage with no choices, [DONE]', async () => {
    const { raw } = await readAll(await call({ model, stream: true, stream_options: { include_usage: true } }))
    const frames = jsonFrames(raw)
    expect(at(frames[0], 'choices', 0, 'delta')).toEqual({ role: 'assistant', content: '', refusal: null })
    expect(frames.slice(0, -1).every((frame) => frame.usage === null)).toBe(true)
    expect(at(frames.at(-2), 'choices', 0)).toMatchObject({ delta: {}, finish_reason: 'stop' })
    expect(frames.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } })
    expect(parseFrames(raw).at(-1)?.data).toBe('[DONE]')
    expect(raw).not.toMatch(/^event:/m)
    expect(frames[1]).toHaveProperty('obfuscation')
  })

  it('name no usage at all unless it was asked for', async () => {
    const { raw } = await readAll(await call({ model, stream: true, stream_options: { include_obfuscation: false } }))
    expect(raw).not.toContain('usage')
    expect(raw).not.toContain('obfuscation')
  })

  it('count reasoning tokens only when reasoning', async () => {
    const tokens = async (extra: object) =>
      at(await (await call({ model, ...extra })).json(), 'usage', 'completion_tokens_details', 'reasoning_tokens')
    expect(await tokens({})).toBeGreaterThan(0)
    expect(await tokens({ reasoning_effort: 'none' })).toBe(0)
  })

  it('stop at max_completion_tokens and at a stop word', async () => {
    const short: unknown = await (await call({ model, reasoning_effort: 'none', max_completion_tokens: 20 })).json()
    expect(at(short, 'choices', 0, 'finish_reason')).toBe('length')
    expect(at(short, 'usage', 'completion_tokens')).toBeLessThanOrEqual(20)
    const stopped: unknown = await (await call({ model, stop: '，' })).json()
    expect(at(stopped, 'choices', 0, 'message', 'content')).not.toContain('，')
  })

  it('content_filter, refusal and an error object come in mid-stream', async () => {
    const raw = async (fault: string) => (await readAll(await call({ model: `${model}@${fault}`, stream: true }))).raw
    const blocked = jsonFrames(await raw('content-block-mid:4'))
    expect(blocked.filter((frame) => at(frame, 'choices', 0, 'delta', 'content'))).toHaveLength(4)
    expect(at(blocked.at(-1), 'choices', 0, 'finish_reason')).toBe('content_filter')
    const refused = jsonFrames(await raw('refusal'))
    expect(refused.map((frame) => at(frame, 'choices', 0, 'delta', 'refusal')).join('')).toContain("can't help")
    expect(at(refused.at(-1), 'choices', 0, 'finish_reason')).toBe('stop')
    const broken = await raw('error-in-stream:2')
    expect(jsonFrames(broken).at(-1)).toMatchObject({ error: { type: 'server_error', code: null } })
    expect(broken).not.toContain('[DONE]')
  })

  it('write JSON for a JSON response format', async () => {
    const ask = [{ role: 'user', content: '以 JSON 输出。主题：散步\n字数：200' }]
    const body: unknown = await (await call({ model, messages: ask, response_format: { type: 'json_object' } })).json()
    const written = JSON.parse(String(at(body, 'choices', 0, 'message', 'content'))) as object
    expect(Object.keys(written)).toEqual(['title', 'summary', 'body', 'keywords'])
  })
})

it('lists and shows models with their shutdown dates', async () => {
  const headers = { authorization: 'Bearer sk-sandbox' }
  const list: unknown = await (await fetch(`${sandbox.url}/openai/v1/models`, { headers })).json()
  expect(at(list, 'data')).toContainEqual(expect.objectContaining({ id: model, object: 'model', shutdown_date: null }))
  const one: unknown = await (await fetch(`${sandbox.url}/openai/v1/models/gpt-4o`, { headers })).json()
  expect(one).toMatchObject({ id: 'gpt-4o', shutdown_date: '2027-01-14' })
  expect((await fetch(`${sandbox.url}/openai/v1/models/gpt-4`, { headers })).status).toBe(404)
})

describe('the official SDK', () => {
  const client = () => new OpenAI({ baseURL: `${sandbox.url}/openai/v1`, apiKey: 'sk-sandbox', maxRetries: 0 })
  const ask = [{ role: 'user' as const, content: '主题：散步\n字数：300' }]

  it('reads an answer and a stream', async () => {
    const whole = await client().chat.completions.create({ model, messages: ask })
    expect(whole.choices[0]?.message.content).toContain('沙盒示例')
    const stream = await client().chat.completions.create({ model, messages: ask, stream: true })
    let text = ''
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? ''
    expect(text).toContain('沙盒示例')
  })

  it('sees the vendor’s error classes', async () => {
    const limited = client().chat.completions.create({ model: `${model}@rate-limit`, messages: ask })
    await expect(limited).rejects.toBeInstanceOf(RateLimitError)
    const gone = client().chat.completions.create({ model: 'gpt-4', messages: ask })
    await expect(gone).rejects.toMatchObject({ status: 404, code: 'model_not_found' })
  })
})
