import type { FailureKind } from '@mozhou/contracts/failures'
import { textVendorKeys, type TextVendorKey, type VendorKey } from '@mozhou/contracts/models/vendor-keys'
import { describe, expect, it } from 'vitest'
import { catalogueDefaults } from './catalogue-defaults.ts'
import { collectAnswer } from './testing/collect-answer.ts'
import { readSandboxUrl } from './testing/env.ts'
import { doors, sandboxModel, shortArticle } from './testing/sandbox-models.ts'

const write = (vendor: TextVendorKey, ...faults: string[]) => collectAnswer(sandboxModel(vendor, faults), shortArticle)

function textVendorOf(vendor: VendorKey): TextVendorKey {
  const known = textVendorKeys.find((key) => key === vendor)
  if (!known) throw new Error(`${vendor} writes no texts`)
  return known
}

type Row<T> = readonly [TextVendorKey, T]

/** A row for each vendor: what most of them do, or what those named in `otherwise` do instead. */
const perVendor = <T>(usual: T, otherwise: Partial<Record<TextVendorKey, T>> = {}): Row<T>[] =>
  textVendorKeys.map((vendor) => [vendor, otherwise[vendor] ?? usual])

describe.concurrent('every way in', () => {
  it.each(doors)('$vendor with $authProfile writes', async ({ vendor, ...door }) => {
    const answer = await collectAnswer(sandboxModel(vendor, [], door), shortArticle)
    expect(answer).toMatchObject({ finish: 'stop', thrown: null, usage: { isEstimated: false } })
    expect(answer.text).toContain('沙盒')
    expect(answer.events[0]).toMatchObject({ type: 'start', vendorRequestId: expect.any(String) })
    expect(answer.events.map((event) => event.type).slice(-2)).toEqual(['usage', 'finish'])
  })

  it.each(perVendor({ apiKey: 'sk-bad-key' }))('%s refuses a wrong key', async (vendor, credentials) => {
    const model = sandboxModel(vendor, [], { credentials, authProfile: 'bearer' })
    expect((await collectAnswer(model, shortArticle)).failure?.kind).toBe('credentials')
  })

  it('baidu refuses a wrong pair where tokens are made', async () => {
    const wrong = { apiKey: 'sandbox-access-key', secretKey: 'not-the-secret' }
    const { failure } = await collectAnswer(sandboxModel('baidu', [], { credentials: wrong }), shortArticle)
    expect(failure).toMatchObject({ kind: 'credentials', details: { vendorCode: 'SignatureDoesNotMatch' } })
  })

  it('zhipu refuses a token signed with another secret', async () => {
    const credentials = { apiKey: 'sandbox.other-secret' }
    const model = sandboxModel('zhipu', [], { credentials, authProfile: 'signed_jwt' })
    expect((await collectAnswer(model, shortArticle)).failure?.kind).toBe('credentials')
  })
})

describe.concurrent('every model of the catalogue', () => {
  it.each(catalogueDefaults.map((model) => [model.alias, model] as const))('%s writes', async (_alias, model) => {
    const { vendor, upstreamModel, parameters, limits } = model
    const answer = await collectAnswer(
      sandboxModel(textVendorOf(vendor), [], { upstreamModel, parameters, limits }),
      shortArticle,
    )
    expect(answer).toMatchObject({ finish: 'stop', thrown: null })
    expect(answer.events[0]).toMatchObject({ type: 'start', servedModel: upstreamModel })
  })

  it.each(perVendor('low' as const))('%s thinks when told to', async (vendor, reasoning) => {
    const parameters = { maxOutputTokens: 8_000, reasoning, sampling: 'only_without_reasoning' as const }
    const answer = await collectAnswer(sandboxModel(vendor, [], { parameters }), {
      ...shortArticle,
      maxOutputTokens: 8_000,
    })
    expect(answer).toMatchObject({ finish: 'stop', thrown: null })
    // OpenAI keeps its thoughts to itself in chat completions.
    expect(answer.reasoning !== '').toBe(vendor !== 'openai')
  })
})

const refusals: [string, Row<FailureKind>[]][] = [
  ['bad-key', perVendor('credentials')],
  ['rate-limit', perVendor('rate_limited')],
  ['rate-limit-tokens', perVendor('rate_limited')],
  ['billing', perVendor('quota_exhausted')],
  ['billing-limit', perVendor('quota_exhausted')],
  ['content-block', perVendor('content_rejected')],
  ['refusal', perVendor('content_rejected')],
  ['retired', perVendor('model_gone')],
  ['overloaded', perVendor('unavailable')],
  ['server-error', perVendor('unavailable')],
  ['html-error', perVendor('unavailable')],
  ['empty', perVendor('unavailable')],
  // Anthropic and DashScope tell a prompt that is too long from other bad requests by its wording alone.
  ['context-too-long', perVendor('context_too_long')],
  ['json-instead-of-stream:error', perVendor('unavailable', { baidu: 'rate_limited' })],
]

