import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createSandbox } from '../app.ts'

const server = createServer(createSandbox())
let base = ''
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/__sandbox/webhooks`
})
beforeEach(() => fetch(`${base}/boxes`, { method: 'DELETE' }))
afterAll(() => void server.close())

const secret = `whsec_${randomBytes(24).toString('base64')}`
const body = '{"event":"publication.published"}'
function headersFor(key: string, at = Math.floor(Date.now() / 1_000)) {
  const bytes = Buffer.from(key.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', bytes).update(`del_1.${at}.${body}`).digest('base64')
  return { 'webhook-id': 'del_1', 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` }
}
const deliver = (headers: Record<string, string>) => fetch(`${base}/in/shop`, { method: 'POST', headers, body })
const set = (settings: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${base}/boxes/shop`, { method: 'POST', body: new URLSearchParams(settings), headers, redirect: 'manual' })
const verdicts = async () => {
  const { deliveries } = (await (await fetch(`${base}/boxes/shop`)).json()) as { deliveries: { verdict: string }[] }
  return deliveries.map(({ verdict }) => verdict)
}

it('shows each delivery with headers and body, and says whether its signature is right', async () => {
  expect((await deliver(headersFor(secret))).status).toBe(204)
  // The secret may come after the first delivery.
  expect(await verdicts()).toEqual(['no_secret'])
  await set({ secret })
  expect(await verdicts()).toEqual(['good'])
  await deliver(headersFor(`whsec_${randomBytes(24).toString('base64')}`))
  await deliver(headersFor(secret, Math.floor(Date.now() / 1_000) - 3_600))
  await deliver({})
  expect(await verdicts()).toEqual(['no_signature', 'stale', 'wrong', 'good'])
  const page = await fetch(`${base}?box=shop`)
  const html = await page.text()
  for (const text of ['签名正确', '签名不对', '没有签名', 'webhook-id: del_1', 'publication.published'])
    expect(html).toContain(text)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
})

it('answers with an error, or hangs up, as it is told, and keeps what came all the same', async () => {
  await set({ manner: 'error' })
  expect((await deliver(headersFor(secret))).status).toBe(500)
  await set({ manner: 'cut' })
  await expect(deliver(headersFor(secret))).rejects.toThrow('fetch failed')
  await set({ manner: 'slow' })
  await expect(
    fetch(`${base}/in/shop`, { method: 'POST', body, signal: AbortSignal.timeout(300) }),
  ).rejects.toHaveProperty('name', 'TimeoutError')
  await set({ manner: 'ok' })
  expect((await deliver(headersFor(secret))).status).toBe(204)
  expect(await verdicts()).toHaveLength(4)
})

it('runs nothing of what is sent, and takes no settings from another site', async () => {
  await fetch(`${base}/in/shop`, { method: 'POST', body: '<script>alert(1)</script>' })
  expect(await (await fetch(`${base}?box=shop`)).text()).not.toContain('<script>alert')
  expect((await set({ manner: 'error' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(400)
  expect((await fetch(`${base}/in/..%2fx`, { method: 'POST', body })).status).toBe(404)
})
