import { AppError } from '@mozhou/contracts/errors'
import { openSession } from './account-session.ts'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storeEvidence } from './store-evidence.ts'
import { toAppError } from './vendor-refusal.ts'

const callMs = 30_000

/**
 * Takes a published piece back where the platform has a call for it; safe to repeat.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE, PUBLICATION_NOT_RETRACTABLE, PLATFORM_UNAVAILABLE, PLATFORM_KEYS_REFUSED
 */
export async function retractPublication(
  ctx: PublicationsContext,
  own: { userId: string; publicationId: string },
): Promise<void> {
  const known = await changePublication(ctx, own, async (_tx, row) => row)
  if (known.status === 'removed') return
  if (known.status !== 'published') throw new AppError('PUBLICATION_STATE')
  const connector = connectorOf(ctx, known.platform)
  const { ref } = known
  if (!connector.retract || ref === null) throw new AppError('PUBLICATION_NOT_RETRACTABLE')
  const session = await openSession(ctx, connector, known.accountId)
  const gone = await connector.retract(session, ref, AbortSignal.timeout(callMs)).catch((cause: unknown) => {
    throw toAppError(connector, cause)
  })
  await changePublication(ctx, own, async (tx, row) => {
    const evidenceId = await storeEvidence(tx, row.id, {
      kind: 'platform_status',
      evidence: gone.evidence,
      externalId: ref.id,
    })
    await movePublication(tx, row, {
      to: 'removed',
      source: 'person',
      reason: 'by_person',
      evidenceId,
      set: { nextLookAt: null, watchedUntil: null },
    })
  })
}
