import type { ModelParameters } from '@mozhou/contracts/models/inputs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TextTarget } from '../port.ts'
import { createTextModel } from '../registry.ts'
import { articleRequest, collectAnswer } from '../testing/collect-answer.ts'
import { readFixture, splitBytes } from '../testing/read-fixture.ts'
import { textTarget } from '../testing/text-target.ts'
import { jsonOf, startVendorServer, streamOf, type Script, type VendorServer } from '../testing/vendor-server.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.stop())

const parameters: ModelParameters = { maxOutputTokens: 64_000, reasoning: 'off', sampling: 'allowed' }
const model = (changes: Partial<TextTarget> = {}) =>
  createTextModel(textTarget('anthropic', server.url, { parameters, ...changes }))

async function send(changes: Partial<TextTarget> = {}, request = articleRequest) {
  server.play(streamOf(readFixture('anthropic.sse')))
  const answer = await collectAnswer(model(changes), request)
  return { answer, sent: server.requests.at(-1) }
}

function play(script: Script) {
  server.play(script)
  return collectAnswer(model())
}

const fixture = readFixture('anthropic.sse')
/** The stream up to the first words of text. */
const opening = fixture.slice(0, fixture.indexOf('event: something_new'))
const eventOf = (data: Record<string, unknown>) => `event: ${String(data.type)}\ndata: ${JSON.stringify(data)}\n\n`
const stopWith = (stop_reason: string, rest: Record<string, unknown> = {}) =>
  eventOf({
    type: 'message_delta',
    delta: { stop_reason, stop_sequence: null, ...rest },
    usage: { output_tokens: 9 },
  }) + eventOf({ type: 'message_stop' })

describe('the request to Anthropic', () => {
  it('of the newer generation has a bearer key and no temperature', async () => {
    const { sent } = await send()
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/messages' })
    expect(sent?.headers).toMatchObject({
      authorization: 'Bearer sk-test-0123456789',
      'anthropic-version': '2026-10-21',
    })
    expect(sent?.headers['x-api-key']).toBeUndefined()
    expect(sent?.body).toEqual({
      model: 'claude-sonnet-5-5',
      max_tokens: 800,
      system: '你是公众号编辑。',
      messages: [{ role: 'user', content: '写一篇关于秋天散步的短文。' }],
      stream: true,
      metadata: { user_id: 'u-7f3a9c21' },
      thinking: { type: 'between_tools' },
    })
  })

  it('of the older generation has x-api-key and may have a temperature', async () => {
    const { sent } = await send(
      { authProfile: 'x_api_key', upstreamModel: 'claude-haiku-4-5' },
      {
        ...articleRequest,
        temperature: 1.6,
      },
    )
    expect(sent?.headers).toMatchObject({ 'x-api-key': 'sk-test-0123456789', 'anthropic-version': '2023-06-01' })
    expect(sent?.headers.authorization).toBeUndefined()
    expect(sent?.body.temperature).toBe(1)
    const strict = await send({ authProfile: 'x_api_key', parameters: { ...parameters, sampling: 'forbidden' } })
    expect(strict.sent?.body).not.toHaveProperty('temperature')
  })

  it.each([
    ['claude-haiku-4-5', 'off', 8_000, {}],
    ['claude-haiku-4-5-20251001', 'low', 8_000, { thinking: { type: 'enabled', budget_tokens: 2_048 } }],
    ['claude-opus-4-5', 'high', 8_000, { thinking: { type: 'enabled', budget_tokens: 6_976 } }],
    ['claude-opus-4-5', 'high', 1_500, {}],
    ['claude-sonnet-4-6', 'off', 8_000, { thinking: { type: 'disabled' } }],
    ['claude-opus-5', 'off', 8_000, { thinking: { type: 'disabled' } }],
    ['claude-opus-5-5', 'off', 8_000, { output_config: { effort: 'low' } }],
    ['claude-fable-5-1', 'off', 8_000, { output_config: { effort: 'low' } }],
    ['claude-sonnet-5-5', 'off', 8_000, { thinking: { type: 'between_tools' } }],
    ['claude-haiku-5-5', 'off', 8_000, { thinking: { type: 'between_tools' } }],
    [
      'claude-opus-5-5',
      'high',
      8_000,
      { thinking: { type: 'adaptive', display: 'summarized' }, output_config: { effort: 'high' } },
    ],
  ] as const)('tells %s to think %s within %i tokens', async (upstreamModel, reasoning, maxOutputTokens, expected) => {
    const changes = { upstreamModel, parameters: { ...parameters, reasoning } }
    const { sent } = await send(changes, { ...articleRequest, maxOutputTokens })
    const { thinking, output_config } = sent?.body ?? {}
    expect({ thinking, output_config }).toEqual({ thinking: undefined, output_config: undefined, ...expected })
  })

  it.each([
    ['claude-haiku-4-5', 'low', undefined],
    ['claude-sonnet-4-6', 'high', undefined],
    ['claude-haiku-4-5', 'off', 0.4],
  ] as const)('of %s thinking %s has the temperature %s', async (upstreamModel, reasoning, temperature) => {
    const changes = { upstreamModel, parameters: { ...parameters, reasoning }, authProfile: 'x_api_key' } as const
    const { sent } = await send(changes, { ...articleRequest, maxOutputTokens: 8_000, temperature: 0.4 })
    expect(sent?.body.temperature).toBe(temperature)
  })

  it('has temperature or top_p, not both', async () => {
    const changes = { upstreamModel: 'claude-haiku-4-5', authProfile: 'x_api_key' } as const
    const both = await send(
      { ...changes, parameters: { ...parameters, topP: 0.9 } },
      { ...articleRequest, temperature: 1 },
    )
    expect(both.sent?.body).toMatchObject({ temperature: 1 })
    expect(both.sent?.body).not.toHaveProperty('top_p')
    const { temperature: _left, ...plain } = articleRequest
    const alone = await send({ ...changes, parameters: { ...parameters, topP: 0.9 } }, plain)
    expect(alone.sent?.body).toMatchObject({ top_p: 0.9 })
  })

  it('takes nothing from the environment', async () => {
    vi.stubEnv('ANTHROPIC_API_KEY', 'sk-of-somebody')
    vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'token-of-somebody')
    vi.stubEnv('ANTHROPIC_BASE_URL', 'http://127.0.0.1:1')
    const { answer, sent } = await send()
    vi.unstubAllEnvs()
    expect(answer.finish).toBe('stop')
    expect(JSON.stringify(sent?.headers)).not.toContain('somebody')
  })

  it('has no system field without a system message', async () => {
    const { sent } = await send({}, { ...articleRequest, messages: [{ role: 'user', content: '写。' }] })
    expect(sent?.body).not.toHaveProperty('system')
  })

  it('is not sent with credentials of another kind', async () => {
    const { answer } = await send({ authProfile: 'access_key_pair' })
    expect(answer.failure).toMatchObject({ kind: 'credentials', details: { vendorCode: 'unsupported_auth_profile' } })
  })
})

