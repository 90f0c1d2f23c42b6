import type { Confirmation, EvidenceKind } from '@mozhou/contracts/publications/kinds'
import type { Evidence } from '@mozhou/integrations/publishing/evidence-port'
import type { TxContext } from '../context.ts'
import type { EvidenceFacts } from './stored-package.ts'

export interface Seen {
  kind: EvidenceKind
  evidence: Evidence
  /** What it proves; a platform's own word proves what a person's does not. */
  confirms?: Confirmation | null
  externalId?: string | null
  url?: string | null
  page?: EvidenceFacts['page']
}

/** @returns its id */
export async function storeEvidence(tx: TxContext, publicationId: string, seen: Seen): Promise<string> {
  const { kind, evidence, confirms = null, externalId = null, url = null, page = null } = seen
  const { at, source, by, answerHash, httpStatus, vendorCode, requestId } = evidence
  const facts: EvidenceFacts = { httpStatus, vendorCode, requestId, page }
  const { id } = await tx.prisma.publicationEvidence.create({
    data: {
      id: tx.newId(),
      publicationId,
      kind,
      confirms,
      at: new Date(at),
      source,
      by,
      externalId,
      url,
      answerHash,
      facts: { ...facts },
      createdAt: tx.clock.now(),
    },
    select: { id: true },
  })
  return id
}
