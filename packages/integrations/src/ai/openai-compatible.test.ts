import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TextTarget } from './port.ts'
import { createTextModel } from './registry.ts'
import { collectAnswer } from './testing/collect-answer.ts'
import { readFixture, splitBytes } from './testing/read-fixture.ts'
import { textTarget } from './testing/text-target.ts'
import { jsonOf, startVendorServer, streamOf, type Script, type VendorServer } from './testing/vendor-server.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.stop())

const model = (changes: Partial<TextTarget> = {}) => createTextModel(textTarget('openai', server.url, changes))

function play(script: Script) {
  server.play(script)
  return collectAnswer(model())
}

const article = '秋风起，落叶满街。'
const chunk = (choice: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
  `data: ${JSON.stringify({ id: 'c1', model: 'gpt-6-luna', choices: [{ index: 0, ...choice }], ...rest })}\n\n`
const words = (content: string) => chunk({ delta: { content } })
const finished = chunk({ delta: {}, finish_reason: 'stop' })
const done = 'data: [DONE]\n\n'

describe('a streamed answer', () => {
  it('arrives as start, deltas, usage, finish', async () => {
    server.play({ ...streamOf(readFixture('openai.sse')), headers: { 'x-request-id': 'req_77' } })
    const { events } = await collectAnswer(model())
    expect(events).toEqual([
      { type: 'start', servedModel: 'gpt-6-luna', vendorRequestId: 'req_77' },
      { type: 'delta', text: '秋风起，' },
      { type: 'delta', text: '落叶满街。' },
      {
        type: 'usage',
        usage: { inputTokens: 31, outputTokens: 9, cachedInputTokens: 16, reasoningTokens: 2, isEstimated: false },
      },
      { type: 'finish', reason: 'stop' },
    ])
  })

  it.each<[string, (text: string) => (string | Uint8Array)[]]>([
    ['cut into single bytes', (text) => splitBytes(text, [1])],
    ['cut inside characters and field names', (text) => splitBytes(text, [1, 13, 7, 2])],
    ['with CRLF', (text) => [text.replaceAll('\n', '\r\n')]],
    ['with comments between frames', (text) => [text.replaceAll('\n\n', '\n\n: keep-alive\n\n')]],
    ['without a space after the colon', (text) => [text.replaceAll('data: ', 'data:')]],
    ['closed without [DONE]', (text) => [text.replace('data: [DONE]\n\n', '')]],
    ['closed without the last blank line', (text) => [text.trimEnd()]],
    ['with a repeated role chunk', (text) => [text.slice(0, text.indexOf('\n\n') + 2), text]],
    ['with an unknown event', (text) => ['event: news\ndata: {"object":"unknown","value":1}\n\n', text]],
    ['with blank data', (text) => ['data:\n\n', text]],
  ])('is read the same %s', async (_name, split) => {
    const { text, usage, finish } = await play(streamOf(...split(readFixture('openai.sse'))))
    expect({ text, finish }).toEqual({ text: article, finish: 'stop' })
    expect(usage).toMatchObject({ inputTokens: 31, outputTokens: 9, isEstimated: false })
  })

  it('is incomplete when the vendor stops at the length', async () => {
    const fixture = readFixture('openai.sse', { '"finish_reason":"stop"': '"finish_reason":"length"' })
    expect(await play(streamOf(fixture))).toMatchObject({ text: article, finish: 'length', thrown: null })
  })

  it('may come as one JSON completion instead of a stream', async () => {
    const usage = { prompt_tokens: 31, completion_tokens: 9 }
    const choices = [
      { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: article, refusal: null } },
    ]
    const answer = await play(jsonOf(200, { id: 'c1', model: 'gpt-6-luna', choices, usage }))
    expect(answer).toMatchObject({ text: article, finish: 'stop', usage: { inputTokens: 31, isEstimated: false } })
  })

  it('may carry a code of success, as gateways add it', async () => {
    const ok = { code: 200, msg: 'ok' }
    const frames = [chunk({ delta: { content: article } }, ok), chunk({ delta: {}, finish_reason: 'stop' }, ok)]
    expect(await play(streamOf(...frames))).toMatchObject({ text: article, finish: 'stop', thrown: null })
  })

  it('names the asked model when the vendor names none', async () => {
    const nameless = (choice: unknown) => `data: ${JSON.stringify({ choices: [choice] })}\n\n`
    const { events } = await play(
      streamOf(nameless({ delta: { content: article } }), nameless({ delta: {}, finish_reason: 'stop' }), done),
    )
    expect(events[0]).toEqual({ type: 'start', servedModel: 'gpt-6-luna', vendorRequestId: null })
  })
})

describe('usage', () => {
  it('is estimated and marked when the vendor sends none', async () => {
    const { usage, finish } = await play(streamOf(words(article), finished, done))
    expect(finish).toBe('stop')
    expect(usage).toEqual({
      inputTokens: 22,
      outputTokens: 6,
      cachedInputTokens: 0,
      reasoningTokens: 0,
      isEstimated: true,
    })
  })

  it.each([
    ['negative', { prompt_tokens: -12, completion_tokens: -5 }],
    ['absurd', { prompt_tokens: 31, completion_tokens: 987_654_321 }],
  ])('that is %s is replaced by an estimate', async (_name, usage) => {
    const answer = await play(streamOf(words(article), finished, chunk({ delta: {} }, { usage }), done))
    expect(answer.usage).toMatchObject({ inputTokens: 22, outputTokens: 6, isEstimated: true })
  })
})

