import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@mozhou/contracts/errors'
import type { PlatformRuleChangeDto } from '@mozhou/contracts/platform-rules/answers'
import type { SetPlatformRuleInput } from '@mozhou/contracts/platform-rules/inputs'
import { Prisma } from '@mozhou/db/client'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { changeSelect, toChangeDto } from './current-changes.ts'
import { listRuleChanges } from './list-rule-changes.ts'
import { refuseWrongRule } from './refuse-nonsense.ts'
import { dropKeptRules } from './rules-cache.ts'

/**
 * An operator switches a rule off, moves its bounds, its severity or its days, or takes such a change back. It holds with the next check. Of two who
 * change one rule at once the second is told.
 * @throws AppError PLATFORM_RULE_CHANGED, PLATFORM_RULE_UNCHANGED, and those of `refuseWrongRule`.
 */
export async function setPlatformRule(
  ctx: DomainContext,
  input: SetPlatformRuleInput & { actor: Actor },
): Promise<PlatformRuleChangeDto[]> {
  refuseWrongRule(input)
  await inTransaction(ctx, async (tx) => {
    await lockPlatformRules(tx)
    const last = await lastChange(tx, input)
    if ((last?.number ?? 0) !== input.before) throw new AppError('PLATFORM_RULE_CHANGED', { rule: input.code })
    if (isDeepStrictEqual(last?.difference ?? null, input.difference))
      throw new AppError('PLATFORM_RULE_UNCHANGED', { rule: input.code })
    await writeChange(tx, input, last)
  })
  await dropKeptRules(ctx)
  return listRuleChanges(ctx)
}

/** Numbers stay without gaps, and whoever reads the last one has read all before it. */
export async function lockPlatformRules(tx: TxContext): Promise<void> {
  await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('platform-rules', 2))`
}

async function lastChange(
  tx: TxContext,
  { code, platform }: Pick<SetPlatformRuleInput, 'code' | 'platform'>,
): Promise<PlatformRuleChangeDto | null> {
  const row = await tx.prisma.platformRuleChange.findFirst({
    where: { code, platform },
    orderBy: { number: 'desc' },
    select: changeSelect,
  })
  return row && toChangeDto(row)
}

async function writeChange(
  tx: TxContext,
  { code, platform, difference, reason, actor }: SetPlatformRuleInput & { actor: Actor },
  last: PlatformRuleChangeDto | null,
): Promise<void> {
  const { _max } = await tx.prisma.platformRuleChange.aggregate({ _max: { number: true } })
  await tx.prisma.platformRuleChange.create({
    data: {
      id: tx.newId(),
      number: (_max.number ?? 0) + 1,
      code,
      platform,
      difference: difference ?? Prisma.DbNull,
      reason,
      createdAt: tx.clock.now(),
      changedById: actor.userId,
    },
    select: { id: true },
  })
  await writeAuditRow(tx, {
    actorId: actor.userId,
    permission: 'platform_rule:write',
    action: difference === null ? 'platform-rule.take-back' : 'platform-rule.set',
    target: platform === null ? code : `${code}@${platform}`,
    before: { difference: last?.difference ?? null },
    after: { difference, reason },
    requestId: actor.requestId,
  })
}
