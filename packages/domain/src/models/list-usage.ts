import { isFailureKind } from '@mozhou/contracts/failures'
import { formatId } from '@mozhou/contracts/ids'
import type { UsageRowDto } from '@mozhou/contracts/models/answers'
import type { Page, PageInput } from '@mozhou/contracts/page'
import type { UsageRowsInput } from '@mozhou/contracts/models/usage-inputs'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayStart } from '../shanghai-day.ts'
import { storedOutcome, storedPurpose, storedVendor } from '../stored-columns.ts'

/** One row per attempt, newest first; the rows behind a figure when the filter is the figure's. */
export async function listUsage(
  ctx: DomainContext,
  input: PageInput & Partial<Omit<UsageRowsInput, keyof PageInput>>,
): Promise<Page<UsageRowDto>> {
  const rows = await ctx.prisma.modelUsage.findMany({
    where: { AND: [filterOf(input), afterCursor(input.cursor)] },
    orderBy: newestFirst,
    take: input.limit + 1,
  })
  return toPage(rows, input.limit, (row) => ({
    id: formatId('usage', row.id),
    purpose: storedPurpose(row.purpose),
    tool: row.toolKey,
    generationId: row.generationId === null ? null : formatId('generation', row.generationId),
    userId: row.userId === null ? null : formatId('user', row.userId),
    model: row.alias,
    vendor: storedVendor(row.vendor),
    outcome: storedOutcome(row.outcome),
    failureKind: isFailureKind(row.failureKind) ? row.failureKind : null,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    pictures: row.pictures,
    isEstimated: row.isEstimated,
    costMicroYuan: Number(row.costMicroYuan),
    firstTokenMs: row.firstTokenMs,
    latencyMs: row.latencyMs,
    createdAt: row.createdAt.toISOString(),
  }))
}

function filterOf(input: Partial<Omit<UsageRowsInput, keyof PageInput>>) {
  const { from, to, modelId, vendor, tool, userId, purpose, outcome } = input
  // Figures leave out what still runs, and so do the rows behind them.
  const ended = from === undefined ? {} : { outcome: { not: 'running' } }
  const createdAt = {
    ...(from === undefined ? {} : { gte: dayStart(from) }),
    ...(to === undefined ? {} : { lt: dayStart(to, 1) }),
  }
  return {
    ...(from === undefined && to === undefined ? {} : { createdAt }),
    ...(modelId === undefined ? {} : { modelId }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(tool === undefined ? {} : { toolKey: tool === 'none' ? null : tool }),
    ...(userId === undefined ? {} : { userId: userId === 'none' ? null : userId }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(outcome === undefined ? ended : { outcome }),
  }
}
