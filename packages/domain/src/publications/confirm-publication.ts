import { AppError } from '@mozhou/contracts/errors'
import type { ConfirmPublicationInput } from '@mozhou/contracts/publications/inputs'
import { watchDays } from '@mozhou/contracts/publications/kinds'
import type { AddressCheck } from '@mozhou/integrations/publishing/port'
import type { TxContext } from '../context.ts'
import { claimAddress } from './claim-address.ts'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import type { LockedPublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { ownEvidence, storeEvidence } from './store-evidence.ts'
import { permitted } from './transitions.ts'

const callMs = 15_000
const dayMs = 86_400_000

interface Own {
  userId: string
  publicationId: string
}

type Given = ConfirmPublicationInput & { userId: string }
type Good = Extract<AddressCheck, { verdict: 'good' }>

/**
 * The person says where it is. The host has to be the platform's, and where its pages can be read the page has to be there; that the platform
 * confirmed it is not said for that. A page with another title is a question first: nothing is recorded until the person answers it.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE, PUBLICATION_URL_REFUSED, PUBLICATION_URL_NOT_FOUND, PUBLICATION_URL_OTHER_TITLE, PUBLICATION_URL_TAKEN,
 * PUBLICATION_URL_TAKEN_ELSEWHERE
 */
export async function confirmPublication(ctx: PublicationsContext, given: Given): Promise<void> {
  const checked = await checkGiven(ctx, given, 'confirm')
  await changePublication(ctx, given, async (tx, row) => {
    if (!permitted(row.status, row).confirm) throw new AppError('PUBLICATION_STATE')
    const evidenceId = await storeAddress(tx, row, checked)
    const now = tx.clock.now()
    await tx.prisma.publicationAttempt.updateMany({
      where: { publicationId: row.id, status: { in: ['submitting', 'unknown'] } },
      data: { status: 'accepted', endedAt: now },
    })
    const set = { publishedAt: now, ...provenColumns(ctx, row, { checked, evidenceId, from: now }) }
    await movePublication(tx, row, { to: 'published', source: 'person', evidenceId, set })
    await tx.prisma.platformAccount.update({
      where: { id: row.accountId },
      data: { lastPublishedAt: now },
      select: { id: true },
    })
  })
}

/**
 * The address that its person gave was not the right one: it is replaced, the earlier one stays among the evidence, and removals are looked
 * for at the new one. What the platform itself said is not corrected.
 * @throws as confirmPublication
 */
export async function correctAddress(ctx: PublicationsContext, given: Given): Promise<void> {
  const checked = await checkGiven(ctx, given, 'correct')
  await changePublication(ctx, given, async (tx, row) => {
    if (!permitted(row.status, row).correct) throw new AppError('PUBLICATION_STATE')
    const evidenceId = await storeAddress(tx, row, checked)
    const now = tx.clock.now()
    const data = { updatedAt: now, ...provenColumns(ctx, row, { checked, evidenceId, from: now }) }
    await tx.prisma.publication.update({ where: { id: row.id }, data, select: { id: true } })
  })
}

async function checkGiven(
  ctx: PublicationsContext,
  { url, isOtherTitle = false, ...own }: Given,
  deed: 'confirm' | 'correct',
): Promise<Good> {
  const row = await changePublication(ctx, own, async (_tx, found) => found)
  if (!permitted(row.status, row)[deed]) throw new AppError('PUBLICATION_STATE')
  const connector = connectorOf(ctx, row.platform)
  const checked = await connector.checkAddress({ url, title: row.title }, AbortSignal.timeout(callMs))
  if (checked.verdict === 'bad') {
    if (checked.why === 'page_absent') throw new AppError('PUBLICATION_URL_NOT_FOUND')
    throw new AppError('PUBLICATION_URL_REFUSED', { hosts: checked.hosts.join('、') })
  }
  if (checked.page.seen === 'other' && !isOtherTitle) {
    throw new AppError('PUBLICATION_URL_OTHER_TITLE', { title: checked.page.title })
  }
  return checked
}

async function storeAddress(tx: TxContext, row: LockedPublication, { evidence, url, page }: Good): Promise<string> {
  await claimAddress(tx, row, url)
  return storeEvidence(tx, row.id, {
    kind: 'person_address',
    evidence: { ...evidence, by: 'user' },
    confirms: 'user_confirmed',
    url,
    page: page.seen,
  })
}

function provenColumns(
  ctx: PublicationsContext,
  row: LockedPublication,
  { checked, evidenceId, from }: { checked: Good; evidenceId: string; from: Date },
) {
  // A removal is noticed where the platform knows the piece by a name of ours, or lets its page be read.
  const isKnownThere = row.ref !== null && row.handoff?.kind !== 'editor'
  const isSeen = isKnownThere || checked.page.seen !== 'unseen'
  const watch = isSeen ? (ctx.connectors[row.platform]?.facts.watch ?? null) : null
  return {
    confirmation: 'user_confirmed',
    evidenceId,
    url: checked.url,
    looks: 0,
    watchedUntil: watch ? new Date(from.getTime() + Math.min(watch.forMs, watchDays * dayMs)) : null,
    nextLookAt: watch ? new Date(from.getTime() + watch.everyMs) : null,
  }
}

/**
 * The person has looked on the platform, and it is not there: what nobody could tell before. Only after this it may be tried again.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE
 */
export async function denyPosted(ctx: PublicationsContext, own: Own): Promise<void> {
  await changePublication(ctx, own, async (tx, row) => {
    if (!permitted(row.status).denyPosted) throw new AppError('PUBLICATION_STATE')
    const now = tx.clock.now()
    const evidenceId = await storeEvidence(tx, row.id, {
      kind: 'person_word',
      evidence: ownEvidence('not_posted', 'user', now),
    })
    await tx.prisma.publicationAttempt.updateMany({
      // What the platform accepted stays accepted: the person's word is in the history and the evidence.
      where: { publicationId: row.id, status: { in: ['submitting', 'unknown'] } },
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
