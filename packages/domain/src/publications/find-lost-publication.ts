import { AppError } from '@mozhou/contracts/errors'
import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Found, LostSubmission } from '@mozhou/integrations/publishing/port'
import type { TxContext } from '../context.ts'
import { openSession } from './account-session.ts'
import { concludeStanding } from './conclude-standing.ts'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import type { LockedPublication } from './lock-publication.ts'
import { draftHandoff } from './draft-handoff.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { publishInput } from './publish-input.ts'
import { storedUploads } from './stored-package.ts'
import { toJson } from './to-json.ts'
import { storeEvidence } from './store-evidence.ts'

/** A list is a little behind: it is asked so often. */
const mostLooks = 3

/**
 * Looks on the platform for what was sent and not answered. What is not found ends as 未确认: nobody sends it again before its person has
 * looked.
 */
export async function findLostPublication(
  ctx: PublicationsContext,
  { publicationId, pauseMs, signal }: { publicationId: string; pauseMs: number; signal: AbortSignal },
): Promise<{ status: PublicationStatus }> {
  const row = await changePublication(ctx, { publicationId }, async (_tx, current) => current)
  if (row.status !== 'submitted' || row.ref !== null) return { status: row.status }
  const found = await look(ctx, row, signal)
  return changePublication(ctx, { publicationId }, async (tx, current) => {
    if (current.status !== 'submitted' || current.ref !== null) return { status: current.status }
    await conclude(ctx, tx, current, { found, pauseMs })
    return { status: current.status }
  })
}

async function look(ctx: PublicationsContext, row: LockedPublication, signal: AbortSignal): Promise<Found> {
  const connector = connectorOf(ctx, row.platform)
  try {
    const session = await openSession(ctx, connector, row.accountId)
    return await connector.findLost(session, await lostOf(ctx, row), signal)
  } catch (cause) {
    if (!(cause instanceof VendorError || cause instanceof AppError)) throw cause
    ctx.log.info({ err: cause, publicationId: row.id }, 'a lost publication could not be looked for')
    return { found: 'unsure', evidence: null }
  }
}

async function lostOf(ctx: PublicationsContext, row: LockedPublication): Promise<LostSubmission> {
  const [stored, attempt, known] = await Promise.all([
    ctx.prisma.publication.findUniqueOrThrow({ where: { id: row.id }, select: { uploads: true } }),
    ctx.prisma.publicationAttempt.findFirstOrThrow({
      where: { publicationId: row.id },
      orderBy: { ordinal: 'desc' },
      select: { startedAt: true, endedAt: true },
    }),
    ctx.prisma.publication.findMany({
      where: { accountId: row.accountId, refId: { not: null }, id: { not: row.id } },
      orderBy: { createdAt: 'desc' },
      take: 500,
      select: { refId: true },
    }),
  ])
  return {
    input: await publishInput(ctx, row),
    uploads: storedUploads(stored.uploads) ?? { version: 1 },
    route: row.package.route,
    sentAfter: attempt.startedAt.toISOString(),
    sentBefore: (attempt.endedAt ?? ctx.clock.now()).toISOString(),
    knownIds: known.flatMap(({ refId }) => (refId === null ? [] : [refId])),
  }
}

async function conclude(
  ctx: PublicationsContext,
  tx: TxContext,
  row: LockedPublication,
  { found, pauseMs }: { found: Found; pauseMs: number },
): Promise<void> {
  if (found.found === 'one') {
    await tx.prisma.publicationAttempt.updateMany({
      where: { publicationId: row.id, status: { in: ['submitting', 'unknown'] } },
      data: { status: 'accepted', endedAt: tx.clock.now() },
    })
    const status = await concludeStanding(ctx, tx, row, {
      standing: found.standing,
      kind: 'platform_list',
      source: 'workflow',
    })
    if (status === 'awaiting_user')
      await tx.prisma.publication.update({
        where: { id: row.id },
        data: { handoff: toJson(draftHandoff(row)) },
        select: { id: true },
      })
    return
  }
  const { evidence } = found
  const evidenceId = evidence ? await storeEvidence(tx, row.id, { kind: 'platform_list', evidence }) : null
  const looks = row.looks + 1
  const now = tx.clock.now()
  if (looks < mostLooks) {
    const nextLookAt = new Date(now.getTime() + pauseMs)
    await tx.prisma.publication.update({ where: { id: row.id }, data: { looks, nextLookAt }, select: { id: true } })
    return
  }
  await tx.prisma.publicationAttempt.updateMany({
    where: { publicationId: row.id, status: 'submitting' },
    data: { status: 'unknown', reason: 'outcome_unknown', endedAt: now },
  })
  const set = { looks: 0, nextLookAt: null }
  await movePublication(tx, row, { to: 'unconfirmed', source: 'workflow', reason: 'outcome_unknown', evidenceId, set })
}
