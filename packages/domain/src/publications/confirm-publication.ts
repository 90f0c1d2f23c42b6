import { AppError } from '@mozhou/contracts/errors'
import type { ConfirmPublicationInput } from '@mozhou/contracts/publications/inputs'
import { watchDays } from '@mozhou/contracts/publications/kinds'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storeEvidence } from './store-evidence.ts'
import { permitted } from './transitions.ts'

const callMs = 15_000
const dayMs = 86_400_000

interface Own {
  userId: string
  publicationId: string
}

/**
 * The person says where it is. The host has to be the platform's, and where its pages can be read the page has to be there; that the platform
 * confirmed it is not said for that. A page with another title is a question first: nothing is recorded until the person answers it.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE, PUBLICATION_URL_REFUSED, PUBLICATION_URL_NOT_FOUND, PUBLICATION_URL_OTHER_TITLE
 */
export async function confirmPublication(
  ctx: PublicationsContext,
  { url, isOtherTitle = false, ...own }: ConfirmPublicationInput & { userId: string },
): Promise<void> {
  const { platform, title, status } = await changePublication(ctx, own, async (_tx, row) => row)
  if (!permitted(status, { isRetractable: false }).confirm) throw new AppError('PUBLICATION_STATE')
  const connector = connectorOf(ctx, platform)
  const checked = await connector.checkAddress({ url, title }, AbortSignal.timeout(callMs))
  if (checked.verdict === 'bad') {
    if (checked.why === 'page_absent') throw new AppError('PUBLICATION_URL_NOT_FOUND')
    throw new AppError('PUBLICATION_URL_REFUSED', { hosts: checked.hosts.join('、') })
  }
  if (checked.page.seen === 'other' && !isOtherTitle) {
    throw new AppError('PUBLICATION_URL_OTHER_TITLE', { title: checked.page.title })
  }
  await changePublication(ctx, own, async (tx, row) => {
    if (!permitted(row.status, { isRetractable: false }).confirm) throw new AppError('PUBLICATION_STATE')
    const evidenceId = await storeEvidence(tx, row.id, {
      kind: 'person_address',
      evidence: { ...checked.evidence, by: 'user' },
      confirms: 'user_confirmed',
      url: checked.url,
      page: checked.page.seen,
    })
    const now = tx.clock.now()
    await tx.prisma.publicationAttempt.updateMany({
      where: { publicationId: row.id, status: { in: ['submitting', 'unknown'] } },
      data: { status: 'accepted', endedAt: now },
    })
    // Only what the platform itself knows by a name of ours can be asked about later.
    const watch = row.ref === null || row.handoff?.kind === 'editor' ? null : connector.facts.watch
    await movePublication(tx, row, {
      to: 'published',
      source: 'person',
      evidenceId,
      set: {
        confirmation: 'user_confirmed',
        evidenceId,
        url: checked.url,
        publishedAt: now,
        looks: 0,
        watchedUntil: watch ? new Date(now.getTime() + Math.min(watch.forMs, watchDays * dayMs)) : null,
        nextLookAt: watch ? new Date(now.getTime() + watch.everyMs) : null,
      },
    })
    await tx.prisma.platformAccount.update({
      where: { id: row.accountId },
      data: { lastPublishedAt: now },
      select: { id: true },
    })
  })
}

/**
 * The person has looked on the platform, and it is not there: what nobody could tell before. Only after this it may be tried again.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE
 */
export async function denyPosted(ctx: PublicationsContext, own: Own): Promise<void> {
  await changePublication(ctx, own, async (tx, row) => {
    if (!permitted(row.status, { isRetractable: false }).denyPosted) throw new AppError('PUBLICATION_STATE')
    const now = tx.clock.now()
    const evidenceId = await storeEvidence(tx, row.id, {
      kind: 'person_word',
      evidence: {
        at: now.toISOString(),
        source: 'not_posted',
        by: 'user',
        httpStatus: null,
        vendorCode: null,
        requestId: null,
        answerHash: null,
      },
    })
    await tx.prisma.publicationAttempt.updateMany({
      where: { publicationId: row.id, status: { not: 'refused' } },
      data: { status: 'refused', reason: 'not_posted', endedAt: now },
    })
    await movePublication(tx, row, {
      to: 'failed',
      source: 'person',
      reason: 'not_posted',
      evidenceId,
      set: { nextLookAt: null },
    })
  })
}
