import type { AuditCheck } from '@mozhou/contracts/credits/kinds'
import type { LedgerAuditDto } from '@mozhou/contracts/credits/answers'
import { auditChecks } from '@mozhou/contracts/credits/kinds'
import type { DomainContext } from '../context.ts'
import type { LedgerCheck } from './audit-check.ts'
import { checkBalances, checkChains, checkNegativeBalances, checkSums } from './audit-accounts.ts'
import { checkFailedRefunded, checkRefundsMatch, checkSucceededCharged } from './audit-generations.ts'

const checks: Record<AuditCheck, LedgerCheck> = {
  entries_sum_to_zero: checkSums,
  balance_equals_entries: checkBalances,
  chain_intact: checkChains,
  failed_generations_refunded: checkFailedRefunded,
  succeeded_generations_charged_once: checkSucceededCharged,
  refund_matches_charge: checkRefundsMatch,
  no_negative_balance: checkNegativeBalances,
}

/**
 * The money invariants over every row, read-only, one after the other. Each check is one snapshot, so postings meanwhile cannot make
 * it fail; findings are capped at 20 per check.
 */
export async function auditLedger(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<LedgerAuditDto> {
  const ranAt = ctx.clock.now()
  const startedAt = performance.now()
  const results: LedgerAuditDto['checks'] = []
  for (const check of auditChecks) {
    const { checked, findings } = await checks[check](ctx.prisma)
    results.push({ check, isPassed: findings.length === 0, checked, findings })
  }
  return { ranAt: ranAt.toISOString(), durationMs: Math.round(performance.now() - startedAt), checks: results }
}
