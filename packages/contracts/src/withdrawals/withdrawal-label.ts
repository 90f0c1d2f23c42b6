import { yuanText } from '../orders/prices.ts'

/** What operators read of a withdrawal in the Temporal UI, e.g. `提现 · ¥70.00`. */
export function withdrawalLabel({ amountFen, attempt }: { amountFen: number; attempt: number }): string {
  return `提现 · ¥${yuanText(amountFen)}${attempt === 1 ? '' : ` · 第 ${attempt} 次`}`
}
