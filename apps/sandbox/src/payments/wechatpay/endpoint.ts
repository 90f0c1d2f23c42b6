import type { z } from 'zod'
import type { Acting } from '../merchant.ts'
import type { WechatAccount } from './account.ts'
import type { Found } from './reply.ts'

export interface EndpointCall<T = unknown> {
  acting: Acting
  account: WechatAccount
  input: T
  /** From the path. */
  name: string
  query: URLSearchParams
  /** `http://host:port` as the client sees it. */
  origin: string
  faults: readonly string[]
}

export interface Endpoint<T> {
  input: z.ZodType<T>
  run(call: EndpointCall<T>): Found
}