describe('an answer of Anthropic', () => {
  const whole = {
    reasoning: '先想题目。',
    text: '秋风起，落叶满街。',
    finish: 'stop',
    usage: { inputTokens: 33, outputTokens: 17, cachedInputTokens: 8, reasoningTokens: 6, isEstimated: false },
  }

  it('arrives with cached input added to the rest', async () => {
    const { answer } = await send()
    expect(answer).toMatchObject(whole)
    expect(answer.events[0]).toEqual({ type: 'start', servedModel: 'claude-sonnet-5-5', vendorRequestId: 'msg_01' })
  })

  it.each<[string, (string | Uint8Array)[]]>([
    ['single bytes', splitBytes(fixture, [1])],
    ['CRLF', [fixture.replaceAll('\n', '\r\n')]],
    ['no event names', [fixture.replaceAll(/^event: .*\n/gm, '')]],
    ['a duplicate message_start', [fixture.slice(0, fixture.indexOf('\n\n') + 2), fixture]],
    [
      'a message_start spliced in',
      [opening, fixture.slice(0, fixture.indexOf('\n\n') + 2), fixture.slice(opening.length)],
    ],
    ['no message_stop', [fixture.slice(0, fixture.indexOf('event: message_stop'))]],
  ])('is the same with %s', async (_name, chunks) => {
    const { events, ...answer } = await play(streamOf(...chunks))
    expect(answer).toMatchObject(whole)
    expect(events.filter((event) => event.type === 'start')).toHaveLength(1)
  })

  it('may come as one JSON message', async () => {
    const content = [
      { type: 'thinking', thinking: '想。', signature: 's' },
      { type: 'text', text: '秋风起，' },
      { type: 'text', text: '落叶满街。' },
    ]
    const usage = { input_tokens: 12, output_tokens: 9 }
    const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-sonnet-5-5', content }
    const answer = await play(jsonOf(200, { ...message, stop_reason: 'max_tokens', usage }))
    expect(answer).toMatchObject({ text: whole.text, reasoning: '想。', finish: 'length', usage: { inputTokens: 12 } })
  })

  it.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['max_tokens', 'length'],
    ['pause_turn', 'length'],
  ])('that stops with %s finishes with %s', async (reason, finish) => {
    expect(await play(streamOf(opening, stopWith(reason)))).toMatchObject({ finish, thrown: null })
  })

  it.each([
    ['model_context_window_exceeded', 'context_too_long'],
    ['refusal', 'content_rejected'],
    ['tool_use', 'unavailable'],
    ['something_new', 'unavailable'],
  ])('that stops with %s is %s', async (reason, kind) => {
    const { failure, finish } = await play(streamOf(opening, stopWith(reason)))
    expect(failure).toMatchObject({ kind, details: { vendorCode: reason } })
    expect(finish).toBeNull()
  })

  it('that is refused with nothing said names the category', async () => {
    const start = fixture.slice(0, fixture.indexOf('\n\n') + 2)
    const { failure, text } = await play(
      streamOf(start, stopWith('refusal', { stop_details: { type: 'refusal', category: 'bio', explanation: null } })),
    )
    expect(failure).toMatchObject({ kind: 'content_rejected', details: { vendorCode: 'refusal:bio' } })
    expect(text).toBe('')
  })

  it('that breaks with an error event after text keeps what was counted', async () => {
    const overloaded = eventOf({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } })
    const { failure, text, usage } = await play(streamOf(opening, overloaded))
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode: 'overloaded_error' } })
    expect(text).toBe('秋风起，')
    expect(usage).toMatchObject({ inputTokens: 33, cachedInputTokens: 8, isEstimated: true })
  })

  it('that is cut has no finish', async () => {
    const { failure, finish } = await play({ ...streamOf(opening), ending: 'cut' })
    expect(failure?.kind).toBe('unavailable')
    expect(finish).toBeNull()
  })

  it('with a negative count is estimated', async () => {
    const changed = readFixture('anthropic.sse', { '"cache_read_input_tokens":8': '"cache_read_input_tokens":-8' })
    expect((await play(streamOf(changed))).usage).toMatchObject({ inputTokens: 22, isEstimated: true })
  })

  it('may think in silence longer than the idle limit between two words', async () => {
    const signature = eventOf({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'signature_delta', signature: 's' },
    })
    server.play({ ...streamOf(opening, signature, signature, signature, stopWith('end_turn')), betweenMs: 200 })
    const answer = await collectAnswer(model({ limits: { firstTokenTimeoutMs: 3_000, idleTimeoutMs: 450 } }))
    expect(answer).toMatchObject({ finish: 'stop', thrown: null })
  })
})

