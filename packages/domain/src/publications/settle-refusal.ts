import type { EvidenceKind, HistorySource } from '@mozhou/contracts/publications/kinds'
import type { TxContext } from '../context.ts'
import type { LockedPublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import { backoffMs } from './slot-rules.ts'
import { ownEvidence, storeEvidence } from './store-evidence.ts'
import type { Refused } from './vendor-refusal.ts'

/** What is refused for a while is tried so often: some hours. */
const mostTries = 8

/**
 * Where nothing is out for sure: tried again later, waiting for its person, or over, by what it was refused for. In the transaction of
 * whoever holds the row.
 */
export async function settleRefusal(
  tx: TxContext,
  row: LockedPublication,
  refused: Refused,
  { kind, source = 'workflow' }: { kind: EvidenceKind; source?: HistorySource },
): Promise<void> {
  const { reason, detail, mediaId, vendorCode } = refused
  const own = { ...ownEvidence(reason, 'service', tx.clock.now()), vendorCode }
  const evidence = refused.evidence
    ? { kind, evidence: refused.evidence }
    : { kind: 'own_check' as const, evidence: own }
  const evidenceId = await storeEvidence(tx, row.id, evidence)
  if (refused.follow !== 'later' || row.looks + 1 >= mostTries) {
    const to = refused.follow === 'person' ? 'needs_attention' : 'failed'
    const set = { nextLookAt: null, looks: 0 }
    if (row.status === 'preparing') await noteRefusal(tx, row, refused)
    await movePublication(tx, row, { to, source, reason, detail, mediaId, evidenceId, set })
    return
  }
  const nextLookAt = new Date(tx.clock.now().getTime() + backoffMs(row.looks, refused.retryAfterMs))
  const set = { nextLookAt, looks: row.looks + 1 }
  if (row.status === 'submitted') {
    await movePublication(tx, row, { to: 'preparing', source, reason, detail, evidenceId, set })
    return
  }
  await tx.prisma.publication.update({ where: { id: row.id }, data: set, select: { id: true } })
}

/** What was refused on the way there was an attempt as well, though nothing was submitted. */
async function noteRefusal(
  tx: TxContext,
  row: LockedPublication,
  { reason, detail, vendorCode }: Refused,
): Promise<void> {
  const now = tx.clock.now()
  const ordinal = 1 + (await tx.prisma.publicationAttempt.count({ where: { publicationId: row.id } }))
  await tx.prisma.publicationAttempt.create({
    data: {
      id: tx.newId(),
      publicationId: row.id,
      ordinal,
      route: row.package.route,
      status: 'refused',
      reason,
      vendorCode,
      detail: { zh: detail.zh, en: detail.en },
      startedAt: now,
      endedAt: now,
    },
    select: { id: true },
  })
}
