import {
  restoreVersionInput,
  rewriteIdInput,
  rewriteSelectionInput,
  updateCreationInput,
} from '@mozhou/contracts/editing/inputs'
import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import { creationIdInput } from '@mozhou/contracts/creations/inputs'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { okAnswer } from '@mozhou/contracts/answers'
import { versionAnswer } from '@mozhou/contracts/creations/answers'
import { generationStartedAnswer } from '@mozhou/contracts/generations/answers'
import { rewriteAnswer } from '@mozhou/contracts/editing/answers'
import { acceptRewrite } from '@mozhou/domain/editing/accept-rewrite'
import { dismissRewrite } from '@mozhou/domain/editing/dismiss-rewrite'
import { getRewrite } from '@mozhou/domain/editing/get-rewrite'
import { listRewrites } from '@mozhou/domain/editing/list-rewrites'
import { restoreVersion } from '@mozhou/domain/editing/restore-version'
import { rewriteSelection } from '@mozhou/domain/editing/rewrite-selection'
import { updateCreation } from '@mozhou/domain/editing/update-creation'
import { startRequested } from '../start-generation.ts'
import { z } from 'zod'
import { userProcedure } from '../trpc.ts'
import { creationsTag } from './creations-tag.ts'
import { baseVersionRule, instructionRule } from './rules.ts'

/** What changes the text of a creation; part of the creations' router. */
export const editingProcedures = {
  /** Title, fields or the whole Markdown text, as a new version. Answers CREATION_CONFLICT when another has come since. */
  update: userProcedure
    .meta({
      rest: 'PUT /creations/{id}',
      tag: creationsTag,
      summary: { zh: '更新创作内容', en: 'Edit a creation' },
      rules: [
        {
          zh: '`title`、`result`、`markdown` 至少要有一项。`result` 只能有这个工具结果里的字段，没写的保持原样；`markdown` 只用于有正文的工具。',
          en: 'One of `title`, `result` and `markdown` is required. `result` holds fields of the tool’s result, and those left out stay; `markdown` is for tools that have a body.',
        },
        baseVersionRule,
      ],
      answer: versionAnswer,
      scope: 'creations:write',
    })
    .input(updateCreationInput)
    .mutation(({ ctx, input }): Promise<VersionDto> => updateCreation(ctx.domain, { ...input, userId: ctx.user.id })),

  restore: userProcedure
    .meta({
      rest: 'POST /creations/{id}/restore',
      tag: creationsTag,
      summary: { zh: '恢复旧版本', en: 'Bring an old version back' },
      rules: [baseVersionRule],
      answer: versionAnswer,
      scope: 'creations:write',
    })
    .input(restoreVersionInput)
    .mutation(({ ctx, input }): Promise<VersionDto> => restoreVersion(ctx.domain, { ...input, userId: ctx.user.id })),

  /** A replacement for a selection; a charge of its own. It changes nothing until it is accepted. */
  rewriteSelection: userProcedure
    .meta({
      rest: 'POST /creations/{id}/rewrite',
      tag: creationsTag,
      summary: { zh: '改写选中的文字', en: 'Rewrite a selection' },
      rules: [
        instructionRule('`custom`'),
        {
          zh: '`text` 必须就是 `result[field]` 从 `start` 到 `end`（不含，按 UTF-16 码元）的文字，`field` 是结果里的文字字段。',
          en: '`text` must be what stands in `result[field]` from `start` to before `end`, in UTF-16 code units; `field` is a text of the result.',
        },
        baseVersionRule,
      ],
      answer: generationStartedAnswer,
      scope: 'writing',
      beginsGeneration: true,
    })
    .input(rewriteSelectionInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await rewriteSelection(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  /** Rewrites that wait to be accepted or dismissed, and those under way. */
  rewrites: userProcedure
    .meta({
      rest: 'GET /creations/{id}/rewrites',
      tag: creationsTag,
      summary: { zh: '待定夺的改写', en: 'Rewrites that wait for a decision' },
      answer: z.array(rewriteAnswer),
      scope: 'creations:read',
    })
    .input(creationIdInput)
    .query(({ ctx, input }): Promise<RewriteDto[]> => listRewrites(ctx.domain, { ...input, userId: ctx.user.id })),

  rewrite: userProcedure
    .meta({
      rest: 'GET /rewrites/{generation_id}',
      tag: creationsTag,
      summary: { zh: '查看改写结果', en: 'What a rewrite offers' },
      answer: rewriteAnswer,
      scope: 'creations:read',
    })
    .input(rewriteIdInput)
    .query(({ ctx, input }): Promise<RewriteDto> => getRewrite(ctx.domain, { ...input, userId: ctx.user.id })),

  acceptRewrite: userProcedure
    .meta({
      rest: 'POST /rewrites/{generation_id}/accept',
      tag: creationsTag,
      summary: { zh: '采用改写结果', en: 'Accept a rewrite' },
      answer: versionAnswer,
      scope: 'creations:write',
    })
    .input(rewriteIdInput)
    .mutation(({ ctx, input }): Promise<VersionDto> => acceptRewrite(ctx.domain, { ...input, userId: ctx.user.id })),

  /** Out of what waits; nothing is given back, and it can still be read and accepted. */
  dismissRewrite: userProcedure
    .meta({
      rest: 'POST /rewrites/{generation_id}/dismiss',
      tag: creationsTag,
      summary: { zh: '不采用改写结果', en: 'Dismiss a rewrite' },
      answer: okAnswer,
      scope: 'creations:write',
    })
    .input(rewriteIdInput)
    .mutation(({ ctx, input }): Promise<{ ok: true }> => dismissRewrite(ctx.domain, { ...input, userId: ctx.user.id })),
}
