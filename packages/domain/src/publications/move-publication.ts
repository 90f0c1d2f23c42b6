import { formatId } from '@mozhou/contracts/ids'
import type { NotificationEvent } from '@mozhou/contracts/notifications/events'
import type { HistorySource, PublicationReason, PublicationStatus } from '@mozhou/contracts/publications/kinds'
import type { WebhookEvent } from '@mozhou/contracts/webhooks/kinds'
import type { Wording } from '@mozhou/contracts/wording'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { announce } from '../webhooks/announce.ts'
import type { LockedPublication } from './lock-publication.ts'
import { ownEvidence, storeEvidence } from './store-evidence.ts'
import { mayMove } from './transitions.ts'

export interface Move {
  to: PublicationStatus
  source: HistorySource
  reason?: PublicationReason | null
  detail?: Wording | null
  mediaId?: string | null
  evidenceId?: string | null
  /** Columns that change with it. */
  set?: Prisma.PublicationUncheckedUpdateInput
}

/**
 * The one place where a publication gets another state: the row, its history, what its person and their addresses are told, in the
 * transaction of whoever has its lock. @returns false, and changes nothing, where it may not go there any more
 */
export async function movePublication(tx: TxContext, row: LockedPublication, move: Move): Promise<boolean> {
  if (!mayMove(row.status, move.to)) return false
  const { to, source, reason = null, detail = null, mediaId = null } = move
  const evidenceId = move.evidenceId ?? (await seenByUs(tx, row, move))
  const now = tx.clock.now()
  const shown = detail === null ? Prisma.DbNull : { zh: detail.zh, en: detail.en }
  await tx.prisma.publication.update({
    where: { id: row.id },
    data: { status: to, reason, detail: shown, mediaId, updatedAt: now, ...move.set },
    select: { id: true },
  })
  const historyId = tx.newId()
  await tx.prisma.publicationHistory.create({
    data: {
      id: historyId,
      publicationId: row.id,
      from: row.status,
      to,
      reason,
      detail: shown,
      source,
      evidenceId,
      at: now,
    },
    select: { id: true },
  })
  row.status = to
  await tell(tx, row, { to, detail, reason, historyId })
  return true
}

/** Our own doing on the way there: its time and the attempt say all there is. Everything else is so by what was seen. */
const ownSteps: readonly PublicationStatus[] = ['draft', 'scheduled', 'preparing', 'submitted']

async function seenByUs(
  tx: TxContext,
  { id }: LockedPublication,
  { to, source, reason }: Move,
): Promise<string | null> {
  if (ownSteps.includes(to)) return null
  const isPerson = source === 'person'
  return storeEvidence(tx, id, {
    kind: isPerson ? 'person_word' : 'own_check',
    evidence: ownEvidence(reason ?? to, isPerson ? 'user' : 'service', tx.clock.now()),
  })
}

interface Told {
  to: PublicationStatus
  detail: Wording | null
  reason: PublicationReason | null
  historyId: string
}

async function tell(tx: TxContext, row: LockedPublication, told: Told): Promise<void> {
  const { userId } = row
  const stored = await tx.prisma.publication.findUniqueOrThrow({
    where: { id: row.id },
    select: { confirmation: true, url: true },
  })
  const event = noticeOf(row, told, stored.confirmation)
  const key = `publication:${told.historyId}`
  if (event) await notify(tx, { userId, event, key })
  const called = webhookOf[told.to]
  if (!called) return
  const data = {
    publicationId: formatId('publication', row.id),
    creationId: formatId('creation', row.creationId),
    accountId: formatId('platformAccount', row.accountId),
    platform: row.platform,
    status: told.to,
    confirmation: stored.confirmation,
    reason: told.reason,
    url: stored.url,
  }
  await announce(tx, { userId, event: called, key, data })
}

const webhookOf: Readonly<Partial<Record<PublicationStatus, WebhookEvent>>> = {
  published: 'publication.published',
  awaiting_user: 'publication.attention',
  needs_attention: 'publication.attention',
  unconfirmed: 'publication.attention',
  rejected: 'publication.failed',
  failed: 'publication.failed',
  expired: 'publication.failed',
  removed: 'publication.removed',
}

function noticeOf(
  { id, platform, title }: LockedPublication,
  { to, detail }: Told,
  confirmation: string | null,
): NotificationEvent | null {
  const params = { publicationId: formatId('publication', id), platform, title }
  switch (to) {
    case 'published':
      return {
        kind: 'publication_published',
        params: {
          ...params,
          confirmation: confirmation === 'platform_confirmed' ? 'platform_confirmed' : 'user_confirmed',
        },
      }
    case 'awaiting_user':
    case 'needs_attention':
    case 'unconfirmed':
      return { kind: 'publication_waiting', params: { ...params, status: to, detail } }
    case 'rejected':
    case 'failed':
    case 'expired':
      return { kind: 'publication_failed', params: { ...params, status: to, detail } }
    case 'removed':
      return { kind: 'publication_removed', params: { ...params, detail } }
    case 'draft':
    case 'scheduled':
    case 'preparing':
    case 'submitted':
    case 'in_review':
    case 'cancelled':
      return null
  }
}
