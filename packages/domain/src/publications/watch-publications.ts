import { lookUpPublication } from './look-up-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import type { StartedPublication } from './publish.ts'

const atOnce = 50
const callMs = 30_000

/**
 * Asks about what no run waits for any more: hand-overs that a person was to finish, and what is out, for the days in which a removal is
 * told. Nothing is left of it where nothing is due.
 */
export async function watchPublications(ctx: PublicationsContext): Promise<{ looked: number }> {
  const rows = await ctx.prisma.publication.findMany({
    where: {
      nextLookAt: { lte: ctx.clock.now() },
      status: { in: ['awaiting_user', 'published', 'unconfirmed'] },
      OR: [{ refId: { not: null } }, { status: 'published', confirmation: 'user_confirmed' }],
    },
    orderBy: { nextLookAt: 'asc' },
    take: atOnce,
    select: { id: true },
  })
  for (const { id } of rows) {
    try {
      await lookUpPublication(ctx, { publicationId: id, signal: AbortSignal.timeout(callMs), source: 'sweep' })
    } catch (err) {
      ctx.log.error({ err, publicationId: id }, 'a publication could not be watched')
    }
  }
  return { looked: rows.length }
}

/** Younger ones are still in the hands of the process that made them. */
const leftAloneMs = 10_000
/** A run that is there has begun by then. */
const overdueMs = 30_000
const mostUnattended = 500

/** Those that nobody started, and those whose time has come without anybody having begun: whoever has a run keeps it. */
export async function findUnattendedPublications({
  prisma,
  clock,
}: Pick<PublicationsContext, 'prisma' | 'clock'>): Promise<StartedPublication[]> {
  const before = (ms: number) => new Date(clock.now().getTime() - ms)
  const rows = await prisma.publication.findMany({
    where: {
      OR: [
        { status: 'scheduled', runStartedAt: null, updatedAt: { lt: before(leftAloneMs) } },
        {
          status: 'scheduled',
          dueAt: { lt: before(overdueMs) },
          OR: [{ nextLookAt: null }, { nextLookAt: { lt: before(overdueMs) } }],
        },
        {
          status: { in: ['preparing', 'submitted', 'in_review'] },
          updatedAt: { lt: before(overdueMs) },
          OR: [{ nextLookAt: null }, { nextLookAt: { lt: before(overdueMs) } }],
        },
      ],
    },
    orderBy: { dueAt: 'asc' },
    take: mostUnattended,
    select: { id: true, userId: true, accountId: true, platform: true, round: true, batchId: true },
  })
  return rows.map(({ id, ...row }) => ({ publicationId: id, ...row }))
}

/** A run of each is known to be there. */
export async function markRunning(
  { prisma, clock }: Pick<PublicationsContext, 'prisma' | 'clock'>,
  publicationIds: readonly string[],
): Promise<void> {
  await prisma.publication.updateMany({
    where: { id: { in: [...publicationIds] }, runStartedAt: null },
    data: { runStartedAt: clock.now() },
  })
}

/** A platform repeats what it told for days at the most. */
const noticesKeptMs = 90 * 86_400_000

/** Ways to a platform's page that nobody went to the end of, and what platforms told long ago. */
export async function clearOldNotices({ prisma, clock }: Pick<PublicationsContext, 'prisma' | 'clock'>): Promise<void> {
  const now = clock.now()
  await prisma.platformConnection.deleteMany({ where: { expiresAt: { lt: now } } })
  await prisma.platformNotice.deleteMany({ where: { receivedAt: { lt: new Date(now.getTime() - noticesKeptMs) } } })
}
