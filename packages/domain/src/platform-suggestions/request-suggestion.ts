import { AppError } from '@mozhou/contracts/errors'
import { plainText } from '@mozhou/contracts/tools/plain-text'
import type { RequestSuggestionInput } from '@mozhou/contracts/platform-suggestions/inputs'
import { platforms } from '@mozhou/platforms/platforms'
import { loadOwnCreation } from '../creations/load-own-creation.ts'
import { loadVersion } from '../creations/load-version.ts'
import { documentParts } from '../creations/document-parts.ts'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'
import { getPlatformRules } from '../platform-rules/get-platform-rules.ts'
import { dayOf } from '../shanghai-day.ts'
import type { StoredSuggestion } from '../writing/generation-form.ts'
import { suggestionLimit } from './suggestion-limit.ts'

/** Characters of the text that the model is shown. */
const leadLength = 1_500

/**
 * Asks a model for shorter titles, or for tags, that a platform takes; a charge of its own. It is an offer: nothing of the work and nothing of any
 * package changes by it.
 * @throws AppError SUGGESTION_NOT_NEEDED where the platform has no such field or no limit, CREATION_NOT_FOUND, CREATION_IN_TRASH,
 *   CREATION_HAS_NO_TEXT, VERSION_NOT_FOUND, and those of requestGeneration
 */
export async function requestSuggestion(
  ctx: GenerationsContext,
  input: RequestSuggestionInput & { userId: string },
): Promise<RequestedGeneration> {
  const { userId, what, platform, title } = input
  const creation = await loadOwnCreation(ctx, input.creationId, userId)
  const version = await loadVersion(ctx, { creationId: input.creationId, userId, versionId: input.versionId })
  const { overrides } = await getPlatformRules(ctx)
  const limit = suggestionLimit(platform, what, dayOf(ctx.clock.now()), overrides)
  if (limit === null) throw new AppError('SUGGESTION_NOT_NEEDED', { field: 'platform' })
  const suggestion: StoredSuggestion = { what, platform, platformName: platforms[platform].name.zh, ...limit }
  const lead = documentParts(creation.tool, version.result, false)
    .flatMap((part) => (part.kind === 'markdown' ? [plainText(part.text)] : []))
    .join('\n')
    .slice(0, leadLength)
  return requestGeneration(ctx, {
    userId,
    press: pressOf(input),
    creationKind: 'writing',
    kind: 'rewrite',
    tool: creation.tool,
    creationId: creation.id,
    title: creation.title,
    input: {
      selection: { field: 'title', start: 0, end: title.length, text: title },
      before: '',
      after: lead,
      goal: 'custom',
      instruction: null,
      suggestion,
    },
    baseVersionId: version.id,
    pickedModelId: input.modelId ?? null,
    usualModelId: creation.requestedModelId,
  })
}
