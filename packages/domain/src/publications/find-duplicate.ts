import { outStatuses } from '@mozhou/contracts/publications/kinds'
import type { TxContext } from '../context.ts'

/** The same words may go out again after so long. */
const windowMs = 30 * 86_400_000

/** What of the same content is at this account, on its way there, or perhaps there; null where there is none. */
export async function findDuplicate(
  { prisma, clock }: Pick<TxContext, 'prisma' | 'clock'>,
  { accountId, hash, except }: { accountId: string; hash: string; except?: string },
): Promise<string | null> {
  const row = await prisma.publication.findFirst({
    where: {
      accountId,
      contentHash: hash,
      ...(except !== undefined && { id: { not: except } }),
      OR: [
        { status: { in: ['scheduled', 'preparing', ...outStatuses.filter((status) => status !== 'published')] } },
        { status: 'published', publishedAt: { gt: new Date(clock.now().getTime() - windowMs) } },
      ],
    },
    select: { id: true },
  })
  return row?.id ?? null
}