describe('a call that Anthropic refuses', () => {
  it('carries the wait and the request id', async () => {
    const body = { type: 'error', error: { type: 'rate_limit_error', message: 'm' }, request_id: 'req_5' }
    const { failure } = await play(jsonOf(429, body, { 'retry-after': '11', 'request-id': 'req_5' }))
    expect(failure).toMatchObject({
      kind: 'rate_limited',
      details: { vendor: 'anthropic', httpStatus: 429, retryAfterMs: 11_000, vendorRequestId: 'req_5' },
    })
  })

  it.each([
    ['Your credit balance is too low to access the Anthropic API.', 'quota_exhausted'],
    ['You have reached your specified API usage limits.', 'quota_exhausted'],
    ['prompt is too long: 212345 tokens > 200000 maximum', 'context_too_long'],
    ['Output blocked by content filtering policy', 'content_rejected'],
    ['messages: at least one message is required', 'invalid_request'],
    ['tools.0: the prompt is too long', 'invalid_request'],
  ])('as invalid is told apart by the few words that are known: %s', async (message, kind) => {
    const body = { type: 'error', error: { type: 'invalid_request_error', message }, request_id: 'req_6' }
    const { failure } = await play(jsonOf(400, body))
    const details = { vendorCode: 'invalid_request_error', httpStatus: 400, vendorRequestId: 'req_6' }
    expect(failure).toMatchObject({ kind, details })
  })

  it('is sent once', async () => {
    const before = server.requests.length
    await play(jsonOf(529, { type: 'error', error: { type: 'overloaded_error', message: 'm' } }))
    expect(server.requests.length - before).toBe(1)
  })

  it('with an HTML page is judged by its status', async () => {
    const { failure } = await play({ status: 413, headers: { 'content-type': 'text/html' }, chunks: ['<html></html>'] })
    expect(failure).toMatchObject({ kind: 'invalid_request', details: { httpStatus: 413 } })
  })
})
