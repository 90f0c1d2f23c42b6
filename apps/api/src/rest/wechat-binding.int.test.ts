import type { BeginBindingDto } from '@mozhou/contracts/withdrawals/answers'
import { createPayoutChannel } from '@mozhou/domain/withdrawals/testing/payout-channel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let base: TestApi
let api: TestApi
let bearer: string
beforeAll(async () => {
  base = await startApi()
  const wechat = {
    ...createPayoutChannel('wechat'),
    binding: {
      isOffered: true,
      authorizeUrl: ({ redirectUrl, state }: { redirectUrl: string; state: string }) =>
        Promise.resolve(`https://wechat.test/authorize?${new URLSearchParams({ redirectUrl, state }).toString()}`),
      accountOf: (code: string) => Promise.resolve(`oScannedBy${code}`),
    },
  }
  api = await startApi({ deps: { domain: { ...base.ctx, channels: { wechat }, publicApiUrl: 'http://api.test' } } })
  bearer = (await base.signIn('creator')).accessToken
})
afterAll(async () => {
  await api.close()
  await base.close()
})

async function begin(): Promise<BeginBindingDto & { state: string }> {
  const begun = (await api.mutate('withdrawals.beginBinding', { bearer })).data as BeginBindingDto
  const asked = new URL(begun.url).searchParams
  expect(asked.get('redirectUrl')).toBe('http://api.test/api/v1/wechat-binding')
  return { ...begun, state: asked.get('state') ?? '' }
}

const callback = (query: Record<string, string>, language = 'zh-CN') =>
  fetch(`${api.url}/api/v1/wechat-binding?${new URLSearchParams(query).toString()}`, {
    headers: { 'accept-language': language },
  })

it('takes whoever scanned without a session, by the state alone and once, and tells them in words', async () => {
  const { bindingId, state } = await begin()
  const back = await callback({ state, code: 'a1b2c3d4e5f6' })
  const html = await back.text()
  expect(back.status).toBe(200)
  expect(back.headers.get('content-type')).toContain('text/html')
  expect(back.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html).toContain('已绑定微信')
  expect(html).not.toContain('oScannedBya1b2c3d4e5f6')
  const seen = await api.query('withdrawals.binding', { bearer, input: { bindingId } })
  expect(seen.data).toMatchObject({ status: 'bound' })
  const again = await callback({ state, code: 'a1b2c3d4e5f6' }, 'en')
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('scan again')
})

it.each([
  ['no state', { code: 'abc' }],
  ['a state of nobody', { state: 'ab'.repeat(24), code: 'abc' }],
  ['a state that is none', { state: '<script>', code: 'abc' }],
])('binds nothing for %s', async (_what, query) => {
  const { bindingId } = await begin()
  const back = await callback(query)
  expect(back.status).toBeGreaterThanOrEqual(400)
  expect(await back.text()).not.toContain('<script>')
  expect((await api.query('withdrawals.binding', { bearer, input: { bindingId } })).data).toMatchObject({
    status: 'waiting',
  })
})

it('is offered to nobody where WeChat’s official account is not set up', async () => {
  const answer = await base.mutate('withdrawals.beginBinding', { bearer })
  expect(answer).toMatchObject({ status: 412, error: { code: 'CHANNEL_NOT_OFFERED' } })
})
