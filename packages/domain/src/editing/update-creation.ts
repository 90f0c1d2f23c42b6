import { isDeepStrictEqual } from 'node:util'
import type { UpdateCreationInput } from '@mozhou/contracts/editing/inputs'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { tools } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { editedSections } from './edited-sections.ts'
import { hasUnwrittenParts } from '../writing/find-work-plan.ts'
import { hasModelPart } from '../creations/has-model-part.ts'
import { loadVersion } from '../creations/load-version.ts'
import { textTool } from '../creations/text-tool.ts'
import { addOwnVersion } from './own-version.ts'
import { toVersionDto } from '../creations/version-dto.ts'

/**
 * Stores a person's changes as a new version; the fields left out stay as they were. The same text again makes no version.
 * @throws AppError VALIDATION_FAILED naming field and rule, VERSION_NOT_FOUND, and those of addOwnVersion.
 */
export async function updateCreation(
  ctx: DomainContext,
  input: UpdateCreationInput & { userId: string },
): Promise<VersionDto> {
  const base = await loadVersion(ctx, { ...input, versionId: input.baseVersionId })
  const tool = textTool(base.work)
  const written = { ...base.result, ...editedSections(tools[tool], input) }
  const { result, isIncomplete, form } = base
  const title = input.title ?? base.title
  const from = { title, result, isIncomplete, hasUnwrittenParts: await hasUnwrittenParts(ctx, base) }
  const weighed = await ctx.textWork.weighEdited(input.userId, { tool, written, base: from, form })
  // What a model's text is held to says nothing of one that a person wrote alone.
  const isOwn = !(await hasModelPart(ctx, input.creationId))
  const edited = isOwn ? { ...weighed, checks: [], isIncomplete: false } : weighed
  if (base.isCurrent && edited.title === base.title && isDeepStrictEqual(edited.result, base.result))
    return toVersionDto(base)
  return addOwnVersion(ctx, {
    ...edited,
    creationId: input.creationId,
    userId: input.userId,
    baseVersionId: input.baseVersionId,
    kind: 'edited',
    generationId: null,
    isPartial: base.isPartial,
    isSandbox: base.isSandbox,
  })
}
