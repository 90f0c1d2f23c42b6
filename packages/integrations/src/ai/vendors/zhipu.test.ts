import { createHmac } from 'node:crypto'
import type { ModelParameters } from '@mozhou/contracts/models/inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TextTarget } from '../port.ts'
import { createTextModel } from '../registry.ts'
import { articleRequest, collectAnswer } from '../testing/collect-answer.ts'
import { readFixture } from '../testing/read-fixture.ts'
import { textTarget } from '../testing/text-target.ts'
import { startVendorServer, streamOf, type VendorServer } from '../testing/vendor-server.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.stop())

const credentials = { apiKey: '0a1b2c3d.QkFTRTY0U2VjcmV0' }
const parameters: ModelParameters = { maxOutputTokens: 4_000, reasoning: 'off', sampling: 'allowed' }
const model = (changes: Partial<TextTarget> = {}) =>
  createTextModel(textTarget('zhipu', `${server.url}/api/paas/v4`, { credentials, parameters, ...changes }))

async function send(changes: Partial<TextTarget> = {}, request = articleRequest) {
  server.play(streamOf(readFixture('zhipu.sse')))
  const answer = await collectAnswer(model(changes), request)
  return { answer, sent: server.requests.at(-1) }
}

describe('the request to Zhipu', () => {
  it('has the vendor’s own fields and no stream options', async () => {
    const { sent } = await send({}, { ...articleRequest, temperature: 1.5 })
    expect(sent?.path).toBe('/api/paas/v4/chat/completions')
    expect(sent?.body).toEqual({
      model: 'glm-5.3',
      messages: articleRequest.messages,
      stream: true,
      max_tokens: 800,
      temperature: 1,
      thinking: { type: 'disabled' },
      user_id: 'u-7f3a9c21',
    })
    expect(sent?.headers.authorization).toBe(`Bearer ${credentials.apiKey}`)
  })

  it.each([
    ['glm-5.3', 'high', { thinking: { type: 'enabled' }, reasoning_effort: 'high' }],
    ['glm-5.2', 'low', { thinking: { type: 'enabled' }, reasoning_effort: 'low' }],
    ['glm-4.7-flash', 'low', { thinking: { type: 'enabled' } }],
    ['glm-4.7-flash', 'off', { thinking: { type: 'disabled' } }],
    ['glm-4-plus', 'off', {}],
  ] as const)('tells %s to think %s in the way it knows', async (upstreamModel, reasoning, expected) => {
    const { sent } = await send({ upstreamModel, parameters: { ...parameters, reasoning } })
    const { thinking, reasoning_effort } = sent?.body ?? {}
    expect({ thinking, reasoning_effort }).toEqual({ thinking: undefined, reasoning_effort: undefined, ...expected })
  })

  it('leaves out a user key that is too short for the vendor', async () => {
    const { sent } = await send({}, { ...articleRequest, endUserKey: 'u-1' })
    expect(sent?.body).not.toHaveProperty('user_id')
  })
})

describe('the signed form of the key', () => {
  it('is an HS256 token with times in milliseconds', async () => {
    const before = Date.now()
    const { sent } = await send({ authProfile: 'signed_jwt' })
    const token = sent?.headers.authorization?.replace('Bearer ', '') ?? ''
    const [header = '', payload = '', signature] = token.split('.')
    const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    expect(decode(header)).toEqual({ alg: 'HS256', sign_type: 'SIGN' })
    expect(signature).toBe(createHmac('sha256', 'QkFTRTY0U2VjcmV0').update(`${header}.${payload}`).digest('base64url'))
    const { api_key, timestamp, exp } = decode(payload)
    expect(api_key).toBe('0a1b2c3d')
    expect(timestamp).toBeGreaterThanOrEqual(before)
    expect(exp - timestamp).toBe(180_000)
  })

  it.each(['no-secret', 'id.', '.secret', 'a.b.c'])('cannot be made of %s', async (apiKey) => {
    const { answer } = await send({ authProfile: 'signed_jwt', credentials: { apiKey } })
    expect(answer.failure).toMatchObject({ kind: 'credentials', details: { vendorCode: 'malformed_key' } })
  })
})

describe('an answer of Zhipu', () => {
  it('has its usage in the last chunk with choices', async () => {
    const { answer } = await send()
    expect(answer).toMatchObject({
      reasoning: '先想题目。',
      text: '秋风起，落叶满街。',
      finish: 'stop',
      usage: { inputTokens: 28, outputTokens: 13, cachedInputTokens: 4, isEstimated: false },
    })
    expect(answer.events[0]).toEqual({ type: 'start', servedModel: 'glm-5.3', vendorRequestId: 'r-654321' })
  })

  it.each([
    ['sensitive', 'content_rejected', ['retract', 'usage']],
    ['network_error', 'unavailable', ['usage']],
    ['model_context_window_exceeded', 'context_too_long', ['usage']],
  ])('that ends with %s is %s', async (reason, kind, ending) => {
    server.play(streamOf(readFixture('zhipu.sse', { '"finish_reason":"stop"': `"finish_reason":"${reason}"` })))
    const { failure, events } = await collectAnswer(model())
    expect(failure).toMatchObject({ kind, details: { vendorCode: reason } })
    expect(events.map((event) => event.type)).toEqual(['start', 'reasoning', 'delta', 'delta', ...ending])
  })
})
