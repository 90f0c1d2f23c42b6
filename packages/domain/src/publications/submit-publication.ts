import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import type { PublishingConnector, Submission } from '@mozhou/integrations/publishing/port'
import type { UploadState } from '@mozhou/integrations/publishing/media-port'
import type { TxContext } from '../context.ts'
import { openSession } from './account-session.ts'
import { concludeStanding } from './conclude-standing.ts'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import type { LockedPublication } from './lock-publication.ts'
import { markUnusable } from './mark-unusable.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { toJson } from './to-json.ts'
import { publishInput } from './publish-input.ts'
import { settleRefusal } from './settle-refusal.ts'
import { storeEvidence } from './store-evidence.ts'
import { storedCapabilities, storedUploads } from './stored-package.ts'
import { refusedFor } from './vendor-refusal.ts'

interface Submitting {
  publicationId: string
  /** Whoever was cut off leaves it to be looked for after so long: by then the call itself has ended. */
  lostAfterMs: number
  signal: AbortSignal
}

/**
 * Asks the platform to publish, once. That it is asked stands in the database before it is; of several that come to do it one does, and what
 * became of a call whose answer was lost is looked for, never sent again. What is lacking shows before anything is written down.
 */
export async function submitPublication(
  ctx: PublicationsContext,
  { publicationId, lostAfterMs, signal }: Submitting,
): Promise<{ status: PublicationStatus }> {
  const known = await changePublication(ctx, { publicationId }, async (_tx, row) => row)
  if (known.status !== 'preparing') return { status: known.status }
  const connector = connectorOf(ctx, known.platform)
  const session = await openSession(ctx, connector, known.accountId)
  const input = await publishInput(ctx, known)
  const begun = await begin(ctx, known, lostAfterMs)
  if (!('uploads' in begun)) return begun
  const answer = await connector.submit(session, input, begun.uploads, signal)
  if (answer.outcome === 'refused' && answer.refusal.error.kind === 'account_disconnected')
    await markUnusable(ctx, known.accountId, connector.explain(answer.refusal.error))
  return changePublication(ctx, { publicationId }, async (tx, current) => {
    await conclude(ctx, tx, current, connector, answer)
    return { status: current.status }
  })
}

async function begin(
  ctx: PublicationsContext,
  known: LockedPublication,
  lostAfterMs: number,
): Promise<{ uploads: UploadState } | { status: PublicationStatus }> {
  return changePublication(ctx, { publicationId: known.id }, async (tx, row) => {
    const stored = await tx.prisma.publication.findUniqueOrThrow({ where: { id: row.id }, select: { uploads: true } })
    const uploads = storedUploads(stored.uploads)
    const isSame = row.status === 'preparing' && row.contentHash === known.contentHash && row.round === known.round
    if (!isSame || uploads === null) return { status: row.status }
    const now = tx.clock.now()
    const ordinal = 1 + (await tx.prisma.publicationAttempt.count({ where: { publicationId: row.id } }))
    await tx.prisma.publicationAttempt.create({
      data: {
        id: tx.newId(),
        publicationId: row.id,
        ordinal,
        route: row.package.route,
        status: 'submitting',
        startedAt: now,
      },
      select: { id: true },
    })
    const nextLookAt = new Date(now.getTime() + lostAfterMs)
    await movePublication(tx, row, { to: 'submitted', source: 'workflow', set: { nextLookAt } })
    return { uploads }
  })
}

async function conclude(
  ctx: PublicationsContext,
  tx: TxContext,
  row: LockedPublication,
  connector: PublishingConnector,
  answer: Submission,
): Promise<void> {
  switch (answer.outcome) {
    case 'accepted': {
      await endAttempt(tx, row.id, { status: 'accepted' })
      const { standing } = answer
      await concludeStanding(ctx, tx, row, { standing, kind: 'submission_answer', source: 'workflow' })
      return
    }
    case 'awaiting_user':
      await handOver(tx, row, answer)
      return
    case 'refused': {
      const { evidence, error, mediaId } = answer.refusal
      const refused = { ...refusedFor(connector, error, mediaId), ...(evidence && { evidence }) }
      const { reason, detail, vendorCode } = refused
      const shown = { zh: detail.zh, en: detail.en }
      await endAttempt(tx, row.id, { status: 'refused', reason, vendorCode, detail: shown })
      if (row.status === 'submitted') await settleRefusal(tx, row, refused, { kind: 'submission_answer' })
      return
    }
    case 'outcome_unknown':
      await tx.prisma.publication.update({
        where: { id: row.id },
        data: { nextLookAt: tx.clock.now() },
        select: { id: true },
      })
      await endAttempt(tx, row.id, { status: 'unknown', reason: 'outcome_unknown' })
  }
}

type Handed = Extract<Submission, { outcome: 'awaiting_user' }>
const firstLookMs = 60_000

/** Nothing is out until a person acts; an account that turned out to allow less is known by that from now on. */
async function handOver(
  tx: TxContext,
  row: LockedPublication,
  { ref, handoff, capability, evidence }: Handed,
): Promise<void> {
  // Where nobody but the author was handed anything, the id is our own, and no proof.
  const externalId = evidence.by === 'platform' ? ref.id : null
  const evidenceId = await storeEvidence(tx, row.id, { kind: 'submission_answer', evidence, externalId })
  await endAttempt(tx, row.id, { status: 'accepted' })
  // Where everything is done by hand there is nobody to ask.
  const nextLookAt = handoff.kind === 'editor' ? null : new Date(tx.clock.now().getTime() + firstLookMs)
  await movePublication(tx, row, {
    to: 'awaiting_user',
    source: 'workflow',
    evidenceId,
    set: { ref: toJson(ref), refId: ref.id, handoff: toJson(handoff), nextLookAt, looks: 0, ...routeOf(capability) },
  })
  if (!capability) return
  const account = await tx.prisma.platformAccount.findUniqueOrThrow({
    where: { id: row.accountId },
    select: { capabilities: true },
  })
  const others = storedCapabilities(account.capabilities).filter(
    ({ contentType }) => contentType !== capability.contentType,
  )
  await tx.prisma.platformAccount.update({
    where: { id: row.accountId },
    data: { capabilities: toJson([...others, capability]) },
    select: { id: true },
  })
}

const routeOf = (capability: Handed['capability']) => (capability ? { route: capability.route } : {})

interface AttemptEnd {
  status: 'accepted' | 'refused' | 'unknown'
  reason?: string
  vendorCode?: string | null
  detail?: { zh: string; en: string }
}

async function endAttempt(tx: TxContext, publicationId: string, end: AttemptEnd): Promise<void> {
  await tx.prisma.publicationAttempt.updateMany({
    where: { publicationId, status: { in: ['submitting', 'unknown'] } },
    data: { ...end, endedAt: tx.clock.now() },
  })
}
