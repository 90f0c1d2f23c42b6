import type { PayoutDto } from '@mozhou/contracts/referrals/answers'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { payRebate } from './pay-rebate.ts'
import type { Payout } from './pay-rebate.ts'

const atOnce = 200

/**
 * Pays what is due, each in its own transaction: a run that dies leaves what is paid paid, and the next one goes on. Where nothing is due
 * nothing is written.
 */
export async function payRebates(
  ctx: DomainContext,
  { actor, signal }: { actor?: Actor; signal?: AbortSignal } = {},
): Promise<PayoutDto> {
  const done: PayoutDto = { paid: 0, inReview: 0, waiting: 0, expired: 0, failed: 0 }
  let batchId: string | null = null
  let after = { dueAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const due = await findDue(ctx, after)
    const last = due.at(-1)
    if (!last) break
    batchId ??= await openBatch(ctx, actor)
    for (const { id } of due) {
      signal?.throwIfAborted()
      const outcome = await payLogged(ctx, { rebateId: id, batchId })
      if (outcome !== null) done[outcome] += 1
    }
    after = last
  }
  if (batchId !== null) await closeBatch(ctx, batchId, done)
  return done
}

/** One that cannot be paid keeps nobody else waiting; the next run tries it again. */
async function payLogged(
  ctx: DomainContext,
  input: { rebateId: string; batchId: string },
): Promise<Payout | 'failed' | null> {
  try {
    return await payRebate(ctx, input)
  } catch (err) {
    ctx.log.error({ err, rebateId: input.rebateId }, 'a rebate could not be paid')
    return 'failed'
  }
}

interface Due {
  id: string
  dueAt: Date
}

/** What waits for a suspended person is not due again before its days are over, or the person is back. */
function findDue(ctx: DomainContext, after: Due): Promise<Due[]> {
  const now = ctx.clock.now()
  return ctx.prisma.$queryRaw<Due[]>`
    SELECT r.id, r.due_at AS "dueAt" FROM rebates r JOIN users u ON u.id = r.beneficiary_id JOIN referral_rules rule ON rule.id = r.rule_id
    WHERE r.status IN ('held', 'due') AND r.due_at <= ${now} AND (r.due_at, r.id) > (${after.dueAt}, ${after.id}::uuid)
      AND (r.status = 'held' OR u.status = 'active' OR r.due_at + rule.expire_days * interval '24 hours' <= ${now})
    ORDER BY r.due_at, r.id LIMIT ${atOnce}`
}

async function openBatch(ctx: DomainContext, actor: Actor | undefined): Promise<string> {
  const id = ctx.newId()
  await ctx.prisma.rebateBatch.create({
    data: { id, actorId: actor?.userId ?? null, startedAt: ctx.clock.now() },
    select: { id: true },
  })
  return id
}

async function closeBatch(ctx: DomainContext, id: string, { inReview, waiting, expired }: PayoutDto): Promise<void> {
  const finishedAt = ctx.clock.now()
  await ctx.prisma.rebateBatch.update({
    where: { id },
    data: { finishedAt, inReview, waiting, expired },
    select: { id: true },
  })
}

/** Finance asks for it now; the next run of the clock would have done the same. */
export async function payRebatesNow(ctx: DomainContext, actor: Actor): Promise<PayoutDto> {
  const done = await payRebates(ctx, { actor })
  await inTransaction(ctx, (tx) =>
    writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'rebate:review',
      action: 'rebate.pay-out',
      target: formatId('user', actor.userId),
      before: {},
      after: { ...done },
      requestId: actor.requestId,
    }),
  )
  return done
}
