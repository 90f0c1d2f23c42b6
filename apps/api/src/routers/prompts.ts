import {
  createPromptDraftInput,
  promptIdInput,
  publishPromptInput,
  toolPromptInput,
  tryPromptInput,
  updatePromptDraftInput,
} from '@mozhou/contracts/prompts/inputs'
import type { PromptTrialDto, PromptVersionDto, ToolPromptDto } from '@mozhou/contracts/prompts/answers'
import { createPromptDraft } from '@mozhou/domain/writing/prompt-versions/create-prompt-draft'
import { deletePromptDraft } from '@mozhou/domain/writing/prompt-versions/delete-prompt-draft'
import { listPromptVersions, listToolPrompts } from '@mozhou/domain/writing/prompt-versions/list-prompts'
import { publishPrompt } from '@mozhou/domain/writing/prompt-versions/publish-prompt'
import { tryPrompt } from '@mozhou/domain/writing/prompt-versions/try-prompt'
import { updatePromptDraft } from '@mozhou/domain/writing/prompt-versions/update-prompt-draft'
import { adminProcedure, router } from '../trpc.ts'

export const promptsRouter = router({
  list: adminProcedure('prompt:read').query(({ ctx }): Promise<ToolPromptDto[]> => listToolPrompts(ctx.domain)),

  versions: adminProcedure('prompt:read')
    .input(toolPromptInput)
    .query(({ ctx, input }): Promise<PromptVersionDto[]> => listPromptVersions(ctx.domain, input)),

  createDraft: adminProcedure('prompt:draft')
    .input(createPromptDraftInput)
    .mutation(({ ctx, input }): Promise<PromptVersionDto> =>
      createPromptDraft(ctx.domain, { ...input, actor: ctx.actor }),
    ),

  updateDraft: adminProcedure('prompt:draft')
    .input(updatePromptDraftInput)
    .mutation(({ ctx, input }): Promise<PromptVersionDto> =>
      updatePromptDraft(ctx.domain, { ...input, actor: ctx.actor }),
    ),

  deleteDraft: adminProcedure('prompt:draft')
    .input(promptIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await deletePromptDraft(ctx.domain, { ...input, actor: ctx.actor })
      return { ok: true }
    }),

  try: adminProcedure('prompt:draft')
    .meta({ isLong: true })
    .input(tryPromptInput)
    .mutation(({ ctx, input }): Promise<PromptTrialDto> => tryPrompt(ctx.domain, { ...input, actor: ctx.actor })),

  publish: adminProcedure('prompt:publish')
    .input(publishPromptInput)
    .mutation(({ ctx, input }): Promise<PromptVersionDto> => publishPrompt(ctx.domain, { ...input, actor: ctx.actor })),
})