describe.concurrent.each(refusals)('%s', (fault, kinds) => {
  it.each(kinds)('at %s is %s, without text', async (vendor, kind) => {
    const { failure, text, finish } = await write(vendor, fault)
    expect({ kind: failure?.kind, vendor: failure?.details.vendor, text, finish }).toEqual({
      kind,
      vendor,
      text: '',
      finish: null,
    })
  })
})

it.each(['openai', 'anthropic'] as const)('the wait that %s asks for is passed on', async (vendor) => {
  expect((await write(vendor, 'rate-limit')).failure?.details.retryAfterMs).toBe(1_000)
})

const breaks: [string, Row<FailureKind | 'length'>[]][] = [
  ['cut:4', perVendor('unavailable')],
  ['network-error:4', perVendor('unavailable')],
  ['error-in-stream:4', perVendor('unavailable')],
  ['content-block-mid:4', perVendor('content_rejected')],
  ['context-finish:4', perVendor('length', { anthropic: 'context_too_long', zhipu: 'context_too_long' })],
  ['length', perVendor('length')],
]

describe.concurrent.each(breaks)('after some text, %s', (fault, outcomes) => {
  it.each(outcomes)('at %s is %s', async (vendor, outcome) => {
    const { failure, finish, text, usage, events } = await write(vendor, fault)
    expect(failure?.kind ?? finish).toBe(outcome)
    expect(text).not.toBe('')
    expect(usage?.outputTokens).toBeGreaterThan(0)
    const takesBack = outcome === 'content_rejected' && ['baidu', 'zhipu', 'qwen'].includes(vendor)
    expect(events.some((event) => event.type === 'retract')).toBe(takesBack)
  })
})

const oddities: [string[], boolean][] = [
  [['split-frames'], false],
  [['crlf'], false],
  [['comments'], false],
  [['no-space'], false],
  [['split-frames', 'crlf', 'comments', 'no-space'], false],
  [['unknown-events'], false],
  [['duplicate-start'], false],
  [['json-instead-of-stream'], false],
  [['missing-usage'], true],
  [['absurd-usage'], true],
  [['negative-usage'], true],
]

describe.concurrent.each(oddities)('with %s', (faults, isEstimated) => {
  it.each(textVendorKeys)('%s is read whole', async (vendor) => {
    const { text, finish, thrown, usage, events } = await write(vendor, ...faults)
    expect({ finish, thrown, isEstimated: usage?.isEstimated }).toEqual({ finish: 'stop', thrown: null, isEstimated })
    expect(text).toContain('沙盒')
    expect(text).not.toContain('\ufffd')
    expect(usage?.outputTokens).toBeLessThan(text.length * 2)
    expect(events.filter((event) => event.type === 'start')).toHaveLength(1)
  })
})

const patient = 15_000
const impatient = 1_000
const delays: [fault: string, vendorCode: string, firstTokenTimeoutMs: number, idleTimeoutMs: number][] = [
  ['hang', 'first_token_timeout', impatient, patient],
  ['slow-first-byte:4000', 'first_token_timeout', impatient, patient],
  ['slow-tokens:4000', 'first_token_timeout', impatient, patient],
  ['hang:3', 'idle_timeout', patient, impatient],
  ['slow-tokens:4001', 'idle_timeout', patient, impatient],
]

describe.concurrent.each(delays)('%s', (fault, vendorCode, firstTokenTimeoutMs, idleTimeoutMs) => {
  it.each(textVendorKeys)(`of %s runs into the ${vendorCode}`, async (vendor) => {
    const limits = { firstTokenTimeoutMs, idleTimeoutMs }
    const { failure } = await collectAnswer(sandboxModel(vendor, [fault], { limits }), shortArticle)
    expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode } })
  })
})

interface LoggedCall {
  endedBy: string
  body: unknown
}

async function findCall(marker: string): Promise<LoggedCall | undefined> {
  const response = await fetch(`${readSandboxUrl()}/__sandbox/requests?limit=1000`)
  const { requests }: { requests: LoggedCall[] } = JSON.parse(await response.text())
  return requests.find((call) => JSON.stringify(call.body).includes(marker))
}

describe.concurrent('a caller that leaves', () => {
  it.for(textVendorKeys)('ends the request at %s', async (vendor, { expect }) => {
    const marker = `leaver-${vendor}-${Date.now()}`
    const content = `主题：秋天散步\n字数：2000\n补充要求：${marker}`
    const controller = new AbortController()
    const reason = new Error('停止')
    const request = { ...shortArticle, messages: [{ role: 'user' as const, content }] }
    const events: string[] = []
    const read = async () => {
      for await (const event of sandboxModel(vendor, ['slow-tokens:50']).stream(request, controller.signal)) {
        events.push(event.type)
        if (events.filter((type) => type === 'delta').length === 3) controller.abort(reason)
      }
    }
    await expect(read()).rejects.toBe(reason)
    expect(events).not.toContain('finish')
    await expect.poll(async () => (await findCall(marker))?.endedBy, { timeout: 5_000 }).toBe('client')
  })
})
