import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.control('POST', '/reset', {}))
afterAll(() => sandbox.stop())

const openAi = (model: string, text = '主题：散步') =>
  sandbox.post(
    '/openai/v1/chat/completions',
    { model, messages: [{ role: 'user', content: text }] },
    { authorization: 'Bearer sk-sandbox' },
  )
const qwen = (text: string) =>
  sandbox.post(
    '/dashscope/compatible-mode/v1/chat/completions',
    { model: 'qwen-plus', messages: [{ role: 'user', content: text }] },
    { authorization: 'Bearer sk-sandbox' },
  )

async function statuses(calls: number, call: () => Promise<Response>): Promise<number[]> {
  const seen: number[] = []
  for (let turn = 0; turn < calls; turn += 1) seen.push((await call()).status)
  return seen
}

describe('a fault in the model name', () => {
  it('strikes so many times and then lets the call through', async () => {
    expect(await statuses(4, () => openAi('gpt-6-luna@rate-limit:2'))).toEqual([429, 429, 200, 200])
  })

  it('without a number strikes every time', async () => {
    expect(await statuses(3, () => openAi('gpt-6-luna@overloaded'))).toEqual([503, 503, 503])
  })

  it('is stripped from the echoed model and from the log', async () => {
    const body: unknown = await (await openAi('gpt-6-luna@crlf')).json()
    expect(at(body, 'model')).toBe('gpt-6-luna')
    expect(await sandbox.lastRequest()).toMatchObject({ model: 'gpt-6-luna', faults: ['crlf'] })
  })

  it('that does not exist makes the model unknown', async () => {
    expect((await openAi('gpt-6-luna@no-such-fault')).status).toBe(404)
  })

  it('does not revive a retired model', async () => {
    expect((await openAi('gpt-4@crlf')).status).toBe(404)
  })

  it('strikes again after a reset', async () => {
    await openAi('gpt-6-luna@server-error:1')
    await sandbox.control('POST', '/reset', {})
    expect((await openAi('gpt-6-luna@server-error:1')).status).toBe(500)
  })
})

describe('a fault in a message', () => {
  it('counts for each text of its own', async () => {
    const first = () => openAi('gpt-6-luna', '主题：散步 [[sandbox:server-error:1]]')
    const second = () => openAi('gpt-6-luna', '主题：跑步 [[sandbox:server-error:1]]')
    expect(await statuses(2, first)).toEqual([500, 200])
    expect(await statuses(2, second)).toEqual([500, 200])
  })

  it('may be meant for one vendor only', async () => {
    const text = '主题：散步 [[sandbox:billing@openai]]'
    expect((await openAi('gpt-6-luna', text)).status).toBe(429)
    expect((await qwen(text)).status).toBe(200)
    expect((await qwen('主题：散步 [[sandbox:billing@qwen]]')).status).toBe(400)
  })

  it('never reaches the prose', async () => {
    const body: unknown = await (await openAi('gpt-6-luna', '主题：散步[[sandbox:crlf]]\n字数：300')).json()
    const text = String(at(body, 'choices', 0, 'message', 'content'))
    expect(text).toContain('散步')
    expect(text).not.toContain('[[')
  })

  it('is found in content parts and in a system prompt', async () => {
    const parts = await sandbox.post(
      '/anthropic/v1/messages',
      {
        model: 'claude-sonnet-5-5',
        max_tokens: 100,
        system: [{ type: 'text', text: '[[sandbox:overloaded]]' }],
        messages: [{ role: 'user', content: '你好' }],
      },
      { 'x-api-key': 'sk-ant-sandbox', 'anthropic-version': '2023-06-01' },
    )
    expect(parts.status).toBe(529)
  })
})

describe('the queue', () => {
  it('strikes in order, each as often as asked', async () => {
    await sandbox.control('POST', '/behavior', { fault: 'rate-limit', times: 2 })
    await sandbox.control('POST', '/behavior', { fault: 'server-error' })
    expect(await statuses(4, () => openAi('gpt-6-luna'))).toEqual([429, 429, 500, 200])
  })

  it('fits by vendor and model', async () => {
    await sandbox.control('POST', '/behavior', { fault: 'overloaded', vendor: 'openai', model: 'gpt-6-sol' })
    expect((await qwen('你好')).status).toBe(200)
    expect((await openAi('gpt-6-luna')).status).toBe(200)
    expect((await openAi('gpt-6-sol')).status).toBe(503)
    expect((await openAi('gpt-6-sol')).status).toBe(200)
  })

  it('stays until cleared with times null', async () => {
    await sandbox.control('POST', '/behavior', { fault: 'rate-limit', vendor: 'qwen', times: null })
    expect(await statuses(3, () => qwen('你好'))).toEqual([429, 429, 429])
    await sandbox.control('DELETE', '/behavior')
    expect((await qwen('你好')).status).toBe(200)
  })

  it('takes several faults at once, numbers by field, and shows what waits', async () => {
    await sandbox.control('POST', '/behavior', { fault: ['crlf', 'cut'], afterChunks: 2, times: 3 })
    await sandbox.control('POST', '/behavior', { fault: 'rate-limit', arg: 4, delayMs: 7000 })
    const { behaviors } = await sandbox.control<{ behaviors: unknown[] }>('GET', '/behavior')
    expect(behaviors).toMatchObject([
      { faults: ['crlf', 'cut:2'], remaining: 3 },
      { faults: ['rate-limit:7000'], remaining: 4 },
    ])
  })

  it('sets the wait a rate limit asks for', async () => {
    await sandbox.control('POST', '/behavior', { fault: 'rate-limit', delayMs: 2500 })
    const { headers } = await openAi('gpt-6-luna')
    expect([headers.get('retry-after'), headers.get('retry-after-ms')]).toEqual(['3', '2500'])
  })

  it('refuses what is no fault, no vendor, or no JSON', async () => {
    expect(await sandbox.control('POST', '/behavior', { fault: 'nothing' })).toMatchObject({
      error: expect.stringContaining('nothing'),
    })
    expect(await sandbox.control('POST', '/behavior', { fault: 'cut', vendor: 'nobody' })).toMatchObject({
      error: expect.any(String),
    })
    expect(await sandbox.control('POST', '/behavior', { fault: 'cut', arg: 'x' })).toMatchObject({
      error: expect.stringContaining('"cut:x"'),
    })
    const form = await fetch(`${sandbox.url}/__sandbox/behavior`, { method: 'POST', body: 'fault=cut' })
    expect(form.status).toBe(415)
    expect(await sandbox.control('GET', '/behavior')).toEqual({ behaviors: [] })
  })
})
