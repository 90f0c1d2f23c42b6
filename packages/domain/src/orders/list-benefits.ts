import type { BenefitDto } from '@mozhou/contracts/orders/sale-answers'
import type { DomainContext } from '../context.ts'
import { listEarlyFeatures } from '../features/list-features.ts'
import { membersAnswerTime } from '../support/answer-times.ts'

/** What a membership brings now, in the order in which it is said where it is sold. */
export async function listBenefits(ctx: DomainContext): Promise<BenefitDto[]> {
  const { concurrencyLimit, memberDailyLimit } = ctx.settings
  const [models, support, features] = await Promise.all([
    ctx.prisma.aiModel.count({ where: { isMembersOnly: true, isEnabled: true, deletedAt: null } }),
    membersAnswerTime(ctx),
    listEarlyFeatures(ctx),
  ])
  return [
    { kind: 'free' },
    ...(models > 0 ? [{ kind: 'models' as const, count: models }] : []),
    { kind: 'queue' },
    { kind: 'concurrency', ...concurrencyLimit },
    { kind: 'support', ...support },
    { kind: 'early', features },
    { kind: 'fair_use', dailyLimit: memberDailyLimit },
  ]
}
