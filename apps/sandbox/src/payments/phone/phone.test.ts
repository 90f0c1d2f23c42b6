import { createPrivateKey, sign } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.control('POST', '/reset', {}))
afterAll(async () => {
  await sandbox.stop()
  expect(sandbox.defects).toEqual([])
})

/** An order at WeChat Pay's native interface; what it takes is written down in its own tests. */
async function placeOrder(orderNo: string): Promise<string> {
  const room = `${sandbox.url}/payments/wechat`
  const keys = (await (await fetch(`${room}/__ctl/merchants/default`)).json()) as Record<string, string>
  const body = JSON.stringify({
    appid: keys.appId,
    mchid: keys.merchantId,
    description: '<b>积分</b>',
    out_trade_no: orderNo,
    notify_url: 'http://127.0.0.1:9/cb',
    amount: { total: 990, currency: 'CNY' },
  })
  const path = '/v3/pay/transactions/native'
  const stamp = String(Math.floor(Date.now() / 1000))
  const text = `POST\n${path}\n${stamp}\n${orderNo}\n${body}\n`
  const signature = sign('RSA-SHA256', Buffer.from(text), createPrivateKey(keys.merchantPrivateKey ?? '')).toString(
    'base64',
  )
  const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${keys.merchantId}",nonce_str="${orderNo}",signature="${signature}",timestamp="${stamp}",serial_no="${keys.merchantSerial}"`
  const response = await fetch(room + path, {
    method: 'POST',
    body,
    headers: { authorization, accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'test' },
  })
  return ((await response.json()) as { code_url: string }).code_url
}

const open = async (query = '') => (await fetch(`${sandbox.url}/payments/phone${query}`)).text()
const press = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.url}/payments/phone/act`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
    redirect: 'manual',
  })

describe("the buyer's phone", () => {
  it('opens what a QR says or an order number, lists what is recent, and says what it does not know', async () => {
    const code = await placeOrder('R2026001')
    expect(await open()).toContain('R2026001')
    for (const name of [code, 'R2026001']) {
      const html = await open(`?code=${encodeURIComponent(name)}`)
      expect(html).toContain('9.90')
      expect(html).toContain('&lt;b&gt;积分')
      expect(html).toContain('确认付款')
    }
    expect(await open('?code=<x>')).toContain('没有这个二维码或订单：&lt;x&gt;')
  })

  it.each([
    ['pay', 'end=paid', '付款成功'],
    ['refuse', 'end=refused', '已取消付款'],
    ['pay-twice', 'end=already_paid', '已经付过'],
    ['pay-late', 'end=paid', '付款成功'],
    ['pay-less', 'end=paid', '9.89'],
  ])('%s', async (act, end, words) => {
    await placeOrder('R2026002')
    const response = await press({ code: 'R2026002', act, notice: '' })
    const location = response.headers.get('location') ?? ''
    expect(response.status).toBe(303)
    expect(location).toContain(end)
    expect(await (await fetch(sandbox.url + location)).text()).toContain(words)
  })

  it('lets a notice go wrong, once, for this order', async () => {
    await placeOrder('R2026003')
    await press({ code: 'R2026003', act: 'pay', notice: 'notice-lost' })
    const url = `${sandbox.url}/payments/wechat/__ctl/merchants/default/notices`
    expect(await (await fetch(url)).json()).toEqual({ notices: [] })
    await press({ code: 'R2026003', act: 'pay' })
    expect(await (await fetch(url)).json()).toMatchObject({ notices: [{ orderNo: 'R2026003', event: 'paid' }] })
  })

  it("does not take another origin's form, and has no script", async () => {
    await placeOrder('R2026004')
    await press({ code: 'R2026004', act: 'pay' }, { 'sec-fetch-site': 'cross-site' })
    const html = await open('?code=R2026004')
    expect(html).toContain('待付款')
    expect(html).not.toMatch(/<script|\son\w+=|style=/)
    const page = await fetch(`${sandbox.url}/payments/phone`)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await fetch(`${sandbox.url}/payments/phone/phone.css`)).status).toBe(200)
  })
})
