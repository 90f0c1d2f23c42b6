import type { HistorySource } from '@mozhou/contracts/publications/kinds'
import type { AddressCheck, Gone } from '@mozhou/integrations/publishing/port'
import type { TxContext } from '../context.ts'
import type { LockedPublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { removedBy } from './removed-by.ts'
import { storeEvidence } from './store-evidence.ts'

interface Read {
  check: AddressCheck
  source: HistorySource
}

const dayMs = 86_400_000
const soonMs = 600_000
/** A page that is away for a moment is not gone. */
const mostAbsences = 3

/** What the page says at the address that a person gave: that it is there still, or who took it away. In the transaction of whoever holds the row. */
export async function concludePage(
  ctx: PublicationsContext,
  tx: TxContext,
  row: LockedPublication,
  { check, source }: Read,
): Promise<void> {
  if (row.status !== 'published') return
  const now = tx.clock.now()
  const isOver = row.watchedUntil === null || row.watchedUntil <= now
  const after = (ms: number) => (isOver ? null : new Date(now.getTime() + ms))
  const everyMs = ctx.connectors[row.platform]?.facts.watch?.everyMs ?? dayMs
  const keep = (looks: number, nextLookAt: Date | null) =>
    tx.prisma.publication.update({ where: { id: row.id }, data: { looks, nextLookAt }, select: { id: true } })
  if (check.verdict === 'good') {
    const { seen } = check.page
    if (seen !== 'unseen') await storeSeen(tx, row, { evidence: check.evidence, page: seen, meaning: 'published' })
    await keep(0, after(everyMs))
    return
  }
  if (check.gone === null) {
    await keep(row.looks, after(everyMs))
    return
  }
  const { actor, evidence } = check.gone
  const evidenceId = await storeSeen(tx, row, { evidence, page: null, meaning: 'removed' })
  const looks = row.looks + 1
  if (actor === null && looks < mostAbsences) {
    await keep(looks, after(soonMs))
    return
  }
  const set = { nextLookAt: null, looks: 0 }
  await movePublication(tx, row, { to: 'removed', source, evidenceId, ...removedBy(actor), set })
}

interface SeenPage {
  evidence: Gone['evidence']
  page: 'same' | 'other' | null
  meaning: string
}

/** Read by nobody's account: the page speaks for the platform. */
function storeSeen(tx: TxContext, { id, url }: LockedPublication, { evidence, page, meaning }: SeenPage) {
  const read = { ...evidence, source: 'public_page', by: 'platform' as const }
  return storeEvidence(tx, id, { kind: 'public_page', evidence: read, url, page, meaning })
}
