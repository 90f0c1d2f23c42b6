import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { protocols, type Protocol } from '../../testing/protocols.ts'
import { at, jsonFrames, parseFrames, readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(async () => {
  await sandbox.control('POST', '/reset', {})
})
afterAll(async () => {
  await sandbox.stop()
  expect(sandbox.defects).toEqual([])
})

const ask = '主题：秋天的第一次露营\n关键词：帐篷、防潮垫\n字数：约300字'

async function stream(protocol: Protocol, fault: string) {
  const response = await protocol.send(sandbox, { text: ask, isStream: true, model: `${protocol.model}@${fault}` })
  const all = await readAll(response)
  return { status: response.status, headers: response.headers, ...all, ...protocol.hearStream(all.raw) }
}

/** Fault → protocol → [HTTP status, vendor code]. `null`: answered in the reply. */
const refusals: Record<string, Record<string, [number, unknown] | null>> = {
  'bad-key': {
    openai: [401, 'invalid_api_key'],
    anthropic: [401, 'authentication_error'],
    baidu: [401, 'invalid_iam_token'],
    zhipu: [401, '1000'],
    dashscope: [401, 'invalid_api_key'],
  },
  'rate-limit': {
    openai: [429, 'rate_limit_exceeded'],
    anthropic: [429, 'rate_limit_error'],
    baidu: [429, 'rpm_rate_limit_exceeded'],
    zhipu: [429, '1302'],
    dashscope: [429, 'limit_requests'],
  },
  'rate-limit-tokens': {
    openai: [429, 'rate_limit_exceeded'],
    anthropic: [429, 'rate_limit_error'],
    baidu: [429, 'tpm_rate_limit_exceeded'],
    zhipu: [429, '1303'],
    dashscope: [429, 'insufficient_quota'],
  },
  billing: {
    openai: [429, 'insufficient_quota'],
    anthropic: [402, 'billing_error'],
    baidu: [403, 'account_overdue'],
    zhipu: [429, '1113'],
    dashscope: [400, 'Arrearage'],
  },
  'billing-as-request': {
    openai: [429, 'insufficient_quota'],
    anthropic: [400, 'invalid_request_error'],
    baidu: [403, 'account_overdue'],
    zhipu: [429, '1113'],
    dashscope: [400, 'Arrearage'],
  },
  'billing-limit': {
    openai: [429, 'insufficient_quota'],
    anthropic: [429, 'rate_limit_error'],
    baidu: [403, 'account_overdue'],
    zhipu: [429, '1113'],
    dashscope: [400, 'Arrearage'],
  },
  'content-block': {
    openai: [400, 'content_policy_violation'],
    anthropic: null,
    baidu: [403, 'system_unsafe'],
    zhipu: [400, '1301'],
    dashscope: [400, 'data_inspection_failed'],
  },
  retired: {
    openai: [404, 'model_not_found'],
    anthropic: [404, 'not_found_error'],
    baidu: [403, 'model_offline'],
    zhipu: [400, '1211'],
    dashscope: [404, 'model_not_found'],
  },
  overloaded: {
    openai: [503, 'overloaded'],
    anthropic: [529, 'overloaded_error'],
    baidu: [429, 'cluster_rate_limit_exceeded'],
    zhipu: [429, '1305'],
    dashscope: [503, 'model_unavailable'],
  },
  'server-error': {
    openai: [500, null],
    anthropic: [500, 'api_error'],
    baidu: [500, 'internal_error'],
    zhipu: [500, '1200'],
    dashscope: [500, 'internal_error'],
  },
  'context-too-long': {
    openai: [400, 'context_length_exceeded'],
    anthropic: [400, 'invalid_request_error'],
    baidu: [400, 'tokens_too_long'],
    zhipu: [400, '1261'],
    dashscope: [400, 'invalid_parameter_error'],
  },
}

describe.each(protocols)('$name', (protocol) => {
  it.each(Object.entries(refusals))(
    '%s has the vendor’s own status and code, plain and streamed',
    async (fault, table) => {
      const expected = table[protocol.name]
      for (const isStream of [false, true]) {
        const response = await protocol.send(sandbox, { text: ask, isStream, model: `${protocol.model}@${fault}` })
        const { raw } = await readAll(response)
        if (expected === null) {
          expect(response.status).toBe(200)
          const heard = isStream ? protocol.hearStream(raw) : protocol.hearPlain(JSON.parse(raw))
          expect(heard.finish).toBe(protocol.name === 'anthropic' ? 'refusal' : 'content_filter')
        } else {
          // One vendor frames what it says to a streaming call that is wrong.
          const isFramed = protocol.name === 'dashscope' && isStream && response.status === 400
          expect([response.status, at(isFramed ? jsonFrames(raw)[0] : JSON.parse(raw), ...protocol.codePath)]).toEqual(
            expected,
          )
          expect(response.headers.get('content-type')).toContain(isFramed ? 'text/event-stream' : 'application/json')
        }
      }
    },
  )

  it('answers plainly and streamed with text, finish and usage', async () => {
    const plain = await protocol.send(sandbox, { text: ask, isStream: false })
    const whole = protocol.hearPlain(await plain.json())
    const streamed = await stream(protocol, 'crlf')
    for (const heard of [whole, streamed]) {
      expect(heard.text).toContain('沙盒示例')
      expect(heard.text).toContain('帐篷')
      expect(heard.finish).toBe(protocol.finishStop)
      expect(heard.outputTokens).toBeGreaterThan(100)
      expect(heard.isDone).toBe(true)
    }
  })

  it('cut delivers the asked pieces and then closes the socket without an end', async () => {
    const heard = await stream(protocol, 'cut:5')
    expect(heard.isCut).toBe(true)
    expect(heard.text.length).toBeGreaterThanOrEqual(5)
    expect(heard.isDone).toBe(false)
    expect(heard.finish).toBeUndefined()
    expect(await sandbox.lastRequest()).toMatchObject({ endedBy: 'cut', chunksSent: 5 })
  })

  it('cut breaks a plain answer off half-way', async () => {
    const response = await protocol.send(sandbox, { text: ask, isStream: false, model: `${protocol.model}@cut` })
    expect((await readAll(response)).isCut).toBe(true)
  })

  it('length stops at half the text with the vendor’s length reason', async () => {
    await sandbox.control('POST', '/settings', { deterministic: true })
    const long = await stream(protocol, 'crlf')
    const short = await stream(protocol, 'length')
    expect(short.finish).toBe(protocol.finishLength)
    expect(long.text.startsWith(short.text)).toBe(true)
    expect(short.text.length / long.text.length).toBeGreaterThan(0.45)
    expect(short.text.length / long.text.length).toBeLessThan(0.55)
  })

  it('empty ends properly without text', async () => {
    const heard = await stream(protocol, 'empty')
    expect(heard).toMatchObject({ text: '', isDone: true, finish: protocol.finishStop })
  })

  it.each(['split-frames', 'crlf', 'comments', 'no-space', 'unknown-events'])(
    '%s leaves the text intact',
    async (fault) => {
      await sandbox.control('POST', '/settings', { deterministic: true })
      const calm = await stream(protocol, 'slow-tokens:0')
      const heard = await stream(protocol, fault)
      expect(heard.text).toBe(calm.text)
      expect(heard.text.length).toBeGreaterThan(100)
      expect(heard.isDone).toBe(true)
    },
  )

  it('duplicate-start repeats the first frame and nothing else', async () => {
    const frames = parseFrames((await stream(protocol, 'duplicate-start')).raw)
    expect(frames[1]?.data).toBe(frames[0]?.data)
  })

  it('missing, absurd and negative usage', async () => {
    expect((await stream(protocol, 'missing-usage')).outputTokens).toBeUndefined()
    expect((await stream(protocol, 'absurd-usage')).outputTokens).toBe(987_654_321)
    expect((await stream(protocol, 'negative-usage')).outputTokens).toBe(-5)
    const plain = await protocol.send(sandbox, { text: ask, isStream: false, model: `${protocol.model}@missing-usage` })
    expect(protocol.hearPlain(await plain.json()).outputTokens).toBeUndefined()
  })

  it('json-instead-of-stream answers with a whole completion', async () => {
    const heard = await stream(protocol, 'json-instead-of-stream')
    expect(heard.headers.get('content-type')).toContain('application/json')
    expect(protocol.hearPlain(JSON.parse(heard.raw)).text).toContain('沙盒示例')
  })

  it('json-instead-of-stream:error is an error behind HTTP 200', async () => {
    const heard = await stream(protocol, 'json-instead-of-stream:error')
    expect(heard.status).toBe(200)
    expect(heard.raw).toMatch(/error|code/)
    expect(protocol.hearPlain(JSON.parse(heard.raw)).text).toBe('')
  })

  it('html-error is a gateway page', async () => {
    const heard = await stream(protocol, 'html-error')
    expect(heard.status).toBe(502)
    expect(heard.headers.get('content-type')).toContain('text/html')
    expect(heard.raw).toContain('<html>')
  })

  it('slow-first-byte and slow-tokens take their time, without a number that of the settings', async () => {
    await sandbox.control('POST', '/settings', { slowFirstByteMs: 30, slowTokensMs: 1 })
    const before = performance.now()
    await stream(protocol, 'slow-first-byte@slow-tokens')
    expect(performance.now() - before).toBeGreaterThanOrEqual(29)
    const startedAt = performance.now()
    await stream(protocol, 'slow-first-byte:60')
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59)
    const middle = performance.now()
    const { text } = await stream(protocol, 'slow-tokens:2')
    // Pieces have at most seven characters.
    expect(performance.now() - middle).toBeGreaterThan((text.length / 7) * 2)
  })
})
