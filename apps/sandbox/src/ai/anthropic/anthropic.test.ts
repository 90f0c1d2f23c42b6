import Anthropic, { NotFoundError } from '@anthropic-ai/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, joinedText, jsonFrames, parseFrames, readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.stop())

const older = { 'x-api-key': 'sk-ant-sandbox', 'anthropic-version': '2023-06-01' }
const newer = { authorization: 'Bearer sk-ant-sandbox', 'anthropic-version': '2026-10-21' }
const model = 'claude-sonnet-5-5'
const base = { model, max_tokens: 2000, messages: [{ role: 'user', content: '主题：散步\n字数：200' }] }
const call = (body: object = {}, headers: Record<string, string> = older) =>
  sandbox.post('/anthropic/v1/messages', { ...base, ...body }, headers)

async function refused(body: object, headers: Record<string, string> = older): Promise<[number, unknown]> {
  const response = await call(body, headers)
  return [response.status, at(await response.json(), 'error', 'type')]
}

describe('headers', () => {
  it('accepts both generations, also mixed', async () => {
    expect((await call({}, older)).status).toBe(200)
    expect((await call({}, newer)).status).toBe(200)
    expect((await call({}, { ...newer, 'anthropic-version': '2023-06-01' })).status).toBe(200)
  })

  it.each<[string, Record<string, string>, number, string]>([
    ['no version', { 'x-api-key': 'sk-ant-sandbox' }, 400, 'invalid_request_error'],
    ['a made-up version', { ...older, 'anthropic-version': '2024-01-01' }, 400, 'invalid_request_error'],
    ['no key', { 'anthropic-version': '2023-06-01' }, 401, 'authentication_error'],
    ['a bad key', { ...older, 'x-api-key': 'sk-ant-bad-1' }, 401, 'authentication_error'],
    ['an OpenAI key', { ...older, 'x-api-key': 'sk-sandbox' }, 401, 'authentication_error'],
    ['an empty account', { ...older, 'x-api-key': 'sk-ant-arrears' }, 402, 'billing_error'],
  ])('%s', async (_name, headers, status, type) => {
    expect(await refused({}, headers)).toEqual([status, type])
  })

  it('answers carry request-id and rate limits', async () => {
    const response = await call()
    expect(response.headers.get('request-id')).toMatch(/^req_/)
    expect(response.headers.get('anthropic-ratelimit-output-tokens-reset')).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+Z$/)
    const failed = await call({ model: 'claude-3-opus-20240229' })
    expect(at(await failed.json(), 'request_id')).toBe(failed.headers.get('request-id'))
  })
})

