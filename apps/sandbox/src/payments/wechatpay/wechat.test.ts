import { createPrivateKey, randomUUID, sign } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
let keys: Record<string, string>
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(async () => {
  await sandbox.control('POST', '/reset', {})
  keys = (await (await fetch(`${sandbox.url}/payments/wechat/__ctl/merchants/default`)).json()) as typeof keys
})
afterAll(async () => {
  await sandbox.stop()
  expect(sandbox.defects).toEqual([])
})

interface Sent {
  method?: string
  path?: string
  body?: unknown
  /** Replaces parts of the credential. */
  credential?: Record<string, string>
  headers?: Record<string, string>
  /** Signed, while something else is sent. */
  signedBody?: string
}

const order = () => ({
  appid: keys.appId,
  mchid: keys.merchantId,
  description: '积分充值 100',
  out_trade_no: 'R2026001',
  notify_url: 'https://shop.example/cb',
  amount: { total: 990, currency: 'CNY' },
})
const native = '/v3/pay/transactions/native'

/** Written from the document of the interface. */
async function send({ method = 'POST', path = native, body = order(), credential, headers, signedBody }: Sent = {}) {
  const text = method === 'GET' ? '' : JSON.stringify(body)
  const fields = {
    mchid: keys.merchantId ?? '',
    nonce_str: randomUUID(),
    timestamp: String(Math.floor(Date.now() / 1000)),
    serial_no: keys.merchantSerial ?? '',
    ...credential,
  }
  const covered = `${method}\n${path}\n${fields.timestamp}\n${fields.nonce_str}\n${signedBody ?? text}\n`
  const key = createPrivateKey(keys.merchantPrivateKey ?? '')
  const signature = sign('RSA-SHA256', Buffer.from(covered), key).toString('base64')
  const pairs = Object.entries({ ...fields, signature }).map(([name, value]) => `${name}="${value}"`)
  const response = await fetch(`${sandbox.url}/payments/wechat${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'user-agent': 'test',
      'content-type': 'application/json',
      authorization: `WECHATPAY2-SHA256-RSA2048 ${pairs.join(',')}`,
      ...headers,
    },
    ...(method !== 'GET' && { body: text }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

describe('the interface', () => {
  it('answers signed by the public key that is named, else by certificate', async () => {
    const named = await send({ headers: { 'wechatpay-serial': keys.publicKeyId ?? '' } })
    expect(named.body).toMatchObject({ code_url: expect.stringMatching(/^weixin:/) })
    expect(named.headers.get('wechatpay-serial')).toBe(keys.publicKeyId)
    const unnamed = await send()
    expect(unnamed.headers.get('wechatpay-serial')).toMatch(/^[0-9A-F]{40}$/)
  })

  it.each<[string, Sent]>([
    ['another merchant', { credential: { mchid: '1' } }],
    ['another certificate', { credential: { serial_no: 'AB' } }],
    ['an old time', { credential: { timestamp: String(Math.floor(Date.now() / 1000) - 301) } }],
    ['another body', { signedBody: '{}' }],
    ['no credential', { headers: { authorization: 'Bearer x' } }],
  ])('refuses %s with 401 SIGN_ERROR', async (_name, sent) => {
    expect(await send(sent)).toMatchObject({ status: 401, body: { code: 'SIGN_ERROR' } })
  })

  it('refuses the very same request a second time', async () => {
    const credential = { nonce_str: 'once' }
    expect(await send({ credential })).toMatchObject({ status: 200 })
    expect(await send({ credential })).toMatchObject({ status: 401 })
  })

  it.each<[string, object]>([
    ['out_trade_no', { out_trade_no: 'R1' }],
    ['amount.total', { amount: { total: 9.9, currency: 'CNY' } }],
    ['amount.total', { amount: { total: 0, currency: 'CNY' } }],
    ['notify_url', { notify_url: 'https://shop.example/cb?a=1' }],
    ['description', { description: '长'.repeat(128) }],
    ['unknown', { unknown: 1 }],
    ['time_expire', { time_expire: '2026-11-22 15:00:00' }],
  ])('answers PARAM_ERROR about %s', async (field, more) => {
    const answer = await send({ body: { ...order(), ...more } })
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'PARAM_ERROR', detail: { field: `/${field.replace('.', '/')}` } },
    })
  })

  it('refuses another app, and tells nothing of the orders of others', async () => {
    expect(await send({ body: { ...order(), appid: 'wx1' } })).toMatchObject({
      body: { code: 'APPID_MCHID_NOT_MATCH' },
    })
    await send()
    const path = '/v3/pay/transactions/out-trade-no/R2026001?mchid=1'
    expect(await send({ method: 'GET', path })).toMatchObject({ status: 400 })
    expect(await send({ method: 'GET', path: '/v3/nothing' })).toMatchObject({ status: 404 })
  })

  it('finds a trade by its own number too', async () => {
    await send()
    const paid = await sandbox.post('/payments/wechat/__ctl/merchants/default/pay', { trade: 'R2026001' })
    const { trade } = (await paid.json()) as { trade: { transactionId: string } }
    const path = `/v3/pay/transactions/id/${trade.transactionId}?mchid=${keys.merchantId}`
    expect(await send({ method: 'GET', path })).toMatchObject({
      body: { out_trade_no: 'R2026001', trade_state: 'SUCCESS' },
    })
  })
})
