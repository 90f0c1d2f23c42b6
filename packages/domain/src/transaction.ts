import type { DomainContext, TxContext } from './context.ts'

/** Runs `work` in one READ COMMITTED transaction; throws roll it back. Keep it short: 5 s at most, then the database cuts it. */
export function inTransaction<T>(
  ctx: Pick<DomainContext, keyof TxContext>,
  work: (tx: TxContext) => Promise<T>,
): Promise<T> {
  return ctx.prisma.$transaction(
    (prisma) => work({ prisma, clock: ctx.clock, newId: ctx.newId, settings: ctx.settings }),
    { maxWait: 5_000, timeout: 5_000 },
  )
}
