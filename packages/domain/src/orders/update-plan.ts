import type { PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import type { UpdatePlanInput } from '@mozhou/contracts/orders/admin-inputs'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { readPlanRow } from './all-plans.ts'

/**
 * Changes what a plan costs, brings and is called, where it stands, and whether it is sold. Orders and periods keep what they bought.
 * @throws AppError PLAN_NOT_FOUND, PLAN_CHANGED when somebody else changed it since it was read
 */
export function updatePlan(
  ctx: DomainContext,
  { planId, version, changes, actor }: UpdatePlanInput & { actor: Actor },
): Promise<PlanRowDto> {
  const { name, priceFen, position, isOnSale, benefits } = changes
  return inTransaction(ctx, async (tx) => {
    const before = await readPlanRow(tx, planId)
    if (!before) throw new AppError('PLAN_NOT_FOUND')
    const { count } = await tx.prisma.plan.updateMany({
      where: { id: planId, version },
      data: {
        ...(name && { nameZh: name.zh, nameEn: name.en }),
        ...(priceFen !== undefined && { priceFen }),
        ...(position !== undefined && { position }),
        ...(isOnSale !== undefined && { isOnSale }),
        ...(benefits && { benefits }),
        version: { increment: 1 },
        updatedAt: tx.clock.now(),
      },
    })
    const after = await readPlanRow(tx, planId)
    if (count === 0 || !after) throw new AppError('PLAN_CHANGED')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'plan:write',
      action: 'plan.update',
      target: formatId('plan', planId),
      before: shownOf(before),
      after: shownOf(after),
      requestId: actor.requestId,
    })
    return after
  })
}

function shownOf({ name, priceFen, position, isOnSale, benefits, version }: PlanRowDto) {
  return { name, priceFen, position, isOnSale, benefits, version }
}
