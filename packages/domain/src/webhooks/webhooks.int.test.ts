import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseId } from '@mozhou/contracts/ids'
import { createGuardedFetch } from '@mozhou/integrations/guarded-fetch'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { inTransaction } from '../transaction.ts'
import { announce } from './announce.ts'
import { deliverWebhooks } from './deliver-webhooks.ts'
import type { WebhooksContext } from './deliver-webhooks.ts'
import { createWebhook, listDeliveries, listWebhooks, removeWebhook, saveWebhook } from './manage-webhooks.ts'

interface Received {
  headers: Record<string, string>
  body: string
}

let domain: TestDomain
let ctx: WebhooksContext
let received: Received[]
let answer: () => Promise<Response>
beforeAll(async () => {
  domain = await createTestDomain()
  const callOut: typeof fetch = async (_url, init) => {
    received.push({
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: typeof init?.body === 'string' ? init.body : '',
    })
    return answer()
  }
  ctx = { ...domain.ctx, callOut }
})
afterAll(() => domain.close())
beforeEach(() => {
  received = []
  answer = async () => new Response(null, { status: 204 })
})

const url = 'https://customer.example.com/hook'
const refusedWith = (code: string) => expect.objectContaining({ code })

async function customer(events: Parameters<typeof createWebhook>[1]['events'] = ['publication.published']) {
  const userId = parseId('user', (await domain.signUp()).user.id) ?? ''
  const { webhook, secret } = await createWebhook(ctx, { userId, url, events })
  return { userId, secret, webhookId: parseId('webhook', webhook.id) ?? '' }
}
const tell = (userId: string, key: string = ctx.newId()) =>
  inTransaction(ctx, (tx) =>
    announce(tx, { userId, event: 'publication.published', key, data: { publicationId: 'pub_1' } }),
  )
const log = async (own: { userId: string; webhookId: string }) =>
  (await listDeliveries(ctx, { ...own, limit: 20 })).items

it('is sent once, signed so that the customer can check it, and stands in the log', async () => {
  const own = await customer()
  await Promise.all([tell(own.userId, 'same'), tell(own.userId, 'same')])
  expect(await deliverWebhooks(ctx)).toEqual({ sent: 1, failed: 0 })
  const [call] = received
  if (!call) throw new Error('nothing came')
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = call.headers
  const key = Buffer.from(own.secret.slice('whsec_'.length), 'base64')
  const wanted = createHmac('sha256', key).update(`${id}.${at}.${call.body}`).digest('base64')
  expect(signature).toBe(`v1,${wanted}`)
  expect(JSON.parse(call.body)).toMatchObject({ id, event: 'publication.published', data: { publicationId: 'pub_1' } })
  expect(await log(own)).toMatchObject([{ status: 'delivered', tries: 1, httpStatus: 204 }])
  expect(await deliverWebhooks(ctx)).toEqual({ sent: 0, failed: 0 })
})

it('is sent again at growing pauses when the address does not answer well, and arrives once it does', async () => {
  const own = await customer()
  await tell(own.userId)
  answer = async () => new Response('no', { status: 500 })
  expect(await deliverWebhooks(ctx)).toEqual({ sent: 0, failed: 1 })
  expect(await deliverWebhooks(ctx)).toEqual({ sent: 0, failed: 0 })
  domain.advance(31_000)
  answer = () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }))
  expect(await deliverWebhooks(ctx)).toEqual({ sent: 0, failed: 1 })
  expect(await log(own)).toMatchObject([{ status: 'waiting', tries: 2, failure: 'ECONNREFUSED' }])
  domain.advance(121_000)
  answer = async () => new Response(null, { status: 200 })
  expect(await deliverWebhooks(ctx)).toEqual({ sent: 1, failed: 0 })
  const ids = new Set(received.map(({ headers }) => headers['webhook-id']))
  expect([received.length, ids.size]).toEqual([3, 1])
})

