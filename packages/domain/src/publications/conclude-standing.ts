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
import { removedBy } from './removed-by.ts'
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
    meaning: state,
  })
  const known = { ref: toJson(ref), refId: ref.id, url: url ?? row.url }
  row.ref = ref
  row.url = known.url
  if (state === 'absent') {
    await concludeAbsent(ctx, tx, row, { known, evidenceId, source })
    return row.status
  }
  if (isPublished) {
    await conclude(tx, row, { evidenceId, source, known, watch: ctx.connectors[row.platform]?.facts.watch ?? null })
    return row.status
  }
  const now = tx.clock.now()
  const nextLookAt = standing.askAgainMs === null ? null : new Date(now.getTime() + standing.askAgainMs)
  const to = targetOf(row.status, standing)
  const told = reasonOf(standing, row.status)
  const isOver = to !== 'in_review' && to !== 'awaiting_user'
  const set = { ...known, looks: 0, nextLookAt: isOver ? null : nextLookAt }
  const isMoved = to !== row.status && (await movePublication(tx, row, { to, source, evidenceId, ...told, set }))
  // What it may not go to any more is no reason to ask again at once.
  if (!isMoved) await keep(tx, row, to === row.status ? set : { ...known, nextLookAt: laterLook(ctx, tx, row) })
  return row.status
}

function laterLook(ctx: PublicationsContext, tx: TxContext, { status, platform, watchedUntil }: LockedPublication) {
  const now = tx.clock.now()
  const watch = ctx.connectors[platform]?.facts.watch
  if (status !== 'published' || !watch || watchedUntil === null || watchedUntil <= now) return null
  return new Date(now.getTime() + watch.everyMs)
}

/**
 * A rejection is told apart from a removal by whether it was out before. Its author takes away what was out; of a draft that is gone, and
 * nobody says by whom, it is known that nothing is out.
 */
function targetOf(
  from: PublicationStatus,
  { state, actor }: Pick<Standing, 'state' | 'actor'>,
): Exclude<PublicationStatus, 'draft' | 'scheduled' | 'preparing' | 'submitted'> {
  if (state === 'absent') return 'unconfirmed'
  if (state === 'rejected' && wasOut(from)) return 'removed'
  if (state !== 'removed') return state
  if (from === 'published' || actor === 'user') return 'removed'
  return actor === 'platform' ? 'rejected' : 'failed'
}

/** What a platform refuses after it was out, it has taken down. */
const wasOut = (from: PublicationStatus) => from === 'published' || from === 'removed'

/** It lay among its author's drafts. */
const isWithAuthor = (status: PublicationStatus) => status === 'awaiting_user' || status === 'unconfirmed'

function reasonOf(
  { state, actor, reason }: Standing,
  from: PublicationStatus,
): { reason: PublicationReason | null; detail: Wording | null } {
  const detail = reason
  switch (state) {
    case 'rejected':
      if (wasOut(from)) return { ...removedBy('platform'), ...(detail && { detail }) }
      return { reason: 'review_refused', detail }
    case 'removed':
      if (actor === null && isWithAuthor(from)) return { reason: 'draft_gone', detail }
      return { ...removedBy(actor), ...(detail && { detail }) }
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

interface Missed {
  known: Known
  evidenceId: string
  source: HistorySource
}

const draftGone: Wording = {
  zh: '草稿箱里已经没有这篇，已发表的作品里也没有找到：可能还在审核、没有通过审核，或草稿被删除了。请到平台上看一眼。',
  en: 'It is no longer among the drafts, nor among what is published: it may be in review, refused by the review, or deleted. Look on the platform.',
}

/** Not where it should be, so often in a row: what was out is gone, and of the rest nobody knows. It is looked for further, ever more seldom. */
async function concludeAbsent(
  ctx: PublicationsContext,
  tx: TxContext,
  row: LockedPublication,
  { known, evidenceId, source }: Missed,
): Promise<void> {
  const now = tx.clock.now()
  const looks = row.looks + 1
  const after = (ms: number) => new Date(now.getTime() + ms)
  if (row.status === 'unconfirmed') {
    const isLast = looks > mostLateLooks
    return keep(tx, row, { ...known, looks, nextLookAt: isLast ? null : after(lateLookMs(looks)) })
  }
  const isOut = row.status === 'published'
  const everyMs = isOut ? (ctx.connectors[row.platform]?.facts.watch?.everyMs ?? dayMs) : usualPauseMs
  const isOver = isOut && (row.watchedUntil === null || row.watchedUntil <= now)
  if (looks < mostAbsences) return keep(tx, row, { ...known, looks, nextLookAt: isOver ? null : after(everyMs) })
  const set = { ...known, looks: 0, nextLookAt: isOut ? null : after(lateLookMs(0)) }
  const to = isOut ? 'removed' : 'unconfirmed'
  const isDraft = row.status === 'awaiting_user'
  const reason = isDraft ? 'draft_gone' : 'not_found_there'
  const detail = isDraft ? draftGone : null
  const isMoved = await movePublication(tx, row, { to, source, evidenceId, reason, detail, set })
  if (!isMoved) await keep(tx, row, { ...known, nextLookAt: null })
}

/** Some seven days of looks in all. */
const mostLateLooks = 34
const lateLookMs = (looks: number) => Math.min(600_000 * 2 ** Math.min(looks, 6), 6 * 3_600_000)

async function keep(
  tx: TxContext,
  { id }: LockedPublication,
  data: Parameters<TxContext['prisma']['publication']['update']>[0]['data'],
): Promise<void> {
  await tx.prisma.publication.update({ where: { id }, data, select: { id: true } })
}
