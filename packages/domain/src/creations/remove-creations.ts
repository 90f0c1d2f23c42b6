import { inActive } from '../generations/active-generation.ts'
import type { BulkResultDto } from '@mozhou/contracts/creations/answers'
import type { DomainContext } from '../context.ts'
import { bulkResult } from './bulk-result.ts'
import { lockUser } from '../accounts/lock-user.ts'

/** Moves works into the trash, except those that are being written: stop them first. A work that is there already stays. */
export async function removeCreations(
  ctx: DomainContext,
  input: { creationIds: readonly string[]; userId: string },
): Promise<BulkResultDto> {
  const now = ctx.clock.now()
  await ctx.prisma.$transaction([
    ctx.prisma.$executeRaw(lockUser(input.userId)),
    ctx.prisma.$executeRaw`
      UPDATE creations SET deleted_at = ${now}
      WHERE id = ANY(${[...input.creationIds]}::uuid[]) AND user_id = ${input.userId}::uuid AND deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM generations WHERE creation_id = creations.id AND ${inActive})`,
  ])
  return bulkResult(ctx, input, (row) => (row.deletedAt === null ? 'CREATION_BUSY' : null))
}
