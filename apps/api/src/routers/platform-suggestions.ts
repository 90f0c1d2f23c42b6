import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { SuggestionDto } from '@mozhou/contracts/platform-suggestions/answers'
import { requestSuggestionInput, suggestionIdInput } from '@mozhou/contracts/platform-suggestions/inputs'
import { getSuggestion } from '@mozhou/domain/platform-suggestions/get-suggestion'
import { requestSuggestion } from '@mozhou/domain/platform-suggestions/request-suggestion'
import { startRequested } from '../start-generation.ts'
import { router, userProcedure } from '../trpc.ts'

export const platformSuggestionsRouter = router({
  /** Shorter titles or tags for a platform, by a model; a charge of its own. It changes nothing. */
  request: userProcedure
    .meta({ beginsGeneration: true })
    .input(requestSuggestionInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await requestSuggestion(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  get: userProcedure
    .input(suggestionIdInput)
    .query(({ ctx, input }): Promise<SuggestionDto> => getSuggestion(ctx.domain, { ...input, userId: ctx.user.id })),
})
