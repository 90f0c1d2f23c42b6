import type { TxContext } from '../context.ts'
import { storedEntryKind } from '../stored-columns.ts'
import type { LotEntry } from './lots.ts'

/** Everything that a person's lots are made of, in its order, with when each gift expires. */
export async function readLotEntries({ prisma }: Pick<TxContext, 'prisma'>, userId: string): Promise<LotEntry[]> {
  const [rows, expiries] = await Promise.all([
    prisma.creditEntry.findMany({
      where: { account: { userId, unit: 'credits' } },
      orderBy: { sequence: 'asc' },
      select: {
        id: true,
        kind: true,
        amount: true,
        reversesId: true,
        referenceType: true,
        referenceId: true,
        createdAt: true,
      },
    }),
    prisma.giftExpiry.findMany({ where: { userId }, select: { entryId: true, expiresAt: true } }),
  ])
  const expiresAt = new Map(expiries.map((expiry) => [expiry.entryId, expiry.expiresAt]))
  return rows.map(({ kind, referenceType, referenceId, ...row }) => ({
    ...row,
    kind: storedEntryKind(kind),
    reference: { type: referenceType, id: referenceId },
    expiresAt: expiresAt.get(row.id) ?? null,
  }))
}