describe('a broken answer', () => {
  it.each<[string, Script, string]>([
    ['a connection dropped after text', { ...streamOf(words(article)), ending: 'cut' }, 'UND_ERR_SOCKET'],
    ['an end without a finish', streamOf(words(article)), 'stream_cut'],
    ['[DONE] without a finish', streamOf(words(article), done), 'stream_cut'],
    ['a frame cut in the middle', streamOf(words(article), finished.slice(0, 40)), 'malformed_frame'],
    ['an unknown finish', streamOf(words(article), chunk({ delta: {}, finish_reason: 'gave_up' })), 'gave_up'],
    ['an unasked tool call', streamOf(words(article), chunk({ delta: {}, finish_reason: 'tool_calls' })), 'tool_calls'],
  ])('is unavailable: %s', async (_name, script, vendorCode) => {
    const { failure, text, finish, usage } = await play(script)
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendor: 'openai', vendorCode } })
    expect({ text, finish }).toEqual({ text: article, finish: null })
    expect(usage).toMatchObject({ outputTokens: 6, isEstimated: true })
  })

  it.each<[string, Script, string]>([
    ['a finish without text', streamOf(finished, done), 'empty_answer'],
    ['a finish after white space', streamOf(words('\n '), finished, done), 'empty_answer'],
    ['an empty body', streamOf(), 'stream_cut'],
    ['an HTML page with 200', { headers: { 'content-type': 'text/html' }, chunks: ['<html>busy</html>'] }, 'html_body'],
    ['a bare JSON value', streamOf('data: 7\n\n'), 'malformed_frame'],
  ])('without text is unavailable: %s', async (_name, script, vendorCode) => {
    const { failure, finish } = await play(script)
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode } })
    expect(finish).toBeNull()
  })

  it('gives the vendor error of an error frame after text', async () => {
    const error = 'data: {"error":{"message":"x","type":"server_error","param":null,"code":null}}\n\n'
    const { failure, text } = await play(streamOf(words(article), error))
    expect(text).toBe(article)
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode: 'server_error', httpStatus: 200 } })
  })

  it('gives the vendor error of a JSON body that claims to be a stream', async () => {
    const script = streamOf('{"error":{"message":"x","type":"insufficient_quota","code":"insufficient_quota"}}')
    expect((await play(script)).failure).toMatchObject({ kind: 'quota_exhausted' })
  })

  it.each<[string, Partial<Script>]>([
    ['drops the connection', { ending: 'cut' }],
    ['falls silent', { ending: 'hang' }],
  ])('is still whole when the vendor %s after the finish', async (_name, ending) => {
    server.play({ ...streamOf(words(article), finished), ...ending })
    const answer = await collectAnswer(model({ limits: { firstTokenTimeoutMs: 3_000, idleTimeoutMs: 300 } }))
    expect(answer).toMatchObject({ text: article, finish: 'stop', thrown: null, usage: { isEstimated: true } })
  })
})

describe('a refused call', () => {
  it.each([
    [302, 'unavailable'],
    [400, 'invalid_request'],
    [401, 'credentials'],
    [402, 'quota_exhausted'],
    [403, 'credentials'],
    [404, 'model_gone'],
    [408, 'unavailable'],
    [409, 'unavailable'],
    [413, 'invalid_request'],
    [422, 'invalid_request'],
    [425, 'unavailable'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [529, 'unavailable'],
  ])('with HTTP %i and an HTML page is %s', async (status, kind) => {
    const { failure, events } = await play({
      status,
      headers: { 'content-type': 'text/html' },
      chunks: ['<html></html>'],
    })
    expect(failure).toMatchObject({ kind, details: { httpStatus: status } })
    expect(failure?.details.vendorCode).toBeUndefined()
    expect(events).toEqual([])
  })

  it('carries the wait, the code and the request id', async () => {
    const body = { error: { message: 'x', type: 'requests', param: null, code: 'rate_limit_exceeded' } }
    const { failure } = await play(jsonOf(429, body, { 'retry-after': '7', 'x-request-id': 'req_9' }))
    expect(failure).toMatchObject({
      kind: 'rate_limited',
      details: { vendorCode: 'rate_limit_exceeded', httpStatus: 429, retryAfterMs: 7_000, vendorRequestId: 'req_9' },
    })
  })

  it('is never repeated by the SDK', async () => {
    const before = server.requests.length
    await play(jsonOf(500, { error: { message: 'x', type: 'server_error' } }))
    expect(server.requests.length - before).toBe(1)
  })

  it('is not followed to where it redirects', async () => {
    const elsewhere = await startVendorServer()
    const location = `${elsewhere.url}/chat/completions`
    const { failure } = await play({ status: 307, headers: { location }, chunks: [] })
    const reached = elsewhere.requests.length
    await elsewhere.stop()
    expect({ reached, kind: failure?.kind, status: failure?.details.httpStatus }).toEqual({
      reached: 0,
      kind: 'unavailable',
      status: 307,
    })
  })

  it('is unavailable when nobody listens', async () => {
    const gone = await startVendorServer()
    await gone.stop()
    const { failure } = await collectAnswer(model({ baseUrl: gone.url }))
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode: 'ECONNREFUSED' } })
  })

  it('is our own finding when the key cannot travel in a header', async () => {
    const before = server.requests.length
    const { failure } = await collectAnswer(model({ credentials: { apiKey: 'sk-密钥\n1' } }))
    expect(failure).toMatchObject({ kind: 'credentials', details: { vendorCode: 'malformed_key' } })
    expect(server.requests.length).toBe(before)
  })

  it('is our own finding when the vendor does not know the kind of credentials', async () => {
    const { failure } = await collectAnswer(model({ authProfile: 'signed_jwt' }))
    expect(failure).toMatchObject({ kind: 'credentials', details: { vendorCode: 'unsupported_auth_profile' } })
  })
})
