import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext, TxContext } from '../context.ts'
import { postEntry } from '../credits/post-entry.ts'
import { dayOf } from '../shanghai-day.ts'
import { whyNotOnceMore, whyNotRunning } from './campaign-rules.ts'
import { offerFor } from './offer-rules.ts'
import type { Offer, OfferCampaign } from './offer-rules.ts'
import { loadOpenCampaigns, readOpenCampaigns } from './open-campaigns.ts'
import { readStanding } from './read-standing.ts'
import { recordParticipation } from './record-participation.ts'

interface Buyer {
  userId: string
  cart: { kind: OrderKind; listFen: number }
}

/** What a checkout shows before anything is ordered: asks nothing of the database where no offer runs. */
export async function previewOffer(ctx: DomainContext, buyer: Buyer): Promise<Offer | null> {
  const isAny = (await loadOpenCampaigns(ctx)).some(({ kind }) => kind === 'recharge_offer')
  return isAny ? findOffer(ctx, buyer) : null
}

/**
 * The best offer for this person and cart at this moment, of campaigns that were not found used up before; in the order's transaction, under
 * the person's lock.
 */
export async function findOffer(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  { userId, cart }: Buyer,
  usedUp: ReadonlySet<string> = new Set(),
): Promise<Offer | null> {
  const now = ctx.clock.now()
  const usable: OfferCampaign[] = []
  for (const campaign of await readOpenCampaigns(ctx, Prisma.sql`c.kind = 'recharge_offer'`)) {
    if (usedUp.has(campaign.id) || whyNotRunning(campaign, now) !== null) continue
    if (whyNotOnceMore(campaign, await readStanding(ctx, campaign, userId)) !== null) continue
    usable.push({ ...campaign, left: campaign.budget - campaign.reserved - campaign.spent })
  }
  return offerFor(cart, usable)
}

/** Others had the last of a campaign's budget since its offer was found: the order is made anew with the next best. */
export class OfferUsedUp extends Error {
  readonly campaignId: string

  constructor(campaignId: string) {
    super(`the budget of campaign ${campaignId} does not bear its offer any more`)
    this.campaignId = campaignId
  }
}

/**
 * Holds an offer for an order, as the last statement of the transaction that makes it.
 * @throws OfferUsedUp, and the transaction is to be begun anew: what it costs and gives was frozen with this offer
 */
export async function reserveOffer(
  tx: TxContext,
  { userId, orderId, offer }: { userId: string; orderId: string; offer: Offer },
): Promise<void> {
  const held = await recordParticipation(tx, {
    campaignId: offer.campaignId,
    userId,
    ruleVersion: offer.ruleVersion,
    day: dayOf(tx.clock.now()),
    streak: null,
    status: 'reserved',
    rewards: [{ part: 'offer', amount: offer.cost, days: null, runStart: null }],
    orderId,
  })
  if (held === null) throw new OfferUsedUp(offer.campaignId)
}

interface HeldOffer {
  campaignId: string
  userId: string
  cost: number
  unit: string
}

/** The credits that an order gets on top when it is paid; 0 where it holds none. */
export async function heldBonus(tx: TxContext, orderId: string): Promise<number> {
  const held = await tx.prisma.campaignParticipation.findFirst({
    where: { orderId, status: 'reserved', campaign: { budget: { unit: 'credits' } } },
    select: { cost: true },
  })
  return held?.cost ?? 0
}

/**
 * What an order held is spent, and a bonus posted, in the transaction that fulfils it, after what was paid for and last of all; whether the
 * campaign has been paused or has ended meanwhile makes no difference. Once: whatever comes again finds nothing held.
 */
export async function spendOffer(tx: TxContext, { orderId }: { orderId: string }): Promise<void> {
  const [held] = await tx.prisma.$queryRaw<HeldOffer[]>`
    UPDATE campaign_participations p SET status = 'rewarded' FROM campaign_budgets b
    WHERE p.order_id = ${orderId}::uuid AND p.status = 'reserved' AND b.campaign_id = p.campaign_id
    RETURNING p.campaign_id AS "campaignId", p.user_id AS "userId", p.cost, b.unit`
  if (!held) return
  if (held.unit === 'credits')
    await postEntry(tx, {
      key: `order_bonus:${orderId}`,
      kind: 'recharge_bonus',
      userId: held.userId,
      unit: 'credits',
      amount: held.cost,
      reference: { type: 'order', id: orderId },
    })
  await tx.prisma.$executeRaw`
    UPDATE campaign_budgets SET reserved = reserved - ${held.cost}::int, spent = spent + ${held.cost}::int
    WHERE campaign_id = ${held.campaignId}::uuid`
}

/** What an order held that is closed unpaid goes back, once, and frees the person's place too. @returns whether there was any */
export async function releaseOffer(tx: TxContext, { orderId }: { orderId: string }): Promise<boolean> {
  const released = await tx.prisma.$executeRaw`
    WITH released AS (
      UPDATE campaign_participations SET status = 'released' WHERE order_id = ${orderId}::uuid AND status = 'reserved'
      RETURNING campaign_id, cost)
    UPDATE campaign_budgets b SET reserved = b.reserved - released.cost FROM released WHERE b.campaign_id = released.campaign_id`
  return released > 0
}

/**
 * After an order went back in full: what its offer cost, and what was added to its rebates, is there again for others, as long as the campaign
 * runs; to whom it was given stays known. One budget after the other, in the order in which a payment takes them.
 */
export async function returnOffer(tx: TxContext, { orderId }: { orderId: string }): Promise<boolean> {
  const added = await giveBack(tx, { orderId, kind: Prisma.sql`c.kind = 'referral'` })
  const offered = await giveBack(tx, { orderId, kind: Prisma.sql`c.kind <> 'referral'` })
  return added + offered > 0
}

function giveBack(tx: TxContext, { orderId, kind }: { orderId: string; kind: Prisma.Sql }): Promise<number> {
  return tx.prisma.$executeRaw`
    WITH returned AS (
      UPDATE campaign_participations p SET status = 'released' FROM campaigns c
      WHERE p.order_id = ${orderId}::uuid AND p.status = 'rewarded' AND c.id = p.campaign_id AND c.status IN ('running', 'paused') AND ${kind}
      RETURNING p.campaign_id, p.cost)
    UPDATE campaign_budgets b SET spent = b.spent - returned.cost FROM returned WHERE b.campaign_id = returned.campaign_id`
}