it('is given up after a day of it', async () => {
  const own = await customer()
  await tell(own.userId)
  answer = async () => new Response(null, { status: 302, headers: { location: 'http://169.254.169.254/' } })
  for (let tries = 0; tries < 12; tries += 1) {
    await deliverWebhooks(ctx)
    domain.advance(8 * 3_600_000 + 1_000)
  }
  expect(await log(own)).toMatchObject([{ status: 'gave_up', tries: 10, httpStatus: 302 }])
})

it('many workers send each thing once', async () => {
  const own = await customer()
  for (let at = 0; at < 30; at += 1) await tell(own.userId)
  const counts = await Promise.all(Array.from({ length: 4 }, () => deliverWebhooks(ctx)))
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(30)
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(30)
})

it.each([
  'http://customer.example.com/',
  'https://127.0.0.1/',
  'https://169.254.169.254/x',
  'https://localhost/',
  'ftp://a.example/',
])('H 23: %s is no address to be told anything', async (address) => {
  const userId = parseId('user', (await domain.signUp()).user.id) ?? ''
  const asked = createWebhook(ctx, { userId, url: address, events: ['publication.published'] })
  await expect(asked).rejects.toEqual(refusedWith('WEBHOOK_ADDRESS_REFUSED'))
})

it('H 23: a name that turns out to be this machine is not called', async () => {
  const own = await customer()
  await tell(own.userId)
  const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  const callOut = createGuardedFetch({ resolve, isPublic: (address) => !address.startsWith('127.') })
  expect(await deliverWebhooks({ ...ctx, callOut })).toEqual({ sent: 0, failed: 1 })
  expect(await log(own)).toMatchObject([{ failure: 'ADDRESS_REFUSED' }])
})

it('only what was asked for is told, to an address that is on, of one’s own', async () => {
  const own = await customer(['generation.failed'])
  await tell(own.userId)
  expect(await log(own)).toEqual([])
  await saveWebhook(ctx, { ...own, events: ['publication.published'] })
  await tell(own.userId)
  await saveWebhook(ctx, { ...own, isOn: false })
  expect(await log(own)).toMatchObject([{ status: 'dropped' }])
  await tell(own.userId)
  expect(await log(own)).toHaveLength(1)
  const other = await customer()
  await expect(listDeliveries(ctx, { userId: other.userId, webhookId: own.webhookId, limit: 5 })).rejects.toEqual(
    refusedWith('WEBHOOK_NOT_FOUND'),
  )
  await removeWebhook(ctx, own)
  expect(await listWebhooks(ctx, own)).toEqual({ webhooks: [] })
})

it('five addresses are enough', async () => {
  const { userId } = await customer()
  const more = () => createWebhook(ctx, { userId, url, events: ['publication.published'] })
  const made = await Promise.allSettled(Array.from({ length: 8 }, more))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
})

it('of the sandbox is taken on a development machine alone, and what is stored is not called without one', async () => {
  const server = createServer((_request, response) => void response.writeHead(204).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sandboxUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const development = { ...ctx, callOut: createGuardedFetch(), settings: { ...ctx.settings, sandboxUrl } }
  const production = { ...development, settings: { ...ctx.settings, sandboxUrl: null } }
  const userId = parseId('user', (await domain.signUp()).user.id) ?? ''
  const box = `${sandboxUrl}/__sandbox/webhooks/in/shop`
  const asked = { userId, url: box, events: ['publication.published' as const] }
  await expect(createWebhook(production, asked)).rejects.toEqual(refusedWith('WEBHOOK_ADDRESS_REFUSED'))
  const { webhook } = await createWebhook(development, asked)
  const own = { userId, webhookId: parseId('webhook', webhook.id) ?? '' }
  await tell(userId)
  expect(await deliverWebhooks(development)).toEqual({ sent: 1, failed: 0 })
  await tell(userId)
  expect(await deliverWebhooks(production)).toEqual({ sent: 0, failed: 1 })
  expect((await log(own)).map(({ status, httpStatus }) => [status, httpStatus])).toEqual([
    ['waiting', null],
    ['delivered', 204],
  ])
  await removeWebhook(ctx, own)
  server.close()
})
