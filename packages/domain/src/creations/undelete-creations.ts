import type { BulkResultDto } from '@mozhou/contracts/creations/answers'
import type { DomainContext } from '../context.ts'
import { bulkResult } from './bulk-result.ts'
import { purgeableBefore } from './trash-rules.ts'

/** Brings works back from the trash. One whose 30 days are over is gone, even while its texts wait to be purged. */
export async function undeleteCreations(
  ctx: DomainContext,
  input: { creationIds: readonly string[]; userId: string },
): Promise<BulkResultDto> {
  await ctx.prisma.creation.updateMany({
    where: {
      id: { in: [...input.creationIds] },
      userId: input.userId,
      purgedAt: null,
      deletedAt: { gt: purgeableBefore(ctx.clock.now()) },
    },
    data: { deletedAt: null },
  })
  return bulkResult(ctx, input, (row) => (row.deletedAt === null ? null : 'CREATION_NOT_FOUND'))
}
