import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { PlatformRulesDto } from '@mozhou/contracts/platform-rules/answers'
import type { SuggestionDto, SuggestionOptionDto } from '@mozhou/contracts/platform-suggestions/answers'
import { activeStatuses } from '@mozhou/contracts/generations/kinds'
import { adapt } from '@mozhou/platforms/adapt/adapt'
import { countText } from '@mozhou/platforms/counting'
import { checkPackage } from '@mozhou/platforms/rules/check-package'
import type { WorkDocument } from '@mozhou/platforms/work-document'
import type { DomainContext } from '../context.ts'
import { getPlatformRules } from '../platform-rules/get-platform-rules.ts'
import { dayOf } from '../shanghai-day.ts'
import { readRewriteForm } from '../writing/generation-form.ts'
import type { StoredSuggestion } from '../writing/generation-form.ts'
import { readOptions } from './read-options.ts'

const shownStatuses: readonly string[] = [...activeStatuses, 'succeeded']

/**
 * What a model offered for a platform's field, each held against the platform's rules as they now are.
 * @throws AppError GENERATION_NOT_FOUND for one that is not theirs, is no suggestion, or came to nothing
 */
export async function getSuggestion(
  ctx: DomainContext,
  { generationId, userId }: { generationId: string; userId: string },
): Promise<SuggestionDto> {
  const row = await ctx.prisma.generation.findUnique({
    where: { id: generationId, userId, yields: 'offer', creation: { purgedAt: null } },
    select: { creationId: true, status: true, input: true, draftText: true, createdAt: true },
  })
  const suggestion = row && readRewriteForm(row.input).suggestion
  if (!row || !suggestion || !shownStatuses.includes(row.status)) throw new AppError('GENERATION_NOT_FOUND')
  const isReady = row.status === 'succeeded'
  const rules = await getPlatformRules(ctx)
  const day = dayOf(ctx.clock.now())
  return {
    generationId: formatId('generation', generationId),
    creationId: formatId('creation', row.creationId),
    what: suggestion.what,
    platform: suggestion.platform,
    status: isReady ? 'ready' : 'writing',
    limit: suggestion.limit,
    // A line that is being written is none yet.
    options: isReady
      ? readOptions(suggestion.what, row.draftText).map((text) => toOption(suggestion, text, rules, day))
      : [],
    createdAt: row.createdAt.toISOString(),
  }
}

function toOption(
  { what, platform, isHalfWidth }: StoredSuggestion,
  text: string,
  { overrides, wordList }: PlatformRulesDto,
  day: string,
): SuggestionOptionDto {
  const document = what === 'title' ? { ...emptyWork, title: text } : { ...emptyWork, tags: [text] }
  const { results } = checkPackage(adapt(platform, document).package, { day, overrides, wordList })
  return {
    text,
    length: countText(isHalfWidth ? 'half_width' : 'code_points', text),
    findings: results
      .filter(({ field }) => field === what)
      .map(({ code, severity, wording }) => ({ code, severity, wording })),
  }
}

const emptyWork: WorkDocument = {
  title: '',
  summary: null,
  author: null,
  blocks: [],
  tags: [],
  media: [],
  cover: null,
  purpose: 'article',
  isAiGenerated: true,
}
