import type { Prisma } from '@mozhou/db/client'
import { returnAddition } from '../campaigns/return-addition.ts'
import type { TxContext } from '../context.ts'
import { storedLevel } from '../referral-rules/stored-referrals.ts'

/** Of a rebate that ends unpaid: what a campaign added to it goes back to that campaign. */
export async function returnAdded(
  tx: TxContext,
  { participationId, level }: Pick<Prisma.RebateGetPayload<object>, 'participationId' | 'level'>,
): Promise<void> {
  if (participationId !== null) await returnAddition(tx, { participationId, level: storedLevel(level) })
}
