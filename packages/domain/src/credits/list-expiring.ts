import type { ExpiringCreditsDto } from '@mozhou/contracts/credits/answers'
import type { DomainContext } from '../context.ts'
import { allocate } from './lots.ts'
import { readLotEntries } from './read-lot-entries.ts'

/** What of a person's credits will lapse, and when, the soonest first. What is over and not taken yet may still be spent, and is listed. */
export async function listExpiring(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId }: { userId: string },
): Promise<ExpiringCreditsDto[]> {
  // Nearly nobody has such a gift, and a long ledger is not read to find that out.
  if ((await ctx.prisma.giftExpiry.count({ where: { userId } })) === 0) return []
  const { lots } = allocate(await readLotEntries(ctx, userId))
  const credits = new Map<string, number>()
  for (const { expiresAt, left } of lots) {
    if (expiresAt === null || left === 0) continue
    const at = expiresAt.toISOString()
    credits.set(at, (credits.get(at) ?? 0) + left)
  }
  return [...credits]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([expiresAt, sum]) => ({ expiresAt, credits: sum }))
}
