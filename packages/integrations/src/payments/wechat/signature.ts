import { randomBytes, sign, verify, type KeyObject } from 'node:crypto'

/** Read once: a signature of ours and one of theirs differ in what they cover. */
const algorithm = 'RSA-SHA256'
const scheme = 'WECHATPAY2-SHA256-RSA2048'
/** Deliberately wrong signatures, to see whether a merchant looks. */
const probePrefix = 'WECHATPAY/SIGNTEST/'
export const toleranceSeconds = 300

interface Signing {
  method: string
  url: URL
  body: string
  merchantId: string
  merchantSerial: string
  privateKey: KeyObject
  now: Date
}

export function authorizationOf(request: Signing): string {
  const { method, url, body, privateKey } = request
  const timestamp = String(Math.floor(request.now.getTime() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const text = `${method}\n${url.pathname}${url.search}\n${timestamp}\n${nonce}\n${body}\n`
  const fields = {
    mchid: request.merchantId,
    nonce_str: nonce,
    signature: sign(algorithm, Buffer.from(text), privateKey).toString('base64'),
    timestamp,
    serial_no: request.merchantSerial,
  }
  const pairs = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `${scheme} ${pairs.join(',')}`
}

/** What came with an answer or a notice. */
export interface Stamp {
  timestamp: string
  nonce: string
  signature: string
  serial: string
}

/** null when any part is missing. */
export function readStamp(header: (name: string) => string | null | undefined): Stamp | null {
  const timestamp = header('wechatpay-timestamp')
  const nonce = header('wechatpay-nonce')
  const signature = header('wechatpay-signature')
  const serial = header('wechatpay-serial')
  return timestamp && nonce && signature && serial ? { timestamp, nonce, signature, serial } : null
}

export const isProbe = (stamp: Stamp) => stamp.signature.startsWith(probePrefix)

export function isTimely({ timestamp }: Stamp, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) <= toleranceSeconds
}

export function isSignedBy(key: KeyObject, { timestamp, nonce, signature }: Stamp, body: Uint8Array): boolean {
  const text = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  return verify(algorithm, text, key, Buffer.from(signature, 'base64'))
}
