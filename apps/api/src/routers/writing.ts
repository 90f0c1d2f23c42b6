import { continueInput, generateInput, optimiseInput, regenerateInput, stopInput } from '@mozhou/contracts/creations'
import type { GenerationStartedDto } from '@mozhou/contracts/creations'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { Wording } from '@mozhou/contracts/tools/tool'
import { continueText } from '@mozhou/domain/creations/continue-text'
import { generateText } from '@mozhou/domain/creations/generate-text'
import { optimiseText } from '@mozhou/domain/creations/optimise-text'
import { regenerateText } from '@mozhou/domain/creations/regenerate-text'
import { requestStop } from '@mozhou/domain/creations/request-stop'
import { startRequested } from '../start-generation.ts'
import { router, userProcedure } from '../trpc.ts'

interface ToolRowDto {
  key: ToolKey
  title: Wording
  description: Wording
  icon: string
}

export const writingRouter = router({
  tools: userProcedure.query((): ToolRowDto[] =>
    Object.values(tools).map(({ key, title, description, icon }) => ({ key, title, description, icon })),
  ),

  generate: userProcedure
    .input(generateInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await generateText(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  regenerate: userProcedure
    .input(regenerateInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await regenerateText(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  optimise: userProcedure
    .input(optimiseInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await optimiseText(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  continue: userProcedure
    .input(continueInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await continueText(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  stop: userProcedure.input(stopInput).mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
    const place = await requestStop(ctx.domain, { ...input, userId: ctx.user.id })
    if (place) await ctx.workflows.stopGeneration(place.creationId, place.ordinal)
    return { ok: true }
  }),
})
