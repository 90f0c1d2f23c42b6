import type { VersionDto } from '@mozhou/contracts/creations'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { loadRewrite } from './get-rewrite.ts'
import { judgeEdited } from './judge-edited.ts'
import { loadVersion } from './load-version.ts'
import { addOwnVersion } from './own-version.ts'
import { toVersionDto } from './version-dto.ts'

/**
 * Puts the replacement where the selection was, as a new version; the same acceptance again gives the same version.
 * @throws AppError REWRITE_NOT_READY, and those of addOwnVersion: CREATION_CONFLICT when the text has changed since.
 */
export async function acceptRewrite(
  ctx: DomainContext,
  input: { generationId: string; userId: string },
): Promise<VersionDto> {
  const rewrite = await loadRewrite(ctx, input)
  const { creationId, selection } = rewrite
  if (rewrite.versionId !== null)
    return toVersionDto(await loadVersion(ctx, { creationId, userId: input.userId, versionId: rewrite.versionId }))
  const base = await loadVersion(ctx, { creationId, userId: input.userId, versionId: rewrite.baseVersionId })
  const whole = base.result[selection.field]
  if (typeof whole !== 'string') throw new AppError('REWRITE_NOT_READY')
  const text = whole.slice(0, selection.start) + rewrite.replacement + whole.slice(selection.end)
  const written = { ...base.result, [selection.field]: text }
  return addOwnVersion(ctx, {
    ...judgeEdited(base.tool, written, base, base.form),
    creationId,
    userId: input.userId,
    baseVersionId: rewrite.baseVersionId,
    kind: 'edited',
    generationId: rewrite.id,
    isPartial: base.isPartial,
    isSandbox: base.isSandbox,
  })
}
