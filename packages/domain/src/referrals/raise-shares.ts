import type { RebateLevel } from '@mozhou/contracts/referrals/kinds'
import { takeBoost } from '../campaigns/boost-rebates.ts'
import type { TxContext } from '../context.ts'
import { rebateAt } from '../referral-rules/ordinary-shares.ts'
import type { OrdinaryShares } from '../referral-rules/ordinary-shares.ts'

/** What somebody is owed of an order. */
export interface Share {
  level: RebateLevel
  beneficiaryId: string
  rateBp: number | null
  amount: number
  /** By which a campaign made it more than the rules do. */
  participationId?: string | null
  /** The campaign that did, or would have while its budget bore it. */
  campaign?: { name: string; isCovered: boolean }
}

/**
 * The shares of an order as they are born: what the rules give, or more where a campaign runs whose budget bears it; where it does not any
 * more the shares stay, and name it, so that it is said. Of rebates that are coupons only the welcome is raised.
 */
export async function raiseShares(
  tx: TxContext,
  { shares, ...order }: { orderId: string; referrerId: string; ordinary: OrdinaryShares; shares: readonly Share[] },
): Promise<readonly Share[]> {
  const { ordinary } = order
  const taken = await takeBoost(tx, order)
  if (taken === null) return shares
  const { name, offered, participationId } = taken
  return shares.map((share) => {
    const more = share.level === 0 ? offered.welcomeCredits : share.level === 1 ? offered.rateBp : null
    if (more === null) return share
    if (participationId === null) return { ...share, campaign: { name, isCovered: false } }
    const raised = share.level === 0 ? { amount: more } : { rateBp: more, amount: rebateAt(ordinary, more) }
    return { ...share, ...raised, participationId, campaign: { name, isCovered: true } }
  })
}
