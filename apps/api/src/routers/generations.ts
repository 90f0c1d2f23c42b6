import type { FoundPageDto, GenerationPageDto } from '@mozhou/contracts/generations/admin-answers'
import { findPageInput, generationIdInput } from '@mozhou/contracts/generations/inputs'
import { mayDo } from '@mozhou/contracts/permissions'
import { findPage } from '@mozhou/domain/audit/find-page'
import { startForUser } from '@mozhou/domain/generations/start-for-user'
import { stopForUser } from '@mozhou/domain/generations/stop-for-user'
import { generationPage } from '../generations/generation-page.ts'
import { startRequested } from '../start-generation.ts'
import { adminProcedure, router } from '../trpc.ts'

/** What opens the page that an id leads to. */
const opensPage = { user: 'user:read', order: 'order:read', generation: 'generation:read' } as const

export const generationsRouter = router({
  get: adminProcedure('generation:read')
    .input(generationIdInput)
    .query(({ ctx, input }): Promise<GenerationPageDto> => generationPage(ctx, { ...input, role: ctx.user.role })),

  stop: adminProcedure('generation:act')
    .input(generationIdInput)
    .mutation(async ({ ctx, input }): Promise<GenerationPageDto> => {
      const { creationId, ordinal } = await stopForUser(ctx.domain, { ...input, actor: ctx.actor })
      await ctx.workflows.stopGeneration(creationId, ordinal)
      return generationPage(ctx, { ...input, role: ctx.user.role })
    }),

  start: adminProcedure('generation:act')
    .input(generationIdInput)
    .mutation(async ({ ctx, input }): Promise<GenerationPageDto> => {
      await startRequested(ctx.workflows, await startForUser(ctx.domain, { ...input, actor: ctx.actor }))
      return generationPage(ctx, { ...input, role: ctx.user.role })
    }),

  /** The page of an id or a number that somebody was given. */
  find: adminProcedure('user:read')
    .input(findPageInput)
    .query(async ({ ctx, input }): Promise<FoundPageDto> => {
      const found = await findPage(ctx.domain, input.text)
      return found && mayDo(ctx.user.role, opensPage[found.kind]) ? found : null
    }),
})
