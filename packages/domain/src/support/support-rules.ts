import { supportLimits } from '@mozhou/contracts/support/kinds'

const dayMs = 86_400_000

export function reopensUntil(closedAt: Date | null): Date | null {
  return closedAt && new Date(closedAt.getTime() + supportLimits.reopenDays * dayMs)
}

/** Whether another message may be written: always while it is open, and for some days after. */
export function mayGoOn({ closedAt }: { closedAt: Date | null }, now: Date): boolean {
  const until = reopensUntil(closedAt)
  return until === null || now < until
}
