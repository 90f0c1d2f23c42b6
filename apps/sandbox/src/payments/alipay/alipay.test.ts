import { createPrivateKey, sign } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
let keys: Record<string, string>
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(async () => {
  await sandbox.control('POST', '/reset', {})
  keys = (await (await fetch(`${sandbox.url}/payments/alipay/__ctl/merchants/default`)).json()) as typeof keys
})
afterAll(async () => {
  await sandbox.stop()
  expect(sandbox.defects).toEqual([])
})

type Params = Record<string, string>

/** Written from the document of the gateway: every parameter but `sign`, without empty ones, in order. */
function signed(params: Params): Params {
  const text = Object.keys(params)
    .sort()
    .filter((name) => params[name] !== '')
    .map((name) => `${name}=${params[name]}`)
    .join('&')
  const key = createPrivateKey(keys.appPrivateKey ?? '')
  return { ...params, sign: sign('RSA-SHA256', Buffer.from(text), key).toString('base64') }
}

const beijing = (at = new Date()) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

function envelope(method: string, biz: object, more: Params = {}): Params {
  return {
    method,
    app_id: keys.appId ?? '',
    charset: 'utf-8',
    version: '1.0',
    sign_type: 'RSA2',
    timestamp: beijing(),
    biz_content: JSON.stringify(biz),
    ...more,
  }
}

async function send(params: Params) {
  const response = await fetch(`${sandbox.url}/payments/alipay/gateway.do`, {
    method: 'POST',
    body: new URLSearchParams(params),
  })
  return response.text()
}

const precreate = { out_trade_no: 'R1', total_amount: '9.90', subject: '积分/充值' }
const call = async (method: string, biz: object, more: Params = {}) =>
  JSON.parse(await send(signed(envelope(method, biz, more))))

