import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ModelParameters } from '@mozhou/contracts/models/inputs'
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

const parameters: ModelParameters = { maxOutputTokens: 4_000, reasoning: 'off', sampling: 'only_without_reasoning' }
const model = (changes: Partial<ModelParameters> = {}) =>
  createTextModel(textTarget('openai', `${server.url}/v1`, { parameters: { ...parameters, ...changes } }))

async function sentBody(changes: Partial<ModelParameters> = {}) {
  server.play(streamOf(readFixture('openai.sse')))
  await collectAnswer(model(changes))
  return server.requests.at(-1)?.body
}

describe('the request to OpenAI', () => {
  it('is a streaming chat completion that asks for usage', async () => {
    expect(await sentBody()).toEqual({
      model: 'gpt-6-luna',
      messages: articleRequest.messages,
      stream: true,
      stream_options: { include_usage: true },
      max_completion_tokens: 800,
      temperature: 0.7,
      reasoning_effort: 'none',
      safety_identifier: 'u-7f3a9c21',
    })
    const sent = server.requests.at(-1)
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/chat/completions' })
    expect(sent?.headers.authorization).toBe('Bearer sk-test-0123456789')
  })

  it('takes nothing from the environment', async () => {
    vi.stubEnv('OPENAI_ORG_ID', 'org-of-somebody')
    vi.stubEnv('OPENAI_PROJECT_ID', 'project-of-somebody')
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-somebody')
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1')
    await sentBody()
    vi.unstubAllEnvs()
    expect(JSON.stringify(server.requests.at(-1)?.headers)).not.toContain('somebody')
  })

  it('never asks for more tokens than the model may give', async () => {
    expect(await sentBody({ maxOutputTokens: 500 })).toMatchObject({ max_completion_tokens: 500 })
  })

  it.each<[string, Partial<ModelParameters>, Record<string, unknown>]>([
    ['classic model', { sampling: 'allowed', topP: 0.9 }, { temperature: 0.7, top_p: 0.9 }],
    ['thinking little', { reasoning: 'low' }, { reasoning_effort: 'low' }],
    ['thinking much', { reasoning: 'high', topP: 0.9 }, { reasoning_effort: 'high' }],
    ['always thinking', { sampling: 'forbidden' }, { reasoning_effort: 'low' }],
  ])('leaves out what a model refuses: %s', async (_name, changes, expected) => {
    const { temperature, top_p, reasoning_effort } = (await sentBody(changes)) ?? {}
    expect({ temperature, top_p, reasoning_effort }).toEqual({
      temperature: undefined,
      top_p: undefined,
      reasoning_effort: undefined,
      ...expected,
    })
  })

  it('takes the temperature of the model when the request has none', async () => {
    server.play(streamOf(readFixture('openai.sse')))
    await collectAnswer(model({ temperature: 0.3 }), { ...articleRequest, temperature: undefined })
    expect(server.requests.at(-1)?.body.temperature).toBe(0.3)
  })
})

describe('what OpenAI rejects', () => {
  it('in words is content_rejected, without a delta', async () => {
    server.play(streamOf(readFixture('openai-refusal.sse')))
    const { failure, text } = await collectAnswer(model())
    expect(failure).toMatchObject({ kind: 'content_rejected', details: { vendorCode: 'refusal' } })
    expect(text).toBe('')
  })

  it('by its filter is content_rejected; text that was shown is not taken back', async () => {
    const fixture = readFixture('openai.sse', { '"finish_reason":"stop"': '"finish_reason":"content_filter"' })
    server.play(streamOf(fixture))
    const { failure, events } = await collectAnswer(model())
    expect(failure).toMatchObject({ kind: 'content_rejected', details: { vendorCode: 'content_filter' } })
    expect(events.map((event) => event.type)).toEqual(['start', 'delta', 'delta', 'usage'])
  })
})
