import type { LedgerAuditDto } from '@mozhou/contracts/credits/answers'
import type { DomainContext } from '../context.ts'
import { auditAccountBatch } from './audit-accounts.ts'
import type { AuditedBatch } from './audit-accounts.ts'
import { auditGenerationBatch } from './audit-generations.ts'
import { auditOrderBatch } from './audit-orders.ts'
import { auditRebateBatch } from './audit-rebates.ts'
import { auditWithdrawalBatch } from './audit-withdrawals.ts'
import type { AuditCursor, AuditState } from './audit-state.ts'
import { addSums, addTallies, auditResults, beginAudit } from './audit-state.ts'

export interface AuditBatchSize {
  accounts: number
  entries: number
  /** Also orders, withdrawals and rebates. */
  generations: number
}

/** A fraction of a second each: far below the time after which the database cuts a statement, also on a machine that is ten times slower. */
const productionBatch: AuditBatchSize = { accounts: 1_000, entries: 5_000, generations: 2_500 }

/** One batch further: reads, never writes. Null when the audit is at its end. */
export async function advanceAudit(
  ctx: Pick<DomainContext, 'prisma'>,
  state: AuditState,
  size: AuditBatchSize = productionBatch,
): Promise<AuditState | null> {
  const { cursor } = state
  if (cursor.phase === 'end') return null
  const batch = await auditBatch(ctx, cursor, size)
  return {
    cursor: batch.cursor,
    rows: state.rows + batch.rows,
    sums: addSums(state.sums, batch.sums),
    tallies: addTallies(state.tallies, batch.tallies),
  }
}

function auditBatch(
  { prisma }: Pick<DomainContext, 'prisma'>,
  cursor: Exclude<AuditCursor, { phase: 'end' }>,
  size: AuditBatchSize,
): Promise<AuditedBatch> {
  switch (cursor.phase) {
    case 'accounts':
      return auditAccountBatch(prisma, cursor, size)
    case 'generations':
      return auditGenerationBatch(prisma, cursor.after, size.generations)
    case 'orders':
      return auditOrderBatch(prisma, cursor.after, size.generations)
    case 'withdrawals':
      return auditWithdrawalBatch(prisma, cursor.after, size.generations)
    case 'rebates':
      return auditRebateBatch(prisma, cursor.after, size.generations)
  }
}

/**
 * The money invariants over every row, batch after batch. Postings meanwhile cannot make a check fail; findings are capped at 20 per
 * check. Keeps nothing: `run-audit.ts` is the audit that a person can look at and that goes on after a crash.
 */
export async function auditLedger(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  size?: AuditBatchSize,
): Promise<LedgerAuditDto> {
  const ranAt = ctx.clock.now()
  const startedAt = performance.now()
  let state = beginAudit()
  for (let next: AuditState | null = state; next; next = await advanceAudit(ctx, state, size)) state = next
  return {
    ranAt: ranAt.toISOString(),
    durationMs: Math.round(performance.now() - startedAt),
    checks: auditResults(state),
  }
}
