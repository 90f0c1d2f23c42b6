import { setTimeout as delay } from 'node:timers/promises'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TextTarget } from './port.ts'
import { createTextModel } from './registry.ts'
import { articleRequest, collectAnswer } from './testing/collect-answer.ts'
import { readFixture } from './testing/read-fixture.ts'
import { textTarget } from './testing/text-target.ts'
import { jsonOf, startVendorServer, streamOf, type Script, type VendorServer } from './testing/vendor-server.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
  // The first call loads the SDK, which on a busy machine takes longer than these limits.
  server.play(streamOf(readFixture('openai.sse')))
  await collectAnswer(model())
})
afterAll(() => server.stop())

const model = (changes: Partial<TextTarget> = {}) => createTextModel(textTarget('openai', server.url, changes))

const article = '秋风起，落叶满街。'
const chunk = (choice: Record<string, unknown>) =>
  `data: ${JSON.stringify({ id: 'c1', model: 'gpt-6-luna', choices: [{ index: 0, ...choice }] })}\n\n`
const words = (content: string) => chunk({ delta: { content } })
const finished = chunk({ delta: {}, finish_reason: 'stop' })
const done = 'data: [DONE]\n\n'

describe('time', () => {
  const impatient = { limits: { firstTokenTimeoutMs: 300, idleTimeoutMs: 300 } }

  it.each<[string, Script]>([
    ['no answer at all', { ...streamOf(words(article)), beforeFirstMs: 900 }],
    ['headers only', { ...streamOf(), ending: 'hang' }],
    ['keep-alive comments only', { ...streamOf(...Array.from({ length: 20 }, () => ': ping\n\n')), betweenMs: 50 }],
    ['an error page that never ends', { status: 500, chunks: ['{'], ending: 'hang' }],
  ])('is up for the first token: %s', async (_name, script) => {
    server.play(script)
    const { failure, usage } = await collectAnswer(model(impatient))
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode: 'first_token_timeout' } })
    expect(usage).toBeNull()
    expect(await server.requests.at(-1)?.closed).toBe(false)
  })

  it('is up when text stops flowing', async () => {
    server.play({ ...streamOf(words(article)), ending: 'hang' })
    const { failure, text, usage } = await collectAnswer(model(impatient))
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode: 'idle_timeout' } })
    expect({ text, estimated: usage?.isEstimated }).toEqual({ text: article, estimated: true })
    expect(await server.requests.at(-1)?.closed).toBe(false)
  })

  it('is short once finish and usage have come, where the vendor says no last word', async () => {
    const usage = `data: ${JSON.stringify({ id: 'c1', choices: [], usage: { prompt_tokens: 9, completion_tokens: 7 } })}\n\n`
    server.play({ ...streamOf(words(article), finished, usage), ending: 'hang' })
    const startedAt = performance.now()
    const {
      text,
      finish,
      usage: told,
    } = await collectAnswer(model({ limits: { firstTokenTimeoutMs: 60_000, idleTimeoutMs: 60_000 } }))
    expect({ text, finish, tokens: told?.outputTokens }).toEqual({ text: article, finish: 'stop', tokens: 7 })
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })

  it('is not up while thoughts arrive', async () => {
    const thoughts = Array.from({ length: 6 }, () => chunk({ delta: { reasoning_content: '想' } }))
    server.play({ ...streamOf(...thoughts, words(article), finished, done), betweenMs: 100 })
    const { finish, reasoning } = await collectAnswer(model(impatient))
    expect({ finish, reasoning }).toEqual({ finish: 'stop', reasoning: '想想想想想想' })
  })

  it('that a slow reader takes is not held against the vendor', async () => {
    server.play({ ...streamOf(words('秋'), words('风'), finished, done), betweenMs: 20 })
    const seen: string[] = []
    for await (const event of model(impatient).stream(articleRequest, new AbortController().signal)) {
      seen.push(event.type)
      await delay(400)
    }
    expect(seen).toEqual(['start', 'delta', 'delta', 'usage', 'finish'])
  })
})

