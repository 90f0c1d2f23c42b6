import type { LedgerAuditDto } from '@mozhou/contracts/credits/answers'
import type { DomainContext } from '../context.ts'
import { advanceAudit } from './audit-ledger.ts'
import type { AuditBatchSize } from './audit-ledger.ts'
import { auditResults, auditState, beginAudit } from './audit-state.ts'
import type { AuditState } from './audit-state.ts'
import { expectedRows } from './expected-rows.ts'

const keptMs = 30 * 24 * 3_600_000

type AuditContext = Pick<DomainContext, 'prisma' | 'clock'>

/**
 * Takes the audit of this id to its end, from where its last stored batch left it. May be called again after a crash, and by two at
 * once: a batch counts only on top of the one it was reckoned from. Ends early, with the signal's reason, between two batches.
 */
export async function runAudit(
  ctx: AuditContext,
  input: { auditId: string; signal?: AbortSignal; size?: AuditBatchSize },
): Promise<LedgerAuditDto['checks']> {
  const { auditId: id } = input
  await createAudit(ctx, id)
  for (;;) {
    input.signal?.throwIfAborted()
    const { step, state, finishedAt } = await loadAudit(ctx, id)
    const next = await advanceAudit(ctx, state, input.size)
    if (finishedAt !== null || next === null) return auditResults(state)
    await storeBatch(ctx, { id, step, state: next })
  }
}

/** Only its first call does anything. */
export async function createAudit(ctx: AuditContext, id: string): Promise<void> {
  const now = ctx.clock.now()
  const total = await expectedRows(ctx.prisma)
  await ctx.prisma.ledgerAudit.createMany({
    data: { id, state: beginAudit(), total, startedAt: now, updatedAt: now },
    skipDuplicates: true,
  })
}

async function loadAudit(ctx: AuditContext, id: string) {
  const row = await ctx.prisma.ledgerAudit.findUniqueOrThrow({
    where: { id },
    select: { step: true, state: true, finishedAt: true },
  })
  return { ...row, state: auditState.parse(row.state) }
}

/** Nothing when another runner has stored this batch. */
async function storeBatch(ctx: AuditContext, batch: { id: string; step: number; state: AuditState }): Promise<void> {
  const { id, step, state } = batch
  const now = ctx.clock.now()
  const isAtEnd = state.cursor.phase === 'end'
  await ctx.prisma.ledgerAudit.updateMany({
    where: { id, step },
    data: { step: step + 1, state, updatedAt: now, finishedAt: isAtEnd ? now : null },
  })
  if (isAtEnd)
    await ctx.prisma.ledgerAudit.deleteMany({ where: { startedAt: { lt: new Date(now.getTime() - keptMs) } } })
}
