import { sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PaymentChannel } from '../port.ts'
import { failureOf } from '../testing/failure-of.ts'
import { listen } from '../testing/notice-server.ts'
import { newRsaKeys } from '../testing/rsa-keys.ts'
import { sampleOrder } from '../testing/sample-order.ts'
import { createAlipayChannel } from './alipay-channel.ts'

const [app, alipay] = [newRsaKeys(), newRsaKeys()]
const rsa2 = (text: string, key = alipay.privateKey) => sign('RSA-SHA256', Buffer.from(text), key).toString('base64')
let server: Server
let channel: PaymentChannel
let body = ''
let asked: URL
let form: URLSearchParams

const config = {
  appId: '2021000000000001',
  appPrivateKey: app.privateKey,
  alipayPublicKey: alipay.publicKey,
  sellerId: '2088000000000001',
  isSandbox: true,
  network: 'private' as const,
  clock: { now: () => new Date('2026-11-22T07:00:00Z') },
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    asked = new URL(request.url ?? '', 'http://127.0.0.1')
    form = new URLSearchParams(Buffer.concat(parts).toString())
    response.end(body)
  })
  channel = createAlipayChannel({ ...config, gateway: `${await listen(server)}/gateway.do` })
})
afterEach(() => {
  vi.unstubAllEnvs()
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const notExist = '{"code":"40004","msg":"Business Failed","sub_code":"ACQ.TRADE_NOT_EXIST","sub_msg":"交易不存在"}'
const order = {
  ...sampleOrder('https://x/cb'),
  orderNo: 'R20261122000001',
  expiresAt: new Date('2026-11-22T07:30:00Z'),
}

describe('requests on the wire', () => {
  it.each(['UTC', 'America/New_York'])('H 12: from %s carry envelope, business and times of Beijing', async (zone) => {
    vi.stubEnv('TZ', zone)
    const inner =
      '{"code":"10000","msg":"Success","out_trade_no":"R20261122000001","qr_code":"https:\\/\\/qr.alipay.com\\/bax00001"}'
    body = `{"alipay_trade_precreate_response":${inner},"sign":"${rsa2(inner)}"}`
    expect(await channel.createPayment(order)).toMatchObject({ qrText: 'https://qr.alipay.com/bax00001' })
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      method: 'alipay.trade.precreate',
      app_id: config.appId,
      charset: 'utf-8',
      version: '1.0',
      sign_type: 'RSA2',
      timestamp: '2026-11-22 15:00:00',
      notify_url: 'https://x/cb',
    })
    expect(JSON.parse(form.get('biz_content') ?? '')).toEqual({
      out_trade_no: 'R20261122000001',
      total_amount: '9.90',
      subject: '积分充值 100',
      time_expire: '2026-11-22 15:30:00',
    })
  })
})

describe('answers on the wire', () => {
  it('are read as they were signed, slashes, letters and all', async () => {
    body = `{"alipay_trade_query_response":${notExist},"sign":"${rsa2(notExist)}"}`
    expect(await channel.query('R20261122000001')).toMatchObject({ state: 'absent' })
  })

  it.each([
    ['unsigned', `{"alipay_trade_query_response":${notExist}}`],
    [
      'signed by the wrong key',
      `{"alipay_trade_query_response":${notExist},"sign":"${rsa2(notExist, app.privateKey)}"}`,
    ],
    [
      'written anew',
      `{"alipay_trade_query_response": ${notExist.replace('交易', '\\u4ea4\\u6613')},"sign":"${rsa2(notExist)}"}`,
    ],
    [
      'named twice',
      `{"alipay_trade_query_response":${notExist},"alipay_trade_query_response":{"code":"10000"},"sign":"${rsa2(notExist)}"}`,
    ],
    ['of another method', `{"alipay_trade_close_response":${notExist},"sign":"${rsa2(notExist)}"}`],
    ['empty', ''],
    ['a list', '[]'],
  ])('%s say nothing', async (_name, text) => {
    body = text
    expect(await failureOf(channel.query('R20261122000001'))).toEqual(['unavailable', expect.any(String)])
    expect(await failureOf(channel.createPayment(order))).toEqual(['unknown_outcome', expect.any(String)])
  })

  it("the gateway's own refusal may come unsigned", async () => {
    body =
      '{"error_response":{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-signature","sub_msg":"app_id=…"}}'
    expect(await failureOf(channel.query('R20261122000001'))).toEqual(['misconfigured', 'isv.invalid-signature'])
  })
})

