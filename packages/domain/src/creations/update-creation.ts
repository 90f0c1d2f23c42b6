import type { UpdateCreationInput } from '@mozhou/contracts/creation-editing'
import type { VersionDto } from '@mozhou/contracts/creations'
import { AppError } from '@mozhou/contracts/errors'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { loadVersion } from './load-version.ts'
import { addOwnVersion } from './own-version.ts'
import { resultFacts } from './result-facts.ts'
import { toVersionDto } from './version-dto.ts'
import { writeSections } from './write-sections.ts'

/**
 * Stores a person's changes as a new version; the fields left out stay as they were. The same text again makes no version.
 * @throws AppError VALIDATION_FAILED naming field and rule, VERSION_NOT_FOUND, and those of addOwnVersion.
 */
export async function updateCreation(
  ctx: DomainContext,
  input: UpdateCreationInput & { userId: string },
): Promise<VersionDto> {
  const base = await loadVersion(ctx, { ...input, versionId: input.baseVersionId })
  const result = parseResult(base.tool, { ...base.result, ...changesOf(base.tool, input) })
  const facts = resultFacts(base.tool, result, input.title ?? base.title)
  const isSame = JSON.stringify([facts.title, result]) === JSON.stringify([base.title, parseResult(base.tool, base.result)])
  if (isSame && base.isCurrent) return toVersionDto(base)
  return addOwnVersion(ctx, {
    ...facts,
    creationId: input.creationId,
    userId: input.userId,
    baseVersionId: input.baseVersionId,
    kind: 'edited',
    generationId: null,
    result,
    rawText: writeSections(result, tools[base.tool].sections),
    isIncomplete: base.isIncomplete,
    isPartial: base.isPartial,
    isSandbox: base.isSandbox,
  })
}

function changesOf(tool: ToolKey, input: UpdateCreationInput): Record<string, unknown> {
  const { sections } = tools[tool]
  for (const field of Object.keys(input.result ?? {})) {
    if (!sections.some((section) => section.field === field)) throw invalid(`result.${field}`, 'unrecognized_keys')
  }
  const title = sections.find((section) => section.as === 'line' && section.field === 'title')
  const body = sections.find((section) => section.as === 'markdown')
  if (input.markdown !== undefined && !body) throw invalid('markdown', 'unrecognized_keys')
  return {
    ...input.result,
    ...(title && input.title !== undefined && { [title.field]: input.title }),
    ...(body && input.markdown !== undefined && { [body.field]: input.markdown }),
  }
}

/** In the order of the tool's own schema, so that equal results are equal as JSON. */
function parseResult(tool: ToolKey, result: Record<string, unknown>): Record<string, unknown> {
  const parsed = tools[tool].output.safeParse(result)
  if (parsed.success) return { ...parsed.data }
  const issue = parsed.error.issues[0]
  throw invalid(['result', ...(issue?.path ?? [])].join('.'), issue?.code ?? 'custom')
}

function invalid(field: string, rule: string): AppError {
  return new AppError('VALIDATION_FAILED', { field, rule })
}
