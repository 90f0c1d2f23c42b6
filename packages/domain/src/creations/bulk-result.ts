import type { BulkResultDto } from '@mozhou/contracts/creations/answers'
import type { ErrorCode } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'

interface BulkRow {
  id: string
  deletedAt: Date | null
}

/** What became of each work, read after the change; somebody else's work does not exist. */
export async function bulkResult(
  ctx: DomainContext,
  input: { creationIds: readonly string[]; userId: string },
  whyNot: (row: BulkRow) => ErrorCode | null,
): Promise<BulkResultDto> {
  const rows = await ctx.prisma.creation.findMany({
    where: { id: { in: [...input.creationIds] }, userId: input.userId, purgedAt: null },
    select: { id: true, deletedAt: true },
  })
  const found = new Map(rows.map((row) => [row.id, row]))
  const result: BulkResultDto = { changedIds: [], refused: [] }
  for (const id of new Set(input.creationIds)) {
    const row = found.get(id)
    const code = row ? whyNot(row) : 'CREATION_NOT_FOUND'
    const creationId = formatId('creation', id)
    if (code === null) result.changedIds.push(creationId)
    else result.refused.push({ creationId, code })
  }
  return result
}
