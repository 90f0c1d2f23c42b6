import type { Channel } from './port.ts'

/** What the sandbox tells of one of its merchants; the names are those of the channel's configuration. */
export type SandboxKeys = Readonly<Record<string, string>>

const timeoutMs = 5000

/**
 * Keys of a merchant of the sandbox, for development and tests: it derives them from a seed, so that they outlive its restarts.
 * Throws an Error when the sandbox does not answer.
 */
export async function readSandboxKeys(
  sandboxUrl: string,
  channel: Channel,
  merchant = 'default',
): Promise<SandboxKeys> {
  const url = `${sandboxUrl.replace(/\/+$/, '')}/payments/${channel}/__ctl/merchants/${merchant}`
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`the sandbox gives no keys for ${channel}: HTTP ${response.status}`)
  const keys: unknown = await response.json()
  return readStrings(keys)
}

function readStrings(keys: unknown): SandboxKeys {
  const pairs = typeof keys === 'object' && keys !== null ? Object.entries(keys) : []
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

function required(keys: SandboxKeys, name: string): string {
  const value = keys[name]
  if (value === undefined) throw new Error(`the sandbox names no ${name}`)
  return value
}

const systemClock = { now: () => new Date() }
/** How a client reaches the sandbox, and says so. */
const access = { network: 'private', isSandbox: true } as const

export function sandboxAlipayConfig(keys: SandboxKeys, clock: { now(): Date } = systemClock) {
  return {
    ...access,
    clock,
    offersAgreements: true,
    appId: required(keys, 'appId'),
    sellerId: required(keys, 'sellerId'),
    gateway: required(keys, 'gateway'),
    appPrivateKey: required(keys, 'appPrivateKey'),
    alipayPublicKey: required(keys, 'alipayPublicKey'),
    certificates: { appSerial: required(keys, 'appCertSn'), rootSerial: required(keys, 'rootCertSn') },
  }
}

/** With the public key, as new merchants have it; what a test says of certificates is laid over it. */
export function sandboxWechatConfig(keys: SandboxKeys, clock: { now(): Date } = systemClock) {
  return {
    ...access,
    clock,
    appId: required(keys, 'appId'),
    merchantId: required(keys, 'merchantId'),
    merchantPrivateKey: required(keys, 'merchantPrivateKey'),
    merchantSerial: required(keys, 'merchantSerial'),
    apiV3Key: required(keys, 'apiV3Key'),
    publicKey: { id: required(keys, 'publicKeyId'), key: required(keys, 'publicKey') },
    usesCertificates: false,
    allowsH5: true,
    offersTransfers: true,
    appSecret: required(keys, 'appSecret'),
    baseUrl: required(keys, 'baseUrl'),
  }
}
