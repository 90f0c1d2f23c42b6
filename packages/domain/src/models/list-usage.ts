import { isFailureKind } from '@mozhou/contracts/failures'
import { formatId } from '@mozhou/contracts/ids'
import type { AttemptOutcome, UsageRowDto, VendorKey } from '@mozhou/contracts/models'
import type { Page, PageInput } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'

/** One row per attempt, newest first, of one model or all. */
export async function listUsage(
  ctx: DomainContext,
  input: PageInput & { modelId?: string | undefined },
): Promise<Page<UsageRowDto>> {
  const rows = await ctx.prisma.modelUsage.findMany({
    where: { ...(input.modelId === undefined ? {} : { modelId: input.modelId }), ...afterCursor(input.cursor) },
    orderBy: newestFirst,
    take: input.limit + 1,
  })
  return toPage(rows, input.limit, (row) => ({
    id: formatId('usage', row.id),
    model: row.alias,
    vendor: row.vendor as VendorKey,
    outcome: row.outcome as AttemptOutcome,
    failureKind: isFailureKind(row.failureKind) ? row.failureKind : null,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    isEstimated: row.isEstimated,
    costMicroYuan: Number(row.costMicroYuan),
    firstTokenMs: row.firstTokenMs,
    latencyMs: row.latencyMs,
    createdAt: row.createdAt.toISOString(),
  }))
}
