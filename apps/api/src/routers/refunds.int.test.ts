import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { Page } from '@mozhou/contracts/page'
import type { MoneyRefundDto, MoneyRefundRowDto, RefundQuoteDto } from '@mozhou/contracts/refunds/answers'
import { parseId } from '@mozhou/contracts/ids'
import { postEntry } from '@mozhou/domain/credits/post-entry'
import { createFakeChannel } from '@mozhou/domain/orders/testing/fake-channel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restClient } from '../testing/rest-client.ts'
import { idleWorkflows, startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

const alipay = createFakeChannel('alipay', () => new Date())
const sent: { label: string }[] = []
let base: TestApi
let api: TestApi
beforeAll(async () => {
  base = await startApi()
  const workflows = {
    ...idleWorkflows,
    pageOf: (workflowId: string) => `http://temporal.test/${workflowId}`,
    startRefund: async (refund: { label: string }) => {
      sent.push(refund)
      throw new Error('Temporal is away')
    },
  }
  const domain = { ...base.ctx, channels: { alipay }, publicApiUrl: 'http://api.test' }
  api = await startApi({ deps: { domain, workflows } })
})
afterAll(async () => {
  await api.close()
  await base.close()
})

/** A recharge of ten yuan that is paid; `used` credits of it are gone. */
async function paidOrder(used: number) {
  const { userId, accessToken: bearer } = await base.signIn('creator')
  const asked = { bearer, input: { amountFen: 1_000, requestKey: crypto.randomUUID() } }
  const order = (await api.mutate('orders.recharge', asked)).data as OrderDto
  await api.mutate('orders.pay', { bearer, input: { orderId: order.id, channel: 'alipay' } })
  const notice = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: alipay.pay(order.orderNo) }
  await fetch(`${api.url}/api/v1/credit/callback/alipay`, notice)
  const key = crypto.randomUUID()
  if (used > 0)
    await postEntry(base.ctx, {
      key,
      kind: 'consume',
      userId,
      unit: 'credits',
      amount: -used,
      reference: { type: 'test', id: key },
    })
  return { bearer, orderId: order.id }
}

async function ask({ bearer, orderId }: { bearer: string; orderId: string }): Promise<OrderDto> {
  const send = restClient(api.url)
  const { body: quote } = await send(`GET /credit/orders/${orderId}/refund`, { bearer })
  const { amountFen, takenCredits } = quote as RefundQuoteDto
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const asked = await send(`POST /credit/orders/${orderId}/refund`, {
    bearer,
    headers,
    body: { amountFen, takenCredits },
  })
  expect(asked).toMatchObject({ status: 200, error: null })
  return asked.body as OrderDto
}

it('is quoted and confirmed over REST, and owed although no workflow can be started', async () => {
  const paid = await paidOrder(0)
  expect((await ask(paid)).refunds).toMatchObject([{ kind: 'request', status: 'reserved', amountFen: 1_000 }])
  expect(sent.at(-1)).toMatchObject({ label: '退款 · ¥10.00' })
  const again = {
    ...paid,
    input: { orderId: paid.orderId, amountFen: 1_000, takenCredits: 100, requestKey: crypto.randomUUID() },
  }
  expect((await api.mutate('refunds.request', again)).error?.code).toBe('REFUND_IN_FLIGHT')
})

it('waits for finance where it was used, who approve with a reason and see its run', async () => {
  const paid = await paidOrder(10)
  const [refund] = (await ask(paid)).refunds
  expect(refund).toMatchObject({ status: 'requested', amountFen: 900 })
  const refundId = refund?.id ?? ''
  const { accessToken: bearer } = await base.signIn('finance')
  const listed = await api.query('refunds.list', { bearer, input: { queue: 'waiting' } })
  expect((listed.data as Page<MoneyRefundRowDto>).items.map(({ id }) => id)).toContain(refundId)
  const one = async () => (await api.query('refunds.one', { bearer, input: { refundId } })).data as MoneyRefundDto
  expect(await one()).toMatchObject({ workflowUrl: null, quote: { amountFen: 900, faultFen: 900 } })
  const approve = (input: object) => api.mutate('refunds.approve', { bearer, input: { refundId, ...input } })
  expect((await approve({ amountFen: 900 })).error?.code).toBe('VALIDATION_FAILED')
  expect((await approve({ amountFen: 901, reason: '同意退款' })).error?.code).toBe('REFUND_QUOTE_CHANGED')
  expect((await approve({ amountFen: 900, reason: '同意退款' })).data).toEqual({ ok: true })
  expect((await approve({ amountFen: 900, reason: '同意退款' })).error?.code).toBe('REFUND_DECIDED')
  const bare = parseId('moneyRefund', refundId) ?? ''
  expect(await one()).toMatchObject({
    status: 'reserved',
    quote: null,
    workflowUrl: `http://temporal.test/refund:${bare}`,
  })
})

it('is rejected with a reason that the person reads', async () => {
  const paid = await paidOrder(60)
  const [refund] = (await ask(paid)).refunds
  const { accessToken: bearer } = await base.signIn('finance')
  const rejected = { bearer, input: { refundId: refund?.id, reason: '超出约定' } }
  expect((await api.mutate('refunds.reject', rejected)).data).toEqual({ ok: true })
  const order = await api.query('orders.get', { bearer: paid.bearer, input: { orderId: paid.orderId } })
  expect((order.data as OrderDto).refunds).toMatchObject([{ status: 'rejected', decisionNote: '超出约定' }])
})
