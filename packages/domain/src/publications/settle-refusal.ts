import type { HistorySource } from '@mozhou/contracts/publications/kinds'
import type { TxContext } from '../context.ts'
import type { LockedPublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import { backoffMs } from './slot-rules.ts'
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
  source: HistorySource = 'workflow',
): Promise<void> {
  const { reason, detail, mediaId } = refused
  if (refused.follow !== 'later' || row.looks + 1 >= mostTries) {
    const to = refused.follow === 'person' ? 'needs_attention' : 'failed'
    await movePublication(tx, row, { to, source, reason, detail, mediaId, set: { nextLookAt: null, looks: 0 } })
    return
  }
  const nextLookAt = new Date(tx.clock.now().getTime() + backoffMs(row.looks, refused.retryAfterMs))
  const set = { nextLookAt, looks: row.looks + 1 }
  if (row.status === 'submitted') {
    await movePublication(tx, row, { to: 'preparing', source, reason, detail, set })
    return
  }
  await tx.prisma.publication.update({ where: { id: row.id }, data: set, select: { id: true } })
}
