import { remindGiftDays } from '@mozhou/contracts/credits/gift-days'
import type { DomainContext, TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { allocate } from './lots.ts'
import type { Lot } from './lots.ts'
import { lockCredits } from './order-lot.ts'
import { postEntry } from './post-entry.ts'
import { readLotEntries } from './read-lot-entries.ts'

const pageSize = 200
const dayMs = 86_400_000
/** A refund gives back to a gift that has expired, and lets it live longer: so long it is looked at again. */
const watchedMs = 60 * dayMs

interface Settled {
  expired: number
  told: number
}

/** `failed`: people whose gifts could not be settled, and will be tried again with the next run. */
export interface ExpiredGifts extends Settled {
  failed: number
}

/**
 * Takes what is left of gifts whose time is over, an entry each, and tells whoever has some left that it will be. What a running generation
 * was paid with has left its gift already, and comes back to live a week longer if it is refunded. Runs by the hour, a person at a time; what
 * it does twice, or breaks off, has one effect, and a person whose turn fails keeps nobody else waiting.
 */
export async function expireGifts(ctx: DomainContext, signal?: AbortSignal): Promise<ExpiredGifts> {
  const total = { expired: 0, told: 0, failed: 0 }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const people = await findPeople(ctx, after)
    for (const { userId } of people) {
      signal?.throwIfAborted()
      try {
        const { expired, told } = await inTransaction(ctx, (tx) => settle(tx, userId))
        total.expired += expired
        total.told += told
        if (told > 0) await wakeReaders(ctx, userId)
      } catch (err) {
        total.failed += 1
        ctx.log.error({ err, userId }, 'gifts of a person could not be settled')
      }
    }
    const last = people.at(-1)
    if (!last || people.length < pageSize) return total
    after = last.userId
  }
}

/** Who has a gift that is over or nearly so, or that something came back to after it was settled. */
function findPeople(ctx: Pick<DomainContext, 'prisma' | 'clock'>, after: string): Promise<{ userId: string }[]> {
  const now = ctx.clock.now()
  const soon = new Date(now.getTime() + remindGiftDays * dayMs)
  const watchedFrom = new Date(now.getTime() - watchedMs)
  return ctx.prisma.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT g.user_id AS "userId" FROM gift_expiries g
    WHERE g.user_id > ${after}::uuid AND (
      (g.settled_at IS NULL AND (g.expires_at <= ${now} OR (g.told_at IS NULL AND g.expires_at <= ${soon})))
      OR (g.settled_at > ${watchedFrom} AND EXISTS (
        SELECT 1 FROM credit_entries e JOIN credit_accounts a ON a.id = e.account_id
        WHERE a.user_id = g.user_id AND a.unit = 'credits' AND e.kind = 'refund' AND e.created_at >= g.settled_at)))
    ORDER BY g.user_id LIMIT ${pageSize}`
}

async function settle(tx: TxContext, userId: string): Promise<Settled> {
  await lockCredits(tx, userId)
  const { lots } = allocate(await readLotEntries(tx, userId))
  const now = tx.clock.now()
  const soon = new Date(now.getTime() + remindGiftDays * dayMs)
  const settled = { expired: 0, told: 0 }
  for (const lot of lots) {
    if (lot.expiresAt === null || lot.expiresAt > soon) continue
    const { expiresAt } = lot
    if (expiresAt <= now) {
      if (lot.left > 0) settled.expired += 1
      await expire(tx, { userId, lot, expiresAt, now })
    } else if (await tell(tx, { userId, lot, expiresAt, now })) settled.told += 1
  }
  return settled
}

interface EndingGift {
  userId: string
  lot: Lot
  expiresAt: Date
  now: Date
}

/** The key has the end in it: a gift that was given longer to live ends once more. */
async function expire(tx: TxContext, { userId, lot, expiresAt, now }: EndingGift): Promise<void> {
  if (lot.left > 0) {
    await postEntry(tx, {
      key: `gift_expired:${lot.id}:${expiresAt.getTime()}`,
      kind: 'gift_expired',
      userId,
      unit: 'credits',
      amount: -lot.left,
      reference: { type: 'gift', id: lot.id },
    })
  }
  await tx.prisma.giftExpiry.update({
    where: { entryId: lot.id },
    data: { settledAt: now },
    select: { entryId: true },
  })
}

/** Once an end, and of nothing where nothing is left. */
async function tell(tx: TxContext, { userId, lot, expiresAt, now }: EndingGift): Promise<boolean> {
  if (lot.left === 0) return false
  const key = `gift_expiring:${lot.id}:${expiresAt.getTime()}`
  const known = await tx.prisma.giftExpiry.findUniqueOrThrow({ where: { entryId: lot.id }, select: { toldAt: true } })
  const isLater = known.toldAt !== null && expiresAt.getTime() - known.toldAt.getTime() > remindGiftDays * dayMs
  if (known.toldAt !== null && !isLater) return false
  const event = { kind: 'gift_expiring' as const, params: { credits: lot.left, expiresAt: expiresAt.toISOString() } }
  await notify(tx, { userId, event, key })
  await tx.prisma.giftExpiry.update({ where: { entryId: lot.id }, data: { toldAt: now }, select: { entryId: true } })
  return true
}
