import { leastGiftDays } from '@mozhou/contracts/credits/gift-days'
import type { GiftKind } from '@mozhou/contracts/credits/gift-days'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { postEntry } from './post-entry.ts'
import type { LedgerContext, PostEntry } from './post-entry.ts'
import type { PostedEntry } from './posted-entry.ts'

type PostGift = Omit<PostEntry, 'kind' | 'unit' | 'reversesId'> & {
  kind: GiftKind
  /** Whole days on Shanghai's calendar after that of the gift; null: it never expires. */
  days: number | null
}

/**
 * Gives credits, with the day on which what is left of them lapses. Part of the caller's transaction; the same key again changes nothing,
 * neither the gift nor its day.
 * @throws RangeError for fewer days than a gift has to live; what `postEntry` throws
 */
export async function postGift(ctx: LedgerContext, { days, ...gift }: PostGift): Promise<PostedEntry> {
  if (days !== null && days < leastGiftDays) throw new RangeError(`a gift lives ${leastGiftDays} days at least`)
  const entry = await postEntry(ctx, { ...gift, unit: 'credits' })
  if (days !== null && !entry.isReplay) {
    const expiresAt = dayStart(dayOf(entry.createdAt), days + 1)
    await ctx.prisma.giftExpiry.create({
      data: { entryId: entry.id, userId: gift.userId, expiresAt },
      select: { entryId: true },
    })
  }
  return entry
}
