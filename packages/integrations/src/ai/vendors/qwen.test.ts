import type { ModelParameters } from '@mozhou/contracts/models/inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const parameters: ModelParameters = { maxOutputTokens: 4_000, reasoning: 'off', sampling: 'allowed' }
const model = (changes: Partial<ModelParameters> = {}) =>
  createTextModel(textTarget('qwen', `${server.url}/compatible-mode/v1`, { parameters: { ...parameters, ...changes } }))

async function sentBody(changes: Partial<ModelParameters> = {}, temperature?: number) {
  server.play(streamOf(readFixture('qwen.sse')))
  await collectAnswer(model(changes), { ...articleRequest, temperature })
  return server.requests.at(-1)?.body
}

describe('the request to Qwen', () => {
  it('goes to compatible mode with its own field names', async () => {
    expect(await sentBody({}, 0.7)).toEqual({
      model: 'qwen-plus',
      messages: articleRequest.messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 800,
      temperature: 0.7,
      enable_thinking: false,
    })
    expect(server.requests.at(-1)?.path).toBe('/compatible-mode/v1/chat/completions')
  })

  it('keeps the temperature below the excluded 2', async () => {
    expect(await sentBody({}, 2)).toMatchObject({ temperature: 1.99 })
  })

  it('switches thinking on, with a budget when it should be little', async () => {
    expect(await sentBody({ reasoning: 'low' })).toMatchObject({ enable_thinking: true, thinking_budget: 2_048 })
    const much = await sentBody({ reasoning: 'high' })
    expect(much).toMatchObject({ enable_thinking: true })
    expect(much).not.toHaveProperty('thinking_budget')
  })

  it.each(['qwq-plus', 'qvq-max', 'qwen3-235b-a22b-thinking-2507'])('does not tell %s to stop thinking', async (id) => {
    server.play(streamOf(readFixture('qwen.sse')))
    const target = textTarget('qwen', `${server.url}/compatible-mode/v1`, { parameters, upstreamModel: id })
    await collectAnswer(createTextModel(target))
    expect(server.requests.at(-1)?.body).not.toHaveProperty('enable_thinking')
  })
})

describe('an answer of Qwen', () => {
  it('brings thoughts apart from text', async () => {
    server.play(streamOf(readFixture('qwen.sse')))
    const { reasoning, text, usage, finish } = await collectAnswer(model({ reasoning: 'low' }))
    expect({ reasoning, text, finish }).toEqual({ reasoning: '先想题目。', text: '秋风起，落叶满街。', finish: 'stop' })
    expect(usage).toEqual({
      inputTokens: 29,
      outputTokens: 14,
      cachedInputTokens: 0,
      reasoningTokens: 5,
      isEstimated: false,
    })
  })

  const words =
    'data: {"choices":[{"delta":{"content":"开头"},"finish_reason":null,"index":0}],"model":"qwen-plus"}\n\n'

  it.each([
    [
      'compatible',
      'data: {"error":{"code":"data_inspection_failed","message":"m","type":"data_inspection_failed"}}\n\n',
    ],
    [
      'native',
      'event:error\n:HTTP_STATUS/400\ndata:{"code":"DataInspectionFailed","message":"m","request_id":"r-1"}\n\n',
    ],
  ])('that is inspected away in mid-stream is taken back (%s)', async (_name, frame) => {
    server.play(streamOf(words, frame))
    const { failure, events } = await collectAnswer(model())
    expect(failure?.kind).toBe('content_rejected')
    expect(events.map((event) => event.type)).toEqual(['start', 'delta', 'retract', 'usage'])
  })

  it.each([
    ['data: {"error":{"code":"data_inspection_failed","message":"m"},"request_id":"r-1"}\n\n', 'content_rejected'],
    ['data:{"error":{"code":"Arrearage","message":"m"},"request_id":"r-1"}', 'quota_exhausted'],
    [
      'id:1\nevent:error\n:HTTP_STATUS/400\ndata:{"code":"DataInspectionFailed","message":"m","request_id":"r-1"}\n\n',
      'content_rejected',
    ],
    ['\ufeffdata:{"error":{"code":"Arrearage","message":"m"}}\r\n\r\ndata: [DONE]\r\n', 'quota_exhausted'],
    ['data: {"error":{"code":"invalid_parameter_error"', 'invalid_request'],
  ])('that is refused with 400 in the shape of a frame is understood: %s', async (body, kind) => {
    server.play({ ...streamOf(body), status: 400 })
    const { failure } = await collectAnswer(model())
    expect(failure).toMatchObject({ kind, details: { httpStatus: 400 } })
  })

  it('that is refused before any text takes nothing back', async () => {
    server.play(streamOf('data: {"error":{"code":"data_inspection_failed","message":"m"}}\n\n'))
    const { failure, events } = await collectAnswer(model())
    expect(failure?.kind).toBe('content_rejected')
    expect(events).toEqual([])
  })
})
