import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import type { DomainContext, TxContext } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'

/** One change of a tool's prompts at a time: numbers stay without gaps, and there is always one that is live. */
export function inPromptChange<T>(
  ctx: DomainContext,
  tool: PromptKey,
  work: (tx: TxContext) => Promise<T>,
): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${tool}, 2))`
    return work(tx)
  })
}

export async function nextNumber(tx: TxContext, tool: PromptKey): Promise<number> {
  const { _max } = await tx.prisma.promptVersion.aggregate({ where: { toolKey: tool }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}