describe('a bill that there is not', () => {
  it.each([
    ['2026-11-21', { day: '2026-11-21', rows: [] }],
    ['2026-11-22', 'not_ready'],
  ])('of %s: the same words mean one thing before ten the next morning, and another after', async (day, expected) => {
    const none = '{"code":"40004","msg":"Business Failed","sub_code":"isp.bill_not_exist","sub_msg":"账单不存在"}'
    body = `{"alipay_data_dataservice_bill_downloadurl_query_response":${none},"sign":"${rsa2(none)}"}`
    const bill = await channel.downloadBill(day)
    if (typeof expected === 'string') expect(bill).toBe(expected)
    else expect(bill).toMatchObject(expected)
  })
})

describe('a notice on the wire', () => {
  const fields = {
    gmt_create: '2026-11-22 15:01:02',
    charset: 'utf-8',
    gmt_payment: '2026-11-22 15:01:09',
    subject: '积分充值 100%',
    notify_time: '2026-11-22 15:01:10',
    buyer_id: '2088100000000002',
    body: '',
    invoice_amount: '9.90',
    version: '1.0',
    notify_id: '2026112200222150110000001',
    fund_bill_list: '[{"amount":"9.90","fundChannel":"ALIPAYACCOUNT"}]',
    notify_type: 'trade_status_sync',
    out_trade_no: 'R2026',
    total_amount: '9.90',
    trade_status: 'TRADE_SUCCESS',
    trade_no: '2026112222001400000000000001',
    auth_app_id: config.appId,
    receipt_amount: '9.00',
    app_id: config.appId,
    seller_id: config.sellerId,
    of_tomorrow: 'a+b&c=d',
  }
  const signedForm = (more: Record<string, string> = {}) => {
    const all: Record<string, string> = { ...fields, ...more }
    const text = Object.keys(all)
      .sort()
      .map((name) => `${name}=${all[name]}`)
      .join('&')
    return Buffer.from(new URLSearchParams({ ...all, sign_type: 'RSA2', sign: rsa2(text) }).toString())
  }
  const read = (more: Record<string, string> = {}) => channel.parseNotice({ body: signedForm(more), headers: {} })

  it('is what was to be paid, at the time of Beijing, whatever else it carries', async () => {
    expect(await read()).toEqual({
      ok: true,
      id: '2026112200222150110000001',
      notice: {
        type: 'paid',
        orderNo: 'R2026',
        transactionId: '2026112222001400000000000001',
        amountFen: 990,
        currency: 'CNY',
        appId: config.appId,
        merchantId: config.sellerId,
        paidAt: new Date('2026-11-22T07:01:09Z'),
        payerId: '2088100000000002',
      },
    })
  })

  it.each([
    [{ trade_status: 'TRADE_FINISHED' }, { type: 'paid' }],
    [{ trade_status: 'WAIT_BUYER_PAY' }, { type: 'other' }],
    [{ trade_status: 'TRADE_CLOSED' }, { type: 'closed' }],
    [{ refund_fee: '0.00' }, { type: 'paid' }],
    [
      { refund_fee: '4.00', out_biz_no: 'F1', gmt_refund: '2026-11-23 10:00:00.1' },
      { type: 'refund', refundNo: 'F1', refundFen: 400 },
    ],
    [
      { trade_status: 'TRADE_CLOSED', refund_fee: '9.90', gmt_refund: '2026-11-23 10:00:00' },
      { type: 'refund', refundNo: 'R2026' },
    ],
    [{ notify_type: 'open_app_auth_notify' }, { type: 'other' }],
  ])('with %j is %j', async (more, notice) => {
    expect(await read(more)).toMatchObject({ ok: true, notice })
  })

  it.each<Record<string, string>>([
    { total_amount: '9.9.0' },
    { trade_no: '' },
    { notify_id: '' },
    { gmt_payment: 'now', notify_time: '' },
  ])('with %j cannot be read', async (more) => expect(await read(more)).toEqual({ ok: false, reason: 'malformed' }))
})

describe('keys', () => {
  const bare = (pem: string) => pem.replaceAll(/-----[^-]+-----|\s/g, '')

  it('may be PEM or bare base64', () => {
    const spelled = { ...config, appPrivateKey: bare(app.privateKey), alipayPublicKey: bare(alipay.publicKey) }
    expect(createAlipayChannel(spelled)).toMatchObject({ channel: 'alipay', isSandbox: true })
  })

  it.each([
    ['own_public_key', { alipayPublicKey: app.publicKey }],
    ['malformed_public_key', { alipayPublicKey: 'x' }],
    ['malformed_public_key', { alipayPublicKey: alipay.privateKey }],
    ['malformed_private_key', { appPrivateKey: '' }],
  ])('%s is found before the first payment', async (code, more) => {
    const making = Promise.resolve().then(() => createAlipayChannel({ ...config, ...more }))
    expect(await failureOf(making)).toEqual(['misconfigured', code])
  })
})
