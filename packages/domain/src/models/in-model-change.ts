import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/**
 * One change of the catalogue at a time: what a change was checked against (which model is the default, what replaces what) still
 * holds when it is written.
 */
export function inModelChange<T>(ctx: DomainContext, work: (tx: TxContext) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('models', 3))`
    return work(tx)
  })
}
