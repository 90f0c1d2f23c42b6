import type { VendorAnswer } from '../../core/answer.ts'
import type { KeyPair } from '../seeded-keys.ts'
import { signText } from './sign.ts'

/** What a method found: the inner object of an answer. */
export type Found = Readonly<Record<string, unknown>>

export const success = (fields: Found): Found => ({ code: '10000', msg: 'Success', ...fields })

export const failed = (subCode: string, subMessage: string): Found => ({
  code: '40004',
  msg: 'Business Failed',
  sub_code: subCode,
  sub_msg: subMessage,
})

export const invalid = (subCode: string, subMessage: string): Found => ({
  code: '40002',
  msg: 'Invalid Arguments',
  sub_code: subCode,
  sub_msg: subMessage,
})

export const missing = (name: string): Found => ({
  code: '40001',
  msg: 'Missing Required Arguments',
  sub_code: `isv.missing-${name.replaceAll('_', '-')}`,
  sub_msg: `缺少${name}参数`,
})

export const unknownError: Found = {
  code: '20000',
  msg: 'Service Currently Unavailable',
  sub_code: 'isp.unknow-error',
  sub_msg: '系统繁忙',
}

export const tooOften: Found = {
  code: '40005',
  msg: 'Call Limited',
  sub_code: 'isv.app-call-limited',
  sub_msg: '应用调用次数超限',
}

export const wrongSignature = invalid(
  'isv.invalid-signature',
  '验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配',
)

const contentType = 'text/html;charset=utf-8'

/** Slashes are escaped, as theirs are: whoever parses and writes it again to check the signature fails. */
export function signedAnswer(method: string, found: Found, keys: KeyPair): VendorAnswer {
  const inner = JSON.stringify(found).replaceAll('/', '\\/')
  const name = `${method.replaceAll('.', '_')}_response`
  return { status: 200, contentType, headers: {}, body: `{"${name}":${inner},"sign":"${signText(inner, keys)}"}` }
}

export function unsignedAnswer(name: string, found: Found): VendorAnswer {
  return { status: 200, contentType, headers: {}, body: JSON.stringify({ [name]: found }) }
}
