import { Aes, Wechatpay } from 'wechatpay-axios-plugin'
import { beforeAll, describe, expect, it } from 'vitest'
import { newOrderNo } from '../testing/sample-order.ts'
import { openSandboxMerchant, type SandboxMerchant } from '../testing/sandbox-merchant.ts'

let merchant: SandboxMerchant
let client: InstanceType<typeof Wechatpay>

beforeAll(async () => {
  merchant = await openSandboxMerchant('wechat')
  const {
    merchantId = '',
    merchantSerial = '',
    merchantPrivateKey = '',
    publicKeyId = '',
    publicKey = '',
  } = merchant.keys
  client = new Wechatpay({
    mchid: merchantId,
    serial: merchantSerial,
    privateKey: merchantPrivateKey,
    certs: { [publicKeyId]: publicKey },
    baseURL: `${merchant.keys.baseUrl}/`,
    headers: { 'Wechatpay-Serial': publicKeyId },
  })
})

const order = () => ({
  appid: merchant.keys.appId,
  mchid: merchant.id,
  description: '积分充值 100',
  out_trade_no: newOrderNo(),
  notify_url: 'https://shop.example/callback',
  amount: { total: 990, currency: 'CNY' },
})

/** The sandbox is played to by a client that is neither ours nor its own: what both got wrong alike would show here. */
describe("the channel's own kind of client takes the sandbox for the channel", () => {
  it('creates an order, asks for it, and is told when there is none', async () => {
    const placed = order()
    const { data } = await client.chain('v3/pay/transactions/native').post(placed)
    expect(data).toMatchObject({ code_url: expect.stringMatching(/^weixin:/) })
    const path = `v3/pay/transactions/out-trade-no/${placed.out_trade_no}`
    const params = { mchid: merchant.id }
    expect((await client.chain(path).get({ params })).data).toMatchObject({ trade_state: 'NOTPAY' })
    const unknown = client.chain('v3/pay/transactions/out-trade-no/R0000000').get({ params })
    await expect(unknown).rejects.toMatchObject({ response: { status: 404, data: { code: 'ORDER_NOT_EXIST' } } })
  })

  it('opens the certificates', async () => {
    const { data } = await client.chain('v3/certificates').get()
    const sealed = data.data[0].encrypt_certificate
    const pem = Aes.AesGcm.decrypt(
      sealed.ciphertext,
      merchant.keys.apiV3Key ?? '',
      sealed.nonce,
      sealed.associated_data,
    )
    expect(pem).toContain('BEGIN CERTIFICATE')
  })

  it('refuses an answer that another key has signed', async () => {
    const placed = order()
    await merchant.fail('forged-response', { name: placed.out_trade_no })
    await expect(client.chain('v3/pay/transactions/native').post(placed)).rejects.toThrow()
  })

  it('asks for the bill', async () => {
    const placed = order()
    await client.chain('v3/pay/transactions/native').post(placed)
    await merchant.act('settings', { isBillReady: true })
    await merchant.pay(placed.out_trade_no, { at: '2026-11-22T10:00:00+08:00' })
    const params = { bill_date: '2026-11-22', bill_type: 'ALL', tar_type: 'GZIP' }
    const { data } = await client.chain('v3/bill/tradebill').get({ params })
    expect(data).toMatchObject({ hash_type: 'SHA1', hash_value: expect.stringMatching(/^[0-9a-f]{40}$/) })
  })
})
