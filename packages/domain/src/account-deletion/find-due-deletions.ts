import type { DomainContext } from '../context.ts'

const atOnce = 100
/** What was in the way is looked at again after this. */
const againMs = 3_600_000

export interface DueDeletion {
  deletionId: string
  userId: string
}

/** What is to be carried out now, for the sweep: also what was begun and may have lost its workflow. */
export async function findDueDeletions(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<DueDeletion[]> {
  const now = ctx.clock.now()
  const rows = await ctx.prisma.accountDeletion.findMany({
    where: {
      dueAt: { lte: now },
      OR: [
        { status: 'removing' },
        { status: 'pending', OR: [{ triedAt: null }, { triedAt: { lte: new Date(now.getTime() - againMs) } }] },
      ],
    },
    orderBy: { dueAt: 'asc' },
    take: atOnce,
    select: { id: true, userId: true },
  })
  return rows.map(({ id, userId }) => ({ deletionId: id, userId }))
}