describe('a caller that leaves', () => {
  it('ends the upstream request and gets its own reason', async () => {
    server.play({ ...streamOf(words(article)), ending: 'hang' })
    const controller = new AbortController()
    const reason = new Error('用户点了停止')
    const { thrown, text, usage } = await collectAnswer(model(), articleRequest, controller.signal, (events) => {
      const read = events.map((event) => (event.type === 'delta' ? event.text : '')).join('')
      if (read === article) controller.abort(reason)
    })
    expect(thrown).toBe(reason)
    expect({ text, estimated: usage?.isEstimated }).toEqual({ text: article, estimated: true })
    expect(await server.requests.at(-1)?.closed).toBe(false)
  })

  it('before the answer began gets its reason at once', async () => {
    server.play({ ...streamOf(words(article)), beforeFirstMs: 2_000 })
    const reason = new Error('停机')
    const { thrown, events } = await collectAnswer(model(), articleRequest, AbortSignal.abort(reason))
    expect(thrown).toBe(reason)
    expect(events).toEqual([])
  })

  it('by breaking the loop also ends the upstream request', async () => {
    server.play({ ...streamOf(words(article)), ending: 'hang' })
    for await (const event of model().stream(articleRequest, new AbortController().signal)) {
      if (event.type === 'delta') break
    }
    expect(await server.requests.at(-1)?.closed).toBe(false)
  })

  it('leaves no listener on its signal', async () => {
    server.play(streamOf(words(article), finished, done))
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>) => ((listeners += 1), add(...args))
    signal.removeEventListener = (...args: Parameters<typeof remove>) => ((listeners -= 1), remove(...args))
    await collectAnswer(model(), articleRequest, signal)
    expect(listeners).toBe(0)
  })
})

it('keeps the connection for the next call', async () => {
  const fresh = await startVendorServer()
  // The last byte of a response comes a moment after its last frame.
  fresh.play({ ...streamOf(readFixture('openai.sse')), betweenMs: 40 })
  // The pool takes a connection back some turns after its last byte; a call that came sooner opened another.
  const timesKept = async () => {
    await collectAnswer(model({ baseUrl: fresh.url }))
    return fresh.requests.length - new Set(fresh.requests.map(({ connection }) => connection)).size
  }
  await expect.poll(timesKept).toBeGreaterThanOrEqual(2)
  await fresh.stop()
})

it('does not wait for a vendor that keeps the connection open after its last word', async () => {
  server.play({ ...streamOf(words(article), finished, done), ending: 'hang' })
  const startedAt = performance.now()
  const { events, thrown } = await collectAnswer(model())
  expect({ types: events.map((event) => event.type), thrown }).toEqual({
    types: ['start', 'delta', 'usage', 'finish'],
    thrown: null,
  })
  expect(performance.now() - startedAt).toBeLessThan(1_500)
  expect(await server.requests.at(-1)?.closed).toBe(false)
})

it.each<[string, Script]>([
  ['refused', jsonOf(401, { error: { message: 'Incorrect API key', type: 'x', code: 'invalid_api_key' } })],
  ['cut', { ...streamOf(words(article)), ending: 'cut' }],
  ['not answered', { chunks: [], beforeFirstMs: 500 }],
])('shows neither key nor prompt in the error when %s', async (_name, script) => {
  server.play(script)
  const { failure } = await collectAnswer(model({ limits: { firstTokenTimeoutMs: 300, idleTimeoutMs: 300 } }))
  const shown = inspect(failure, { depth: 12, showHidden: true })
  expect(shown).toContain('VendorError')
  expect(shown).not.toContain('sk-test-0123456789')
  expect(shown).not.toContain('秋天散步')
})

describe('thoughts in the answer', () => {
  const play = (...pieces: string[]) => {
    server.play(streamOf(...pieces.map(words), finished, done))
    return collectAnswer(model())
  }

  it('are parted from the text and counted as reasoning', async () => {
    const { text, reasoning, usage, finish } = await play('<th', 'ink>想一想', '结构</thi', 'nk>\n\n', article)
    expect({ text, reasoning, finish }).toEqual({ text: article, reasoning: '想一想结构', finish: 'stop' })
    expect(usage?.reasoningTokens).toBeGreaterThan(0)
  })

  it('alone are an empty answer', async () => {
    const { failure } = await play('<think>\n想了很久')
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode: 'empty_answer' } })
  })

  it('that were never opened are taken back', async () => {
    const { events } = await play('想一想。', '\n</think>\n', article)
    expect(events.map(({ type }) => type)).toContain('retract')
    const at = events.findIndex(({ type }) => type === 'retract')
    const after = events.slice(at).flatMap((event) => (event.type === 'delta' ? [event.text] : []))
    expect(after.join('')).toBe(article)
  })

  it.each([
    ['in a field of their own', { reasoning: '想' }, '想'],
    [
      'as parts',
      {
        content: [
          { type: 'thinking', thinking: '想' },
          { type: 'text', text: '话' },
        ],
      },
      '想',
    ],
    ['as parts of parts', { content: [{ type: 'thinking', thinking: [{ type: 'text', text: '想' }] }, '话'] }, '想'],
    ['beside a part alone', { reasoning: '想', content: { type: 'text', text: '话' } }, '想'],
  ])('come %s', async (_name, delta, expected) => {
    server.play(streamOf(chunk({ delta }), words(article), finished, done))
    const { reasoning, text } = await collectAnswer(model())
    expect(reasoning).toBe(expected)
    expect(text).toBe('content' in delta ? `话${article}` : article)
  })
})