describe('strictness', () => {
  const document = { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } }
  it.each<[string, object, Record<string, string>, number, string]>([
    ['unknown field', { foo: 1 }, older, 400, 'invalid_request_error'],
    ['no max_tokens', { max_tokens: undefined }, older, 400, 'invalid_request_error'],
    ['max_tokens beyond the model', { max_tokens: 900_000 }, older, 400, 'invalid_request_error'],
    ['no messages', { messages: [] }, older, 400, 'invalid_request_error'],
    ['system as a role', { messages: [{ role: 'system', content: 'x' }] }, older, 400, 'invalid_request_error'],
    ['temperature on a new model', { temperature: 0.7 }, older, 400, 'invalid_request_error'],
    ['top_k on a new model', { top_k: 5 }, older, 400, 'invalid_request_error'],
    ['low top_p on a new model', { top_p: 0.9 }, older, 400, 'invalid_request_error'],
    ['temperature at its default in the new version', { temperature: 1 }, newer, 400, 'invalid_request_error'],
    [
      'temperature on an older model in the new version',
      { model: 'claude-haiku-4-5', temperature: 0.5 },
      newer,
      400,
      'invalid_request_error',
    ],
    ['temperature above 1', { model: 'claude-haiku-4-5', temperature: 1.5 }, older, 400, 'invalid_request_error'],
    [
      'assistant document in the new version',
      { model: 'claude-haiku-4-5', messages: [...base.messages, { role: 'assistant', content: [document] }] },
      newer,
      400,
      'invalid_request_error',
    ],
    [
      'citations on user text in the new version',
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'x', citations: [{}] }] }] },
      newer,
      400,
      'invalid_request_error',
    ],
    [
      'prefill on a new model',
      { messages: [...base.messages, { role: 'assistant', content: '从前' }] },
      older,
      400,
      'invalid_request_error',
    ],
    [
      'budget thinking on a new model',
      { thinking: { type: 'enabled', budget_tokens: 1024 } },
      older,
      400,
      'invalid_request_error',
    ],
    [
      'temperature beside top_p on an older model',
      { model: 'claude-sonnet-4-5', temperature: 1, top_p: 0.9 },
      older,
      400,
      'invalid_request_error',
    ],
    [
      'temperature with thinking on an older model',
      { model: 'claude-haiku-4-5', temperature: 0.7, thinking: { type: 'enabled', budget_tokens: 1024 } },
      older,
      400,
      'invalid_request_error',
    ],
    ['retired model', { model: 'claude-3-opus-20240229' }, older, 404, 'not_found_error'],
    ['retired model', { model: 'claude-3-sonnet-20240229' }, older, 404, 'not_found_error'],
    ['unknown model', { model: 'claude-99' }, older, 404, 'not_found_error'],
  ])('%s', async (_name, body, headers, status, type) => {
    expect(await refused(body, headers)).toEqual([status, type])
  })

  it('lets sampling pass where the older models take it', async () => {
    expect((await call({ model: 'claude-haiku-4-5', temperature: 0.7 })).status).toBe(200)
    expect((await call({ model: 'claude-haiku-4-5', top_p: 0.7 })).status).toBe(200)
    const thinking = { type: 'enabled', budget_tokens: 1024 }
    expect((await call({ model: 'claude-haiku-4-5', temperature: 1, thinking })).status).toBe(200)
    expect((await call({ temperature: 1, top_p: 0.99 })).status).toBe(200)
  })
})

