import { continueInput, generateInput, optimiseInput, regenerateInput } from '@mozhou/contracts/writing/inputs'
import { generationIdInput } from '@mozhou/contracts/generations/inputs'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { okAnswer } from '@mozhou/contracts/answers'
import { generationStartedAnswer } from '@mozhou/contracts/generations/answers'
import { toolAnswer } from '@mozhou/contracts/tools/answers'
import { describeTool } from '@mozhou/contracts/tools/describe-tool'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolDto, ToolRowDto } from '@mozhou/contracts/tools/answers'
import type { Wording } from '@mozhou/contracts/wording'
import { continueText } from '@mozhou/domain/writing/continue-text'
import { generateText } from '@mozhou/domain/writing/generate-text'
import { optimiseText } from '@mozhou/domain/writing/optimise-text'
import { regenerateText } from '@mozhou/domain/writing/regenerate-text'
import { requestStop } from '@mozhou/domain/generations/request-stop'
import { z } from 'zod'
import { startRequested } from '../start-generation.ts'
import { router, userProcedure } from '../trpc.ts'
import { instructionRule } from './rules.ts'

const tag: Wording = { zh: 'AI写作', en: 'Writing' }

export const writingRouter = router({
  /** For the gallery, which shows no more of them. */
  tools: userProcedure
    .meta({ scope: 'writing' })
    .query((): ToolRowDto[] =>
      Object.values(tools).map(({ key, title, description, icon }) => ({ key, title, description, icon })),
    ),

  describedTools: userProcedure
    .meta({
      rest: 'GET /writing/tools',
      tag,
      summary: { zh: '获取所有写作工具列表', en: 'List the writing tools' },
      rules: [
        {
          zh: '每个工具的字段、限制、示例和价格；`priceCredits` 是非会员一次生成的积分，会员为 0。',
          en: 'Each with its fields, their limits, an example and the price; `priceCredits` is what one generation costs a non-member, and a member nothing.',
        },
      ],
      answer: z.array(toolAnswer),
      scope: 'writing',
    })
    .query((): ToolDto[] => Object.values(tools).map(describeTool)),

  generate: userProcedure
    .meta({
      rest: 'POST /writing/{tool_type}/generate',
      tag,
      summary: { zh: '生成内容', en: 'Write a text' },
      answer: generationStartedAnswer,
      scope: 'writing',
      beginsGeneration: true,
    })
    .input(generateInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await generateText(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  regenerate: userProcedure
    .meta({
      rest: 'POST /writing/{creation_id}/regenerate',
      tag,
      summary: { zh: '重新生成', en: 'Write it anew' },
      answer: generationStartedAnswer,
      scope: 'writing',
      beginsGeneration: true,
    })
    .input(regenerateInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await regenerateText(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  optimise: userProcedure
    .meta({
      rest: 'POST /writing/{creation_id}/optimize',
      tag,
      summary: { zh: '优化内容', en: 'Rewrite it towards a goal' },
      rules: [instructionRule('`audience` / `custom`')],
      answer: generationStartedAnswer,
      scope: 'writing',
      beginsGeneration: true,
    })
    .input(optimiseInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await optimiseText(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  continue: userProcedure
    .meta({
      rest: 'POST /writing/{creation_id}/continue',
      tag,
      summary: { zh: '续写没有写完的内容', en: 'Go on with a text that was cut short' },
      answer: generationStartedAnswer,
      scope: 'writing',
      beginsGeneration: true,
    })
    .input(continueInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await continueText(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  stop: userProcedure
    .meta({
      rest: 'POST /writing/{generation_id}/stop',
      tag,
      summary: { zh: '停止生成', en: 'Stop the writing' },
      answer: okAnswer,
      scope: 'writing',
    })
    .input(generationIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      const place = await requestStop(ctx.domain, { ...input, userId: ctx.user.id })
      if (place) await ctx.workflows.stopGeneration(place.creationId, place.ordinal)
      return { ok: true }
    }),
})
