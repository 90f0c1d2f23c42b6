import { runTitles } from '@mozhou/contracts/creations/kinds'
import type { PaidWorkDto } from '@mozhou/contracts/generations/ledger-answers'
import { formatId } from '@mozhou/contracts/ids'
import { storedCreationKind, storedGenerationKind } from '../stored-columns.ts'
import type { LedgerContext } from './post-entry.ts'
import type { TransactionRow } from './transaction-dto.ts'

interface PaidWorkRow {
  generationId: string
  generationKind: string
  creationId: string
  creationKind: string
  title: string
  isTrashed: boolean
  isPurged: boolean
}

/** The works that entries were for, also those that were deleted, by the id of the generation that the entry refers to. */
export async function readPaidWorks(
  ctx: Pick<LedgerContext, 'prisma'>,
  entries: readonly Pick<TransactionRow, 'referenceType' | 'referenceId'>[],
): Promise<ReadonlyMap<string, PaidWorkDto>> {
  const paid = entries.filter(({ referenceType }) => referenceType === 'generation')
  const ids = [...new Set(paid.map(({ referenceId }) => referenceId))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.prisma.$queryRaw<PaidWorkRow[]>`
    SELECT generations.id AS "generationId", generations.kind AS "generationKind", creations.id AS "creationId", creations.kind AS "creationKind", creations.title,
      creations.deleted_at IS NOT NULL AS "isTrashed", creations.purged_at IS NOT NULL AS "isPurged"
    FROM generations JOIN creations ON creations.id = generations.creation_id WHERE generations.id = ANY(${ids}::uuid[])`
  return new Map(rows.map((row) => [row.generationId, toPaidWork(row)]))
}

function toPaidWork(row: PaidWorkRow): PaidWorkDto {
  const generationKind = storedGenerationKind(row.generationKind)
  return {
    creationId: formatId('creation', row.creationId),
    title: row.title,
    state: row.isPurged ? 'purged' : row.isTrashed ? 'trashed' : 'kept',
    generationKind,
    runTitle: runTitles[storedCreationKind(row.creationKind)][generationKind] ?? null,
  }
}
