import type { Confirmation, EvidenceKind, EvidenceVoice } from '@mozhou/contracts/publications/kinds'
import type { Evidence } from '@mozhou/integrations/publishing/evidence-port'
import type { TxContext } from '../context.ts'
import { storedFacts } from './stored-package.ts'
import type { EvidenceFacts } from './stored-package.ts'

export interface Seen {
  kind: EvidenceKind
  evidence: Omit<Evidence, 'by'> & { by: EvidenceVoice }
  /** What it proves; a platform's own word proves what a person's does not. */
  confirms?: Confirmation | null
  externalId?: string | null
  url?: string | null
  page?: EvidenceFacts['page']
  /** What the answer was taken to mean: the same again is counted. */
  meaning?: string | null
}

/** Looks are repeated for as long as nothing is new, and their answers differ in numbers and times that say nothing. */
const countedKinds: readonly EvidenceKind[] = [
  'platform_status',
  'platform_list',
  'public_page',
  'preparation_answer',
  'own_check',
]

/** One row for each thing that was seen; the same once more is counted there. @returns its id */
export async function storeEvidence(tx: TxContext, publicationId: string, seen: Seen): Promise<string> {
  const { at, httpStatus, vendorCode, requestId } = seen.evidence
  const facts: EvidenceFacts = { httpStatus, vendorCode, requestId, page: seen.page ?? null }
  const columns = columnsOf(seen)
  const same = countedKinds.includes(seen.kind) ? await findSame(tx, publicationId, { columns, facts }) : null
  if (same !== null) {
    await tx.prisma.publicationEvidence.update({
      where: { id: same },
      data: { lastAt: new Date(at), seenCount: { increment: 1 } },
      select: { id: true },
    })
    return same
  }
  const { answerHash } = seen.evidence
  const times = { at: new Date(at), lastAt: new Date(at), createdAt: tx.clock.now() }
  const { id } = await tx.prisma.publicationEvidence.create({
    data: { id: tx.newId(), publicationId, ...columns, ...times, answerHash, facts: { ...facts } },
    select: { id: true },
  })
  return id
}

function columnsOf({ kind, evidence, confirms = null, externalId = null, url = null, meaning = null }: Seen) {
  return { kind, confirms, externalId, url, meaning, source: evidence.source, by: evidence.by }
}

/** In the hands of whoever holds the publication, so that two looks at once make no second row. */
async function findSame(
  tx: TxContext,
  publicationId: string,
  { columns, facts }: { columns: ReturnType<typeof columnsOf>; facts: EvidenceFacts },
): Promise<string | null> {
  const rows = await tx.prisma.publicationEvidence.findMany({
    where: { publicationId, ...columns },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 10,
    select: { id: true, facts: true },
  })
  const same = rows.find((row) => {
    const stored = storedFacts(row.facts)
    return (
      stored.httpStatus === facts.httpStatus && stored.vendorCode === facts.vendorCode && stored.page === facts.page
    )
  })
  return same?.id ?? null
}

/** What nobody was asked for: found by this service itself, or said by a person. */
export const ownEvidence = (source: string, by: 'service' | 'user', at: Date): Seen['evidence'] => ({
  at: at.toISOString(),
  source,
  by,
  httpStatus: null,
  vendorCode: null,
  requestId: null,
  answerHash: null,
})
