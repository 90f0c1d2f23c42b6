import type { ParticipationDto } from '@mozhou/contracts/campaigns/answers'
import type { ParticipateInput } from '@mozhou/contracts/campaigns/inputs'
import { campaignRule, unitOf } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import { lockUser } from '../accounts/lock-user.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { dayOf } from '../shanghai-day.ts'
import { inTransaction } from '../transaction.ts'
import { isTakenByHand, whyNotOnceMore, whyNotRunning } from './campaign-rules.ts'
import type { Refusal } from './campaign-rules.ts'
import { readCampaign } from './campaign-state.ts'
import type { CampaignState } from './campaign-state.ts'
import { giveCampaignCoupon, lockCampaignCoupon, whyNoCoupon } from './give-campaign-coupon.ts'
import { participationSelect, toParticipationDto } from './participation-dto.ts'
import { postRewards } from './post-rewards.ts'
import { readStanding, readStreak } from './read-standing.ts'
import { recordParticipation } from './record-participation.ts'
import { rewardsOf } from './rewards-of.ts'

type Participate = ParticipateInput & { userId: string }

/**
 * Takes part by hand: claims a gift or a coupon, or checks in for the day on Shanghai's calendar at which the request came. One transaction:
 * the credits, then, last, the participation with its cost out of the budget. The same key again, and a second check-in on a day, give the
 * first.
 * @throws AppError CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_BEGUN, CAMPAIGN_PAUSED, CAMPAIGN_ENDED, CAMPAIGN_NOT_BY_HAND, CAMPAIGN_NOT_FOR_YOU,
 *   CAMPAIGN_LIMIT_PERSON, CAMPAIGN_LIMIT_DAY, CAMPAIGN_BUDGET_USED_UP; of a coupon COUPON_NOT_CLAIMABLE, COUPON_LIMIT_REACHED, COUPON_SOLD_OUT
 */
export async function participate(ctx: DomainContext, input: Participate): Promise<ParticipationDto> {
  // One clock for the day, the run of days and the entries, however long this waits for another request of the person.
  const now = ctx.clock.now()
  const at = { ...ctx, clock: { now: () => now } }
  const { participationId, isRepeat, isTold } = await inTransaction(at, (tx) => takePart(tx, input))
  if (isTold) await wakeReaders(ctx, input.userId)
  return readParticipation(ctx, participationId, isRepeat)
}

interface Taken {
  participationId: string
  isRepeat: boolean
  isTold: boolean
}

async function takePart(tx: TxContext, { campaignId, userId, requestKey }: Participate): Promise<Taken> {
  await tx.prisma.$executeRaw(lockUser(userId))
  const day = dayOf(tx.clock.now())
  const repeated = await findRepeated(tx, { campaignId, userId, requestKey, day })
  if (repeated !== null) return { participationId: repeated, isRepeat: true, isTold: false }
  const campaign = await readCampaign(tx, campaignId)
  if (!campaign) throw new AppError('CAMPAIGN_NOT_FOUND')
  refuse(whyNotRunning(campaign, tx.clock.now()))
  if (!isTakenByHand(campaign.rule)) throw new AppError('CAMPAIGN_NOT_BY_HAND')
  const standing = await readStanding(tx, campaign, userId)
  refuse(whyNotOnceMore(campaign, standing))
  const occasion = { userId, requestKey, day, times: standing.times }
  const given =
    campaign.kind === 'coupon' ? await giveCoupon(tx, campaign, occasion) : await give(tx, campaign, occasion)
  return { ...given, isRepeat: false }
}

interface Occasion {
  userId: string
  requestKey: string
  day: string
  times: number
}

async function give(tx: TxContext, campaign: CampaignState, { userId, requestKey, day, times }: Occasion) {
  const isCheckIn = campaign.kind === 'check_in'
  const streak = isCheckIn ? await readStreak(tx, { campaignId: campaign.id, userId, day }) : null
  const rewards = rewardsOf(campaign.rule, { day, streak })
  // The page that was pressed says what a day gave; more than that is news.
  const isTold = rewards.some(({ part }) => part === 'milestone') || !isCheckIn
  const occasion = isCheckIn ? `day:${day}` : `time:${times + 1}`
  await postRewards(tx, { campaign, userId, occasion, rewards, isTold })
  const participationId = await recordParticipation(tx, {
    campaignId: campaign.id,
    userId,
    ruleVersion: campaign.ruleVersion,
    day,
    streak,
    status: 'rewarded',
    rewards,
    requestKey,
  })
  if (participationId === null) throw new AppError('CAMPAIGN_BUDGET_USED_UP')
  return { participationId, isTold }
}

async function giveCoupon(tx: TxContext, campaign: CampaignState, { userId, requestKey, day }: Occasion) {
  const coupon = await lockCampaignCoupon(tx, { rule: campaign.rule, userId })
  const refusal = whyNoCoupon(coupon)
  if (refusal !== null) throw refusal
  const participationId = await giveCampaignCoupon(tx, { campaign, coupon, userId, day, requestKey })
  if (participationId === null) throw new AppError('CAMPAIGN_BUDGET_USED_UP')
  return { participationId, isTold: true }
}

/** What the same press, or another check-in of the day, has made already. */
async function findRepeated(
  tx: TxContext,
  { campaignId, userId, requestKey, day }: { campaignId: string; userId: string; requestKey: string; day: string },
): Promise<string | null> {
  const found = await tx.prisma.campaignParticipation.findFirst({
    where: { campaignId, userId, OR: [{ requestKey }, { checkInDay: new Date(day) }] },
    select: { id: true },
  })
  return found?.id ?? null
}

function refuse(refusal: Refusal | null): void {
  if (refusal) throw new AppError(refusal.code, refusal.params)
}

async function readParticipation(ctx: DomainContext, id: string, isRepeat: boolean): Promise<ParticipationDto> {
  const { rule, ...row } = await ctx.prisma.campaignParticipation.findUniqueOrThrow({
    where: { id },
    select: { ...participationSelect, rule: { select: { rule: true } } },
  })
  const parsed = campaignRule.parse(rule.rule)
  return toParticipationDto(row, { rule: parsed, unit: unitOf(parsed), isRepeat })
}
