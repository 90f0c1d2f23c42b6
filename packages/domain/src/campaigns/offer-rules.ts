import type { CampaignRule, RuleOf } from '@mozhou/contracts/campaigns/rule'
import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import { fenPerCredit } from '@mozhou/contracts/orders/prices'

/** What is about to be ordered, by its list price: nothing is off yet. */
export interface OfferCart {
  kind: OrderKind
  listFen: number
}

/** A campaign that this person may use at this moment. */
export interface OfferCampaign {
  id: string
  name: string
  ruleVersion: number
  rule: CampaignRule
  endsAt: Date
  /** What is left of its budget. */
  left: number
}

/** What an order gets of a campaign: the one or the other, and what its budget bears for it. */
export interface Offer {
  campaignId: string
  name: string
  ruleVersion: number
  discountFen: number
  bonusCredits: number
  /** In the unit of the campaign. */
  cost: number
}

/**
 * The best offer for a cart, or null. It is reckoned before any coupon, and its threshold by the list price; a coupon then takes its own off
 * the rest, with a threshold by the list price too. The largest wins, then what ends first, then the smallest id; nothing is given in part.
 */
export function offerFor(cart: OfferCart, campaigns: readonly OfferCampaign[]): Offer | null {
  if (cart.kind !== 'recharge') return null
  const offers = campaigns.flatMap((campaign) => {
    const offer = offerOf(cart, campaign)
    return offer === null || offer.cost > campaign.left ? [] : [{ offer, campaign }]
  })
  const [best] = offers.toSorted(
    (left, right) =>
      worthFen(right.offer) - worthFen(left.offer) ||
      left.campaign.endsAt.getTime() - right.campaign.endsAt.getTime() ||
      (left.campaign.id < right.campaign.id ? -1 : 1),
  )
  return best?.offer ?? null
}

function offerOf({ listFen }: OfferCart, { id, name, ruleVersion, rule }: OfferCampaign): Offer | null {
  if (rule.kind !== 'recharge_offer') return null
  const amount = tierFor(rule, listFen)
  if (amount === 0) return null
  const [discountFen, bonusCredits] = rule.reward === 'amount_off' ? [amount, 0] : [0, amount]
  return { campaignId: id, name, ruleVersion, discountFen, bonusCredits, cost: amount }
}

/** What a recharge of this list price gets: the largest of the tiers that it reaches; never more off than it costs; 0: none. */
export function tierFor({ reward, tiers }: RuleOf<'recharge_offer'>, listFen: number): number {
  const reached = tiers.filter(({ fromFen }) => listFen >= fromFen).map(({ amount }) => amount)
  const amount = Math.max(0, ...reached)
  return reward === 'amount_off' ? Math.min(amount, listFen) : amount
}

const worthFen = ({ discountFen, bonusCredits }: Offer) => discountFen + bonusCredits * fenPerCredit