describe('answers', () => {
  it('stream in the vendor’s order', async () => {
    const { raw } = await readAll(await call({ stream: true }))
    const frames = parseFrames(raw)
    const events = frames.map((frame) => frame.event)
    expect(events.slice(0, 4)).toEqual(['message_start', 'ping', 'content_block_start', 'content_block_delta'])
    expect(events.slice(-3)).toEqual(['content_block_stop', 'message_delta', 'message_stop'])
    for (const frame of frames) expect((JSON.parse(frame.data ?? '') as { type: string }).type).toBe(frame.event)
    expect(raw).not.toContain('[DONE]')
    const [start] = jsonFrames(raw)
    expect(at(start, 'message', 'usage', 'input_tokens')).toBeGreaterThan(5)
    expect(at(start, 'message', 'usage', 'output_tokens')).toBe(1)
  })

  it('of models that always think carry a signed block, with text only when asked', async () => {
    const silent: unknown = await (await call({ model: 'claude-opus-5-5' })).json()
    expect(at(silent, 'content', 0)).toMatchObject({ type: 'thinking', thinking: '', signature: expect.any(String) })
    expect(at(silent, 'content', 1, 'type')).toBe('text')
    const asked = { thinking: { type: 'adaptive', display: 'summarized' }, stream: true }
    const frames = jsonFrames((await readAll(await call(asked))).raw)
    expect(joinedText(frames, 'delta', 'thinking')).toContain('散步')
    expect(frames.some((frame) => at(frame, 'delta', 'type') === 'signature_delta')).toBe(true)
    expect(
      at(
        frames.findLast((frame) => frame.type === 'content_block_stop'),
        'index',
      ),
    ).toBe(1)
  })

  it('stop at max_tokens and at a stop sequence', async () => {
    expect(await (await call({ max_tokens: 10 })).json()).toMatchObject({ stop_reason: 'max_tokens' })
    const stopped: unknown = await (await call({ stop_sequences: ['，'] })).json()
    expect(stopped).toMatchObject({ stop_reason: 'stop_sequence', stop_sequence: '，' })
  })

  it('refuse before and in mid-stream with HTTP 200', async () => {
    const before: unknown = await (await call({ model: `${model}@refusal` })).json()
    expect(before).toMatchObject({ content: [], stop_reason: 'refusal', stop_details: { type: 'refusal' } })
    const { raw } = await readAll(await call({ model: `${model}@content-block-mid:3`, stream: true }))
    const frames = jsonFrames(raw)
    expect(frames.filter((frame) => at(frame, 'delta', 'type') === 'text_delta')).toHaveLength(3)
    expect(at(frames.at(-2), 'delta', 'stop_reason')).toBe('refusal')
  })

  it('break with an overloaded error event after text', async () => {
    const { raw } = await readAll(await call({ model: `${model}@error-in-stream:2`, stream: true }))
    const last = parseFrames(raw).at(-1)
    expect(last?.event).toBe('error')
    expect(JSON.parse(last?.data ?? '')).toMatchObject({ type: 'error', error: { type: 'overloaded_error' } })
  })

  it('end with a full context window', async () => {
    const body: unknown = await (await call({ model: `${model}@context-finish:3` })).json()
    expect(at(body, 'stop_reason')).toBe('model_context_window_exceeded')
  })

  it('a spent limit is a 429 with details', async () => {
    const response = await call({ model: `${model}@billing-limit` })
    expect(response.status).toBe(429)
    expect(at(await response.json(), 'error', 'details', 'error_code')).toBe('enforced_spend_limit_reached')
    expect((await call({ model: `${model}@rate-limit` })).headers.get('retry-after')).toBe('1')
  })

  it('an empty balance may come as an invalid request', async () => {
    const response = await call({ model: `${model}@billing-as-request` })
    expect(response.status).toBe(400)
    expect(at(await response.json(), 'error')).toMatchObject({
      type: 'invalid_request_error',
      message: expect.stringContaining('credit balance is too low'),
    })
  })

  it('a body over 32 MB is 413', async () => {
    const response = await call({ messages: [{ role: 'user', content: 'x'.repeat(33 * 1024 * 1024) }] })
    expect(response.status).toBe(413)
  })
})

describe('the official SDK', () => {
  const client = () => new Anthropic({ baseURL: `${sandbox.url}/anthropic`, apiKey: 'sk-ant-sandbox', maxRetries: 0 })
  const ask = { model, max_tokens: 2000, messages: [{ role: 'user' as const, content: '主题：散步\n字数：300' }] }

  it('accumulates a stream into the same message', async () => {
    const message = await client().messages.stream(ask).finalMessage()
    expect(message.content[0]).toMatchObject({ type: 'text', text: expect.stringContaining('沙盒示例') })
    expect(message.stop_reason).toBe('end_turn')
    expect(message.usage.output_tokens).toBeGreaterThan(100)
    const { headers } = await sandbox.lastRequest()
    expect(headers['anthropic-version']).toBe('2026-10-21')
  })

  it('sees the vendor’s error classes', async () => {
    await expect(client().messages.create({ ...ask, model: 'claude-2.1' })).rejects.toBeInstanceOf(NotFoundError)
    await expect(client().messages.create({ ...ask, model: `${model}@overloaded` })).rejects.toMatchObject({
      status: 529,
    })
  })
})

it('lists models', async () => {
  const list: unknown = await (await fetch(`${sandbox.url}/anthropic/v1/models`, { headers: older })).json()
  expect(at(list, 'data')).toContainEqual(expect.objectContaining({ id: model, type: 'model' }))
})
