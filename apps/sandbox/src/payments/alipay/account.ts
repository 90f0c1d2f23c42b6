import type { Agreement } from '../agreement.ts'
import type { Merchant } from '../merchant.ts'
import type { Numbers } from '../numbers.ts'
import type { KeyPair } from '../seeded-keys.ts'
import type { Transfer } from '../transfer.ts'

/** Where a bill may be fetched, by the token in its address. */
export interface BillLink {
  /** `flow`: what moved in the account, transfers among it. */
  kind: 'trade' | 'flow'
  day: string
  expiresAt: Date
  faults: readonly string[]
}

export interface AlipayAccount extends Merchant {
  sellerId: string
  numbers: Numbers
  bills: Map<string, BillLink>
  /** By the merchant's own numbers. */
  agreementsSigned: Map<string, Agreement>
  /** Likewise. */
  transfersMade: Map<string, Transfer>
  /** Serial numbers of the certificates with which money goes out. */
  appCertSn: string
  rootCertSn: string
  appKeys(): KeyPair
  alipayKeys(): KeyPair
  /** Signs what is meant to be found out. */
  strangeKeys(): KeyPair
}
