import type { FaultEntry } from '../core/faults/catalogue.ts'
import type { Merchant } from './merchant.ts'

/** One channel with all its merchants. */
export interface MerchantRoom {
  vendor: string
  /** Shown to payers. */
  name: string
  /** What may go wrong with what the merchant is told. */
  noticeFaults: readonly FaultEntry[]
  path: string
  /** By id; the first one is always there. */
  merchants: ReadonlyMap<string, Merchant>
  create(): Merchant
  reset(): void
  /** Things that only this channel has, by name: rotating keys and the like. */
  acts: Readonly<Record<string, (merchant: Merchant) => unknown>>
}

/** More of them than any test run makes; the oldest but the first make room. */
const mostMerchants = 2000

export function openRoom<M extends Merchant>(
  {
    acts = {},
    ...about
  }: Pick<MerchantRoom, 'vendor' | 'name' | 'path' | 'noticeFaults'> & {
    acts?: Record<string, (merchant: M) => unknown>
  },
  open: (index: number, onDefect: (cause: unknown) => void) => M,
): { room: MerchantRoom; merchants: ReadonlyMap<string, M> } {
  const merchants = new Map<string, M>()
  let last = 0
  const onDefect = (cause: unknown) => {
    // Outside any request: whoever runs the sandbox sees it as they see a crash.
    queueMicrotask(() => {
      throw cause
    })
  }
  function create(): M {
    last += 1
    const merchant = open(last, onDefect)
    merchants.set(merchant.id, merchant)
    const [, oldest] = merchants.keys()
    if (merchants.size > mostMerchants && oldest !== undefined) merchants.delete(oldest)
    return merchant
  }
  const bound = Object.entries(acts).map(([name, run]) => {
    return [
      name,
      ({ id }: Merchant) => {
        const merchant = merchants.get(id)
        return merchant ? run(merchant) : null
      },
    ] as const
  })
  const reset = () => {
    for (const merchant of merchants.values()) merchant.clear()
    merchants.clear()
    last = 0
    create()
  }
  create()
  return { room: { ...about, merchants, create, reset, acts: Object.fromEntries(bound) }, merchants }
}
