import { AppError } from '@mozhou/contracts/errors'
import type { FeatureRowDto } from '@mozhou/contracts/features/answers'
import type { SetFeatureInput } from '@mozhou/contracts/features/inputs'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { listFeatures } from './list-features.ts'
import { dropFlags } from './read-flags.ts'

/**
 * An operator opens a feature, to members first or to everybody, or closes it. Of two who change it at once the second is told.
 * @throws AppError FEATURE_CHANGED
 */
export async function setFeature(
  ctx: DomainContext,
  input: SetFeatureInput & { actor: Actor },
): Promise<FeatureRowDto[]> {
  const { feature, state, before, actor } = input
  await inTransaction(ctx, async (tx) => {
    if (!(await writeFlag(tx, input))) throw new AppError('FEATURE_CHANGED', { feature })
    if (state === before) return
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'feature:write',
      action: 'feature.set',
      target: feature,
      before: { state: before },
      after: { state },
      requestId: actor.requestId,
    })
  })
  await dropFlags(ctx)
  return listFeatures(ctx)
}

/** One statement decides: the row of the state that was read, or none where it was off and never touched. */
async function writeFlag(
  tx: TxContext,
  { feature, state, before, actor }: SetFeatureInput & { actor: Actor },
): Promise<boolean> {
  const now = tx.clock.now()
  const written = await tx.prisma.$executeRaw`
    INSERT INTO feature_flags (feature, state, since, changed_by_id)
    SELECT ${feature}, ${state}, ${now}, ${actor.userId}::uuid
    WHERE ${before} = 'off' OR EXISTS (SELECT 1 FROM feature_flags WHERE feature = ${feature})
    ON CONFLICT (feature) DO UPDATE SET state = excluded.state, changed_by_id = excluded.changed_by_id,
      since = CASE WHEN feature_flags.state = excluded.state THEN feature_flags.since ELSE excluded.since END
    WHERE feature_flags.state = ${before}`
  return written > 0
}
