import type { TxContext } from '../context.ts'
import { allocate } from './lots.ts'
import type { LotEntry } from './lots.ts'
import { readLotEntries } from './read-lot-entries.ts'

/** The credits of one order: what came with it, and what became of that. */
export interface OrderLot {
  /** Bought, and given besides; less what was taken back of each. */
  paid: number
  bonus: number
  /** Everything that came with it, taken back or not. */
  given: number
  /** Still there. */
  unused: number
  /** What generations, and whatever else takes credits, drew from it. */
  used: number
}

/** Nothing moves a person's credits until commit. Before their lots are read to decide by them. */
export async function lockCredits(tx: Pick<TxContext, 'prisma'>, userId: string): Promise<void> {
  await tx.prisma.$executeRaw`
    SELECT 1 FROM credit_accounts WHERE user_id = ${userId}::uuid AND unit = 'credits' FOR UPDATE`
}

/** From the entries as they stand; null for an order that gave no credits. */
export async function readOrderLot(
  ctx: Pick<TxContext, 'prisma'>,
  { userId, orderId }: { userId: string; orderId: string },
): Promise<OrderLot | null> {
  const entries = await readLotEntries(ctx, userId)
  return orderLot(entries, orderId)
}

export function orderLot(entries: readonly LotEntry[], orderId: string): OrderLot | null {
  const lot = allocate(entries).lots.find(({ kind, id }) => kind === 'order' && id === orderId)
  if (lot === undefined) return null
  const own = entries.filter(({ reference }) => reference.type === 'order' && reference.id === orderId)
  const sum = (kinds: readonly string[]) =>
    own.reduce((total, { kind, amount }) => (kinds.includes(kind) ? total + amount : total), 0)
  const [paid, bonus] = [sum(['recharge', 'clawback_recharge']), sum(['recharge_bonus', 'clawback_bonus'])]
  return { paid, bonus, given: lot.given, unused: lot.left, used: Math.max(0, paid + bonus - lot.left) }
}
