import type { DomainContext, TxContext } from './context.ts'
import { outages } from './outages.ts'

const limitMs = outages['postgres.transaction'].deadlineMs

/** Runs `work` in one READ COMMITTED transaction; throws roll it back. Keep it short: 5 s at most, then the database cuts it. */
export function inTransaction<T>(
  ctx: Pick<DomainContext, keyof TxContext>,
  work: (tx: TxContext) => Promise<T>,
): Promise<T> {
  return ctx.prisma.$transaction(
    (prisma) => work({ prisma, clock: ctx.clock, newId: ctx.newId, settings: ctx.settings }),
    { maxWait: limitMs, timeout: limitMs },
  )
}
