import type {
  EvidenceKind,
  HistorySource,
  PublicationReason,
  PublicationStatus,
} from '@mozhou/contracts/publications/kinds'
import { watchDays } from '@mozhou/contracts/publications/kinds'
import type { Wording } from '@mozhou/contracts/wording'
import type { Standing } from '@mozhou/integrations/publishing/port'
import type { TxContext } from '../context.ts'
import type { LockedPublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { toJson } from './to-json.ts'
import { storeEvidence } from './store-evidence.ts'

interface Heard {
  standing: Standing
  kind: EvidenceKind
  source: HistorySource
}

const dayMs = 86_400_000
const usualPauseMs = 60_000
/** The platform did not know it, so often in a row: then it is not there. */
const mostAbsences = 3

/**
 * What a platform says of a publication, whoever heard it, written down once with its evidence. Late and repeated words change nothing but
 * the list of what was seen. In the transaction of whoever holds the row.
 */
export async function concludeStanding(
  ctx: PublicationsContext,
  tx: TxContext,
  row: LockedPublication,
  { standing, kind, source }: Heard,
): Promise<PublicationStatus> {
  const { state, ref, url, evidence } = standing
  const isPublished = state === 'published'
  const evidenceId = await storeEvidence(tx, row.id, {
    kind,
    evidence,
    confirms: isPublished ? 'platform_confirmed' : null,
    externalId: ref.id,
    url,
  })
  const known = { ref: toJson(ref), refId: ref.id, url: url ?? row.url }
  row.ref = ref
  row.url = known.url
  if (state === 'absent') {
    await concludeAbsent(ctx, tx, row, { ...known, evidenceId, source })
    return row.status
  }
  if (isPublished) {
    await conclude(tx, row, { evidenceId, source, known, watch: ctx.connectors[row.platform]?.facts.watch ?? null })
    return row.status
  }
  const now = tx.clock.now()
  const nextLookAt = standing.askAgainMs === null ? null : new Date(now.getTime() + standing.askAgainMs)
  const to = targetOf(row.status, state)
  const told = reasonOf(standing)
  const isOver = to !== 'in_review' && to !== 'awaiting_user'
  const set = { ...known, looks: 0, nextLookAt: isOver ? null : nextLookAt }
  const isMoved = to !== row.status && (await movePublication(tx, row, { to, source, evidenceId, ...told, set }))
  if (!isMoved) await keep(tx, row, to === row.status ? set : known)
  return row.status
}

/** A rejection is told apart from a removal by whether it was out before. */
function targetOf(
  from: PublicationStatus,
  state: Exclude<Standing['state'], 'published' | 'absent'>,
): PublicationStatus {
  if (state === 'removed') return from === 'published' ? 'removed' : 'rejected'
  return state
}

function reasonOf({ state, actor, reason }: Standing): { reason: PublicationReason | null; detail: Wording | null } {
  const detail = reason === null ? null : { zh: reason, en: reason }
  switch (state) {
    case 'rejected':
      return { reason: 'review_refused', detail }
    case 'removed':
      return { reason: actor === 'user' ? 'removed_by_person' : 'removed_by_platform', detail }
    case 'failed':
      return { reason: 'platform_failed', detail }
    case 'expired':
      return { reason: 'handoff_expired', detail }
    case 'in_review':
    case 'awaiting_user':
    case 'published':
    case 'absent':
      return { reason: null, detail }
  }
}

interface Known {
  ref: ReturnType<typeof toJson>
  refId: string
  url: string | null
}

async function conclude(
  tx: TxContext,
  row: LockedPublication,
  given: { evidenceId: string; source: HistorySource; known: Known; watch: { forMs: number; everyMs: number } | null },
): Promise<void> {
  const { evidenceId, source, known, watch } = given
  const now = tx.clock.now()
  const forMs = Math.min(watch?.forMs ?? 0, watchDays * dayMs)
  const proof = { confirmation: 'platform_confirmed', evidenceId }
  if (row.status === 'published') {
    const isOver = row.watchedUntil === null || row.watchedUntil <= now
    const nextLookAt = watch && !isOver ? new Date(now.getTime() + watch.everyMs) : null
    // A person's word is replaced by the platform's; the platform's first word stays the proof.
    await keep(tx, row, { ...known, looks: 0, nextLookAt, ...(row.confirmation === 'user_confirmed' && proof) })
    return
  }
  await closeAttempt(tx, row.id)
  await movePublication(tx, row, {
    to: 'published',
    source,
    evidenceId,
    set: {
      ...known,
      ...proof,
      looks: 0,
      publishedAt: now,
      watchedUntil: watch ? new Date(now.getTime() + forMs) : null,
      nextLookAt: watch ? new Date(now.getTime() + watch.everyMs) : null,
    },
  })
  await tx.prisma.platformAccount.update({
    where: { id: row.accountId },
    data: { lastPublishedAt: now },
    select: { id: true },
  })
}

/** An attempt whose answer was lost has arrived after all. */
async function closeAttempt(tx: TxContext, publicationId: string): Promise<void> {
  await tx.prisma.publicationAttempt.updateMany({
    where: { publicationId, status: { in: ['submitting', 'unknown'] } },
    data: { status: 'accepted', endedAt: tx.clock.now() },
  })
}

async function concludeAbsent(
  ctx: PublicationsContext,
  tx: TxContext,
  row: LockedPublication,
  { evidenceId, source, ...known }: Known & { evidenceId: string; source: HistorySource },
): Promise<void> {
  const now = tx.clock.now()
  const looks = row.looks + 1
  const everyMs =
    row.status === 'published' ? (ctx.connectors[row.platform]?.facts.watch?.everyMs ?? dayMs) : usualPauseMs
  const isOver = row.status === 'published' && (row.watchedUntil === null || row.watchedUntil <= now)
  const nextLookAt = isOver ? null : new Date(now.getTime() + everyMs)
  if (looks < mostAbsences) return keep(tx, row, { ...known, looks, nextLookAt })
  const to = row.status === 'published' ? 'removed' : 'unconfirmed'
  const set = { ...known, looks: 0, nextLookAt: null }
  await movePublication(tx, row, { to, source, evidenceId, reason: 'not_found_there', set })
}

async function keep(
  tx: TxContext,
  { id }: LockedPublication,
  data: Parameters<TxContext['prisma']['publication']['update']>[0]['data'],
): Promise<void> {
  await tx.prisma.publication.update({ where: { id }, data, select: { id: true } })
}
