import { createPrivateKey, createPublicKey } from 'node:crypto'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { describe, expect, it } from 'vitest'
import { newRsaKeys } from '../testing/rsa-keys.ts'
import { decryptSealed } from './decrypt.ts'
import { authorizationOf, isSignedBy } from './signature.ts'

const keys = newRsaKeys()
const apiV3Key = '0123456789abcdef0123456789ABCDEF'

describe('against another implementation of the same interface', () => {
  it.each([
    ['POST', 'https://api.mch.weixin.qq.com/v3/pay/transactions/native', '{"description":"积分充值 100"}'],
    ['GET', 'https://api.mch.weixin.qq.com/v3/pay/transactions/out-trade-no/R%7C1?mchid=1900000001', ''],
  ])('what we sign of a %s is what it checks', (method, address, body) => {
    const url = new URL(address)
    const authorization = authorizationOf({
      method,
      url,
      body,
      merchantId: '1900000001',
      merchantSerial: '5A',
      privateKey: createPrivateKey(keys.privateKey),
      now: new Date('2026-11-22T07:01:09.900Z'),
    })
    const fields = Object.fromEntries(
      [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
    expect(fields).toMatchObject({ mchid: '1900000001', serial_no: '5A', timestamp: '1795330869' })
    const covered = Formatter.request(method, url.pathname + url.search, '1795330869', fields.nonce_str ?? '', body)
    expect(Rsa.verify(covered, fields.signature ?? '', keys.publicKey)).toBe(true)
  })

  it('what it signs is what we check, and nothing else', () => {
    const body = Buffer.from('{"code_url":"weixin://wxpay/bizpayurl?pr=1"}')
    const covered = Formatter.response('1795330869', 'nonce', body.toString())
    const stamp = {
      timestamp: '1795330869',
      nonce: 'nonce',
      serial: 'PUB_KEY_ID_1',
      signature: Rsa.sign(covered, keys.privateKey),
    }
    const key = createPublicKey(keys.publicKey)
    expect(isSignedBy(key, stamp, body)).toBe(true)
    expect(isSignedBy(key, { ...stamp, nonce: 'other' }, body)).toBe(false)
    expect(isSignedBy(key, stamp, body.subarray(1))).toBe(false)
    expect(isSignedBy(createPublicKey(newRsaKeys().publicKey), stamp, body)).toBe(false)
  })

  it.each(['transaction', ''])('what it encrypts with associated data %j is what we read', (context) => {
    const text = '{"out_trade_no":"R2026","trade_state_desc":"支付成功"}'
    const ciphertext = Aes.AesGcm.encrypt(text, apiV3Key, 'fdasflkja484', context)
    const sealed = {
      algorithm: 'AEAD_AES_256_GCM',
      nonce: 'fdasflkja484',
      associated_data: context,
      ciphertext,
    } as const
    const key = Buffer.from(apiV3Key)
    expect(decryptSealed(key, sealed)).toBe(text)
    expect(decryptSealed(key, { ...sealed, associated_data: 'x' })).toBeNull()
    expect(decryptSealed(Buffer.alloc(32), sealed)).toBeNull()
    expect(decryptSealed(key, { ...sealed, ciphertext: 'AAAA' })).toBeNull()
  })
})
