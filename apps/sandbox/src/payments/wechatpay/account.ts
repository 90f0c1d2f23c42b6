import type { Merchant } from '../merchant.ts'
import type { Numbers } from '../numbers.ts'
import type { KeyPair } from '../seeded-keys.ts'
import type { Transfer } from '../transfer.ts'
import type { PlatformCertificate } from './certificate.ts'

/** What a person's WeChat gave out for them; once, and for five minutes. */
export interface OauthCode {
  openId: string
  expiresAt: Date
  isUsed: boolean
}

/** Where a bill may be fetched, by the token in its address. */
export interface BillLink {
  /** `flow`: what moved in the account, transfers among it. */
  kind: 'trade' | 'flow'
  day: string
  expiresAt: Date
  faults: readonly string[]
}

export interface WechatAccount extends Merchant {
  appId: string
  /** Of the official account of that id. */
  appSecret: string
  oauthCodes: Map<string, OauthCode>
  merchantSerial: string
  apiV3Key: string
  publicKeyId: string
  numbers: Numbers
  bills: Map<string, BillLink>
  /** By the merchant's own numbers. */
  transfersMade: Map<string, Transfer>
  /** Seen requests, so that a repeat of the very same one is noticed. */
  nonces: Set<string>
  merchantKeys(): KeyPair
  publicKeys(): KeyPair
  /** Signs what is meant to be found out. */
  strangeKeys(): KeyPair
  /** Newest last; it signs. */
  certificates(): PlatformCertificate[]
  /** The other way of signing notices is by certificate. */
  notifiesByPublicKey: boolean
}
