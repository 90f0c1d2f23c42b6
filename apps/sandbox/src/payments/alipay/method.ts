import type { z } from 'zod'
import type { Acting } from '../merchant.ts'
import type { AlipayAccount } from './account.ts'
import type { Found } from './reply.ts'

export interface MethodCall<T = unknown> {
  acting: Acting
  account: AlipayAccount
  biz: T
  /** All of the request, the envelope too. */
  params: Readonly<Record<string, string>>
  /** `http://host:port` as the client sees it. */
  origin: string
  faults: readonly string[]
}

export interface Method<T> {
  biz: z.ZodType<T>
  /** A page for the payer's browser instead of an answer. */
  isPage: boolean
  run(call: MethodCall<T>): Found
}
