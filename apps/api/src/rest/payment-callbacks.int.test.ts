import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { createFakeChannel } from '@mozhou/domain/orders/testing/fake-channel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idleWorkflows, startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

const alipay = createFakeChannel('alipay')
const wechat = createFakeChannel('wechat')
const told: string[] = []
let temporal: 'away' | 'silent' = 'away'
let base: TestApi
let api: TestApi

beforeAll(async () => {
  base = await startApi()
  const tellOrderSettled = async (orderId: string) => {
    told.push(orderId)
    if (temporal === 'silent') return new Promise<void>(() => {})
    throw new Error('Temporal is away')
  }
  const workflows = { ...idleWorkflows, tellOrderSettled }
  const channels = { alipay, wechat }
  api = await startApi({ deps: { domain: { ...base.ctx, channels, publicApiUrl: 'http://api.test' }, workflows } })
})
afterAll(async () => {
  await api.close()
  await base.close()
})

async function order(channel: 'alipay' | 'wechat') {
  const { accessToken: bearer } = await base.signIn('creator')
  const asked = { bearer, input: { amountFen: 1_000, requestKey: crypto.randomUUID() } }
  const { id, orderNo } = (await api.mutate('orders.recharge', asked)).data as OrderDto
  await api.mutate('orders.pay', { bearer, input: { orderId: id, channel } })
  const credits = async () => ((await api.query('credits.balance', { bearer })).data as { credits: number }).credits
  return { orderNo, credits, before: await credits() }
}

const send = (path: string, body: Uint8Array, type: string) =>
  fetch(`${api.url}/api/v1/credit${path}`, { method: 'POST', headers: { 'content-type': type }, body })
const form = 'application/x-www-form-urlencoded; charset=GBK'

describe('a notice', () => {
  it('sent twenty times at once credits once, and is answered though no workflow can be told', async () => {
    const { orderNo, credits, before } = await order('alipay')
    const body = alipay.pay(orderNo)
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('/callback/alipay', body, form)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await answers[0]?.text()).toBe('accepted')
    expect(await credits()).toBe(before + 100)
    expect(told.length).toBeGreaterThan(0)
  })

  it('is answered once it is credited, however long its workflow is in being told', async () => {
    const { orderNo, credits, before } = await order('alipay')
    temporal = 'silent'
    expect((await send('/callback/alipay', alipay.pay(orderNo), form)).status).toBe(200)
    temporal = 'away'
    expect(await credits()).toBe(before + 100)
  })

  it.each([
    ['/recharge/callback', 'alipay', form],
    ['/recharge/callback', 'wechat', 'application/json'],
    ['/membership/callback', 'wechat', 'application/json; charset=utf-8'],
  ] as const)('at %s is of %s when its body is %s', async (path, name, type) => {
    const { orderNo, credits, before } = await order(name)
    const channel = name === 'alipay' ? alipay : wechat
    expect((await send(path, channel.pay(orderNo), type)).status).toBe(200)
    expect(await credits()).toBe(before + 100)
  })

  it('that nobody vouches for, of no channel, or too long to be one is refused', async () => {
    const forged = new TextEncoder().encode('forged')
    expect((await send('/callback/alipay', forged, form)).status).toBe(400)
    expect((await send('/callback/paypal', forged, form)).status).toBe(404)
    expect((await send('/callback/alipay', new Uint8Array(70_000), form)).status).toBe(413)
  })
})
