import type { RestoreVersionInput } from '@mozhou/contracts/editing/inputs'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import type { DomainContext } from '../context.ts'
import { loadVersion } from '../creations/load-version.ts'
import { addOwnVersion } from './own-version.ts'
import { toVersionDto } from '../creations/version-dto.ts'

/**
 * Brings an old version back as the newest one; those in between stay. The current one is what it is already.
 * @throws AppError VERSION_NOT_FOUND, and those of addOwnVersion.
 */
export async function restoreVersion(
  ctx: DomainContext,
  input: RestoreVersionInput & { userId: string },
): Promise<VersionDto> {
  const old = await loadVersion(ctx, input)
  if (old.isCurrent) return toVersionDto(old)
  const { title, result, checks, rawText, wordCount, isIncomplete, isPartial, isSandbox } = old
  return addOwnVersion(ctx, {
    title,
    result,
    checks,
    rawText,
    wordCount,
    isIncomplete,
    isPartial,
    isSandbox,
    searched: await ctx.textWork.readForSearch(input.userId, { title, result }),
    creationId: input.creationId,
    userId: input.userId,
    baseVersionId: input.baseVersionId,
    kind: 'restored',
    generationId: null,
  })
}
