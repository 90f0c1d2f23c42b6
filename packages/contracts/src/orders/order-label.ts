import type { OrderKind } from './kinds.ts'
import { yuanText } from './prices.ts'

/** What operators read of an order in the Temporal UI, e.g. `充值 · ¥100.00`. */
export function orderLabel({ kind, payableFen }: { kind: OrderKind; payableFen: number }): string {
  return `${kind === 'recharge' ? '充值' : '会员'} · ¥${yuanText(payableFen)}`
}
