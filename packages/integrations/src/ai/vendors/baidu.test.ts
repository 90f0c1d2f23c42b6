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

const model = (changes: Partial<TextTarget> = {}) =>
  createTextModel(
    textTarget('baidu', `${server.url}/v2`, {
      credentials: { apiKey: 'bce-v3/ALTAK-test/0123' },
      parameters: { maxOutputTokens: 4_000, reasoning: 'off', sampling: 'allowed' },
      ...changes,
    }),
  )

describe('the request to Baidu', () => {
  it('is a V2 chat completion', async () => {
    server.play(streamOf(readFixture('baidu.sse')))
    await collectAnswer(model(), { ...articleRequest, temperature: 1.4 })
    const sent = server.requests.at(-1)
    expect(sent?.path).toBe('/v2/chat/completions')
    expect(sent?.headers.authorization).toBe('Bearer bce-v3/ALTAK-test/0123')
    expect(sent?.body).toEqual({
      model: 'ernie-5.1',
      messages: articleRequest.messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 800,
      temperature: 1,
      enable_thinking: false,
      user: 'u-7f3a9c21',
    })
  })

  it('mentions thinking to a family without it only when thinking is asked for', async () => {
    server.play(streamOf(readFixture('baidu.sse')))
    const upstreamModel = 'ernie-4.5-turbo-128k'
    await collectAnswer(model({ upstreamModel }))
    expect(server.requests.at(-1)?.body).not.toHaveProperty('enable_thinking')
    await collectAnswer(
      model({ upstreamModel, parameters: { maxOutputTokens: 4_000, reasoning: 'low', sampling: 'allowed' } }),
    )
    expect(server.requests.at(-1)?.body).toMatchObject({ enable_thinking: true })
  })
})

describe('an answer of Baidu', () => {
  it('may be of low risk and end with normal', async () => {
    server.play(streamOf(readFixture('baidu.sse')))
    expect(await collectAnswer(model())).toMatchObject({
      text: '秋风起，落叶满街。',
      finish: 'stop',
      usage: { inputTokens: 27, outputTokens: 9, isEstimated: false },
    })
  })

  it('is over with the chunk that says so', async () => {
    const last = 'data: {"id":"as-9","choices":[{"index":0,"delta":{"content":""},"flag":0}],"is_end":true}\n\n'
    const [whole = ''] = readFixture('baidu.sse').split(
      'data: {"id":"as-9","object":"chat.completion.chunk","created":1790000000,"model":"ernie-5.1","choices":[{"index":0,"delta":{"content":""}',
    )
    server.play({ ...streamOf(whole, last), ending: 'hang' })
    expect(await collectAnswer(model())).toMatchObject({ text: '秋风起，落叶满街。', finish: 'stop' })
  })

  it.each([
    [2, ['start', 'delta', 'usage']],
    [3, ['start', 'delta', 'usage']],
    [4, ['start', 'delta', 'retract', 'usage']],
  ])('with flag %i is rejected', async (flag, types) => {
    server.play(streamOf(readFixture('baidu.sse', { '"flag":1': `"flag":${flag}` })))
    const { failure, events, text } = await collectAnswer(model())
    expect(failure).toMatchObject({ kind: 'content_rejected', details: { vendorCode: `flag_${flag}` } })
    expect(events.map((event) => event.type)).toEqual(types)
    expect(text).toBe('秋风起，')
  })
})