describe('the gateway', () => {
  it('answers with escaped slashes, signed over the very characters', async () => {
    const text = await send(signed(envelope('alipay.trade.precreate', precreate)))
    expect(text).toMatch(/^\{"alipay_trade_precreate_response":\{"code":"10000".*"https:\\\/\\\/qr\.alipay\.com/)
    expect(text).toMatch(/\},"sign":"[A-Za-z0-9+/=]{344}"\}$/)
  })

  it('takes parameters from the address and from the form', async () => {
    const { biz_content: biz = '', ...query } = signed(envelope('alipay.trade.precreate', precreate))
    const url = `${sandbox.url}/payments/alipay/gateway.do?${new URLSearchParams(query).toString()}`
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ biz_content: biz }) })
    expect(await response.text()).toContain('"code":"10000"')
  })

  it.each<[string, (params: Params) => Params]>([
    ['isv.missing-sign', ({ sign: _sign, ...rest }) => rest],
    ['isv.missing-timestamp', ({ timestamp: _timestamp, ...rest }) => signed(rest)],
    ['isv.invalid-signature', (params) => ({ ...params, biz_content: '{}' })],
    ['isv.invalid-app-id', (params) => signed({ ...params, app_id: '2021999999999999' })],
    ['isv.invalid-timestamp', (params) => signed({ ...params, timestamp: beijing(new Date(Date.now() - 3_600_000)) })],
    ['isv.invalid-timestamp', (params) => signed({ ...params, timestamp: new Date().toISOString() })],
    ['isv.invalid-signature-type', (params) => signed({ ...params, sign_type: 'RSA' })],
    ['isv.invalid-method', (params) => signed({ ...params, method: 'alipay.trade.nothing' })],
    ['isv.invalid-parameter', (params) => signed({ ...params, amount: '1' })],
  ])('refuses with %s', async (code, change) => {
    const { sign: _sign, ...params } = signed(envelope('alipay.trade.precreate', precreate))
    const resigned = change(code === 'isv.invalid-signature' ? signed(params) : params)
    expect(JSON.parse(await send(resigned))).toMatchObject({ error_response: { sub_code: code } })
  })

  it.each([
    ['40001', { out_trade_no: 'R1', subject: 'x' }],
    ['40002', { ...precreate, total_amount: '9.901' }],
    ['40002', { ...precreate, total_amount: '0.00' }],
    ['40002', { ...precreate, total_amount: 9.9 }],
    ['40002', { ...precreate, out_trade_no: 'R-1' }],
    ['40002', { ...precreate, unknown: '1' }],
    ['40002', { ...precreate, time_expire: '2026-11-22T15:00:00Z' }],
  ])('answers %s to %j', async (code, biz) => {
    expect(await call('alipay.trade.precreate', biz)).toMatchObject({ alipay_trade_precreate_response: { code } })
  })

  it('refuses an order that is over before it begins, and another seller', async () => {
    const past = beijing(new Date(Date.now() - 1000))
    expect(await call('alipay.trade.precreate', { ...precreate, time_expire: past })).toMatchObject({
      alipay_trade_precreate_response: { sub_code: 'ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR' },
    })
    expect(await call('alipay.trade.precreate', { ...precreate, seller_id: '2088123' })).toMatchObject({
      alipay_trade_precreate_response: { sub_code: 'ACQ.ACCESS_FORBIDDEN' },
    })
  })

  it('demands a number for a refund in parts', async () => {
    await call('alipay.trade.precreate', precreate)
    await control('pay', { trade: 'R1' })
    expect(await call('alipay.trade.refund', { out_trade_no: 'R1', refund_amount: '1.00' })).toMatchObject({
      alipay_trade_refund_response: { code: '40001' },
    })
  })

  it('closes what was scanned and not paid in time, by itself', async () => {
    await call('alipay.trade.precreate', { ...precreate, timeout_express: '5m' })
    await control('scan', { trade: 'R1' })
    await control('advance', { ms: 300_000 })
    expect(await call('alipay.trade.query', { out_trade_no: 'R1' })).toMatchObject({
      alipay_trade_query_response: { trade_status: 'TRADE_CLOSED' },
    })
    expect(await control('pay', { trade: 'R1' })).toMatchObject({ end: 'closed' })
  })

  it('tells who finished, and refunds no more', async () => {
    await call('alipay.trade.precreate', precreate)
    await control('pay', { trade: 'R1' })
    expect(await control('refund', { trade: 'R1', amountFen: 100 })).toMatchObject({ amountFen: 100 })
    await control('finish', { trade: 'R1' })
    expect(await call('alipay.trade.query', { out_trade_no: 'R1' })).toMatchObject({
      alipay_trade_query_response: { trade_status: 'TRADE_FINISHED' },
    })
    const refund = { out_trade_no: 'R1', refund_amount: '8.90', out_request_no: 'F1' }
    expect(await call('alipay.trade.refund', refund)).toMatchObject({
      alipay_trade_refund_response: { sub_code: 'ACQ.TRADE_HAS_FINISHED' },
    })
  })

  it('keys come from a seed: the same after a reset', async () => {
    await sandbox.control('POST', '/reset', {})
    expect(await (await fetch(`${sandbox.url}/payments/alipay/__ctl/merchants/default`)).json()).toEqual(keys)
  })
})

async function control(act: string, body: object) {
  const response = await sandbox.post(`/payments/alipay/__ctl/merchants/default/${act}`, body)
  return response.json()
}

describe('the control routes', () => {
  it.each([
    [404, 'pay', { trade: 'none' }],
    [400, 'pay', {}],
    [400, 'pay', { trade: 'R1', more: 1 }],
    [400, 'settings', { firstNoticeMs: -1 }],
    [404, 'dance', {}],
  ])('answer %i to %s %j', async (status, act, body) => {
    expect((await sandbox.post(`/payments/alipay/__ctl/merchants/default/${act}`, body)).status).toBe(status)
  })

  it('take JSON only, and each merchant has its own trades', async () => {
    const url = `${sandbox.url}/payments/alipay/__ctl/merchants`
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(415)
    await call('alipay.trade.precreate', precreate)
    const other = (await (await sandbox.post('/payments/alipay/__ctl/merchants', {})).json()) as { appId: string }
    expect(other.appId).not.toBe(keys.appId)
    expect(await (await fetch(`${url}/${other.appId}/trades`)).json()).toEqual({ trades: [] })
  })
})
