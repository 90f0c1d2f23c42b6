import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { tools } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { editedSections } from './edited-sections.ts'
import { hasUnwrittenParts } from '../writing/find-work-plan.ts'
import { findSelection } from './find-selection.ts'
import { getRewrite } from './get-rewrite.ts'
import { loadVersion } from '../creations/load-version.ts'
import { textTool } from '../creations/text-tool.ts'
import { addOwnVersion } from './own-version.ts'
import { toVersionDto } from '../creations/version-dto.ts'

/**
 * Puts the replacement where the selection stands in the current version, as a new version; the same acceptance again, also at the
 * same moment, gives the same version. @throws AppError GENERATION_NOT_FOUND, REWRITE_NOT_READY, CREATION_CONFLICT when the selection
 * is not there any more, and those of addOwnVersion.
 */
export async function acceptRewrite(
  ctx: DomainContext,
  input: { generationId: string; userId: string },
): Promise<VersionDto> {
  const rewrite = await getRewrite(ctx, input)
  const work = { creationId: parseId('creation', rewrite.creationId) ?? '', userId: input.userId }
  const applied = ({ appliedVersionId }: RewriteDto) =>
    appliedVersionId === null
      ? null
      : loadVersion(ctx, { ...work, versionId: parseId('version', appliedVersionId) ?? '' })
  const version = await applied(rewrite)
  if (version) return toVersionDto(version)
  try {
    return await apply(ctx, { ...work, generationId: input.generationId }, rewrite)
  } catch (cause) {
    const meanwhile = await applied(await getRewrite(ctx, input))
    if (!meanwhile) throw cause
    return toVersionDto(meanwhile)
  }
}

async function apply(
  ctx: DomainContext,
  work: { creationId: string; userId: string; generationId: string },
  rewrite: RewriteDto,
): Promise<VersionDto> {
  const current = await loadVersion(ctx, { creationId: work.creationId, userId: work.userId })
  const whole = current.result[rewrite.field]
  const place = findSelection(whole, rewrite)
  if (typeof whole !== 'string' || place === null) {
    throw new AppError('CREATION_CONFLICT', {
      currentVersionId: formatId('version', current.id),
      baseVersionId: rewrite.baseVersionId,
    })
  }
  const text = whole.slice(0, place.start) + rewrite.replacement + whole.slice(place.end)
  const written = {
    ...current.result,
    ...editedSections(tools[textTool(current.work)], { result: { [rewrite.field]: text } }),
  }
  const { title, result, isIncomplete, form } = current
  const from = { title, result, isIncomplete, hasUnwrittenParts: await hasUnwrittenParts(ctx, current) }
  const tool = textTool(current.work)
  return addOwnVersion(ctx, {
    ...(await ctx.textWork.weighEdited(work.userId, { tool, written, base: from, form })),
    ...work,
    baseVersionId: current.id,
    kind: 'edited',
    isPartial: current.isPartial,
    isSandbox: current.isSandbox,
  })
}
