import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'
import type { BenefitDto, MembershipBenefitsDto, SoldBenefitsDto } from '@mozhou/contracts/orders/sale-answers'
import type { DomainContext } from '../context.ts'
import { listEarlyFeatures } from '../features/list-features.ts'
import { areSameBenefits } from '../memberships/benefit-rules.ts'
import { currentPeriods } from '../memberships/get-membership.ts'
import { stretchesAt } from '../memberships/membership-rules.ts'
import { membersAnswerTime } from '../support/answer-times.ts'
import { listPlans } from './list-plans.ts'

/** What a person's own periods bring, and what buying brings now: the figures that an order freezes, beside what is measured at this moment. */
export async function listBenefits(ctx: DomainContext, userId: string): Promise<MembershipBenefitsDto> {
  const [periods, plans, live] = await Promise.all([currentPeriods(ctx, userId), listPlans(ctx), readLive(ctx)])
  return {
    mine: stretchesAt(periods, ctx.clock.now()).map(({ startsAt, endsAt, benefits }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      benefits: toBenefits(ctx, benefits, live),
    })),
    onSale: groupPlans(plans).map(({ benefits, ...group }) => ({
      ...group,
      benefits: toBenefits(ctx, benefits, live),
    })),
  }
}

interface PlanGroup {
  plans: SoldBenefitsDto['plans']
  benefits: PlanBenefits
}

/** Plans that bring the same are told of together. */
function groupPlans(plans: Awaited<ReturnType<typeof listPlans>>): PlanGroup[] {
  const groups: PlanGroup[] = []
  for (const { id, name, benefits } of plans) {
    const group = groups.find((other) => areSameBenefits(other.benefits, benefits))
    if (group) group.plans.push({ id, name })
    else groups.push({ plans: [{ id, name }], benefits })
  }
  return groups
}

interface Live {
  models: number
  support: Awaited<ReturnType<typeof membersAnswerTime>>
  features: Awaited<ReturnType<typeof listEarlyFeatures>>
}

async function readLive(ctx: DomainContext): Promise<Live> {
  const [models, support, features] = await Promise.all([
    ctx.prisma.aiModel.count({ where: { isMembersOnly: true, isEnabled: true, deletedAt: null } }),
    membersAnswerTime(ctx),
    listEarlyFeatures(ctx),
  ])
  return { models, support, features }
}

/** In the order in which it is said where it is sold. */
function toBenefits(
  ctx: Pick<DomainContext, 'settings'>,
  benefits: PlanBenefits,
  { models, support, features }: Live,
): BenefitDto[] {
  const { concurrency, dailyLimit, membersModels, firstInQueue, firstInSupport, earlyFeatures } = benefits
  return [
    { kind: 'free' },
    ...(membersModels && models > 0 ? [{ kind: 'models' as const, count: models }] : []),
    ...(firstInQueue ? [{ kind: 'queue' as const }] : []),
    { kind: 'concurrency', member: concurrency, free: ctx.settings.concurrencyLimit },
    ...(firstInSupport ? [{ kind: 'support' as const, ...support }] : []),
    ...(earlyFeatures ? [{ kind: 'early' as const, features }] : []),
    { kind: 'fair_use', dailyLimit },
  ]
}
