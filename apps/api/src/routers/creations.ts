import {
  restoreVersionInput,
  rewriteIdInput,
  rewriteSelectionInput,
  updateCreationInput,
} from '@mozhou/contracts/editing/inputs'
import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import {
  creationIdsInput,
  listCreationsInput,
  listTrashInput,
  creationIdInput,
  duplicateInput,
} from '@mozhou/contracts/creations/inputs'
import type {
  BulkResultDto,
  FoundCreationDto,
  TrashedCreationDto,
  CreationDto,
  CreationRowDto,
  VersionDto,
} from '@mozhou/contracts/creations/answers'
import { progressInput } from '@mozhou/contracts/generations/inputs'
import type { GenerationStartedDto, ReceiptDto } from '@mozhou/contracts/generations/answers'
import { pageAnswer, okAnswer } from '@mozhou/contracts/answers'
import {
  bulkResultAnswer,
  creationAnswer,
  creationRowAnswer,
  foundCreationAnswer,
  trashedCreationAnswer,
  versionAnswer,
} from '@mozhou/contracts/creations/answers'
import { generationStartedAnswer, receiptAnswer } from '@mozhou/contracts/generations/answers'
import { rewriteAnswer } from '@mozhou/contracts/editing/answers'
import type { Page } from '@mozhou/contracts/page'
import { acceptRewrite } from '@mozhou/domain/editing/accept-rewrite'
import { dismissRewrite } from '@mozhou/domain/editing/dismiss-rewrite'
import { duplicateCreation } from '@mozhou/domain/creations/duplicate-creation'
import { followGeneration } from '@mozhou/domain/generations/follow-generation'
import { getCreation } from '@mozhou/domain/creations/get-creation'
import { getReceipt } from '@mozhou/domain/generations/get-receipt'
import { getRewrite } from '@mozhou/domain/editing/get-rewrite'
import { listCreations } from '@mozhou/domain/creations/list-creations'
import { listRewrites } from '@mozhou/domain/editing/list-rewrites'
import { listTrash } from '@mozhou/domain/creations/list-trash'
import { listVersions } from '@mozhou/domain/creations/list-versions'
import { onlyOne } from '@mozhou/domain/creations/only-one'
import { removeCreations } from '@mozhou/domain/creations/remove-creations'
import { restoreVersion } from '@mozhou/domain/editing/restore-version'
import { rewriteSelection } from '@mozhou/domain/editing/rewrite-selection'
import { undeleteCreations } from '@mozhou/domain/creations/undelete-creations'
import { updateCreation } from '@mozhou/domain/editing/update-creation'
import { tracked } from '@trpc/server'
import { startRequested } from '../start-generation.ts'
import { z } from 'zod'
import { router, userProcedure } from '../trpc.ts'

export const creationsRouter = router({
  list: userProcedure
    .meta({ rest: 'GET /creations', answer: pageAnswer(foundCreationAnswer), scope: 'creations:read' })
    .input(listCreationsInput)
    .query(({ ctx, input }): Promise<Page<FoundCreationDto>> =>
      listCreations(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  get: userProcedure
    .meta({ rest: 'GET /creations/{id}', answer: creationAnswer, scope: 'creations:read' })
    .input(creationIdInput)
    .query(({ ctx, input }): Promise<CreationDto> => getCreation(ctx.domain, { ...input, userId: ctx.user.id })),

  versions: userProcedure
    .meta({ rest: 'GET /creations/{id}/versions', answer: z.array(versionAnswer), scope: 'creations:read' })
    .input(creationIdInput)
    .query(({ ctx, input }): Promise<VersionDto[]> => listVersions(ctx.domain, { ...input, userId: ctx.user.id })),

  /** Title, fields or the whole Markdown text, as a new version. Answers CREATION_CONFLICT when another has come since. */
  update: userProcedure
    .meta({ rest: 'PUT /creations/{id}', answer: versionAnswer, scope: 'creations:write' })
    .input(updateCreationInput)
    .mutation(({ ctx, input }): Promise<VersionDto> => updateCreation(ctx.domain, { ...input, userId: ctx.user.id })),

  restore: userProcedure
    .meta({ rest: 'POST /creations/{id}/restore', answer: versionAnswer, scope: 'creations:write' })
    .input(restoreVersionInput)
    .mutation(({ ctx, input }): Promise<VersionDto> => restoreVersion(ctx.domain, { ...input, userId: ctx.user.id })),

  duplicate: userProcedure
    .meta({ rest: 'POST /creations/{id}/duplicate', answer: creationRowAnswer, scope: 'creations:write' })
    .input(duplicateInput)
    .mutation(({ ctx, input }): Promise<CreationRowDto> =>
      duplicateCreation(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  /** Into the trash, for 30 days. */
  remove: userProcedure
    .meta({ rest: 'DELETE /creations/{id}', answer: okAnswer, scope: 'creations:write' })
    .input(creationIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> =>
      onlyOne(await removeCreations(ctx.domain, { creationIds: [input.creationId], userId: ctx.user.id })),
    ),

  undelete: userProcedure
    .meta({ rest: 'POST /creations/{id}/undelete', answer: okAnswer, scope: 'creations:write' })
    .input(creationIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> =>
      onlyOne(await undeleteCreations(ctx.domain, { creationIds: [input.creationId], userId: ctx.user.id })),
    ),

  removeMany: userProcedure
    .meta({ rest: 'POST /creations/delete-many', answer: bulkResultAnswer, scope: 'creations:write' })
    .input(creationIdsInput)
    .mutation(({ ctx, input }): Promise<BulkResultDto> =>
      removeCreations(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  undeleteMany: userProcedure
    .meta({ rest: 'POST /creations/undelete-many', answer: bulkResultAnswer, scope: 'creations:write' })
    .input(creationIdsInput)
    .mutation(({ ctx, input }): Promise<BulkResultDto> =>
      undeleteCreations(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  trash: userProcedure
    .meta({ rest: 'GET /trash', answer: pageAnswer(trashedCreationAnswer), scope: 'creations:read' })
    .input(listTrashInput)
    .query(({ ctx, input }): Promise<Page<TrashedCreationDto>> =>
      listTrash(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  /** A replacement for a selection; a charge of its own. It changes nothing until it is accepted. */
  rewriteSelection: userProcedure
    .meta({ rest: 'POST /creations/{id}/rewrite', answer: generationStartedAnswer, scope: 'writing' })
    .input(rewriteSelectionInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await rewriteSelection(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  /** Rewrites that wait to be accepted or dismissed, and those under way. */
  rewrites: userProcedure
    .meta({ rest: 'GET /creations/{id}/rewrites', answer: z.array(rewriteAnswer), scope: 'creations:read' })
    .input(creationIdInput)
    .query(({ ctx, input }): Promise<RewriteDto[]> => listRewrites(ctx.domain, { ...input, userId: ctx.user.id })),

  rewrite: userProcedure
    .meta({ rest: 'GET /rewrites/{generation_id}', answer: rewriteAnswer, scope: 'creations:read' })
    .input(rewriteIdInput)
    .query(({ ctx, input }): Promise<RewriteDto> => getRewrite(ctx.domain, { ...input, userId: ctx.user.id })),

  acceptRewrite: userProcedure
    .meta({ rest: 'POST /rewrites/{generation_id}/accept', answer: versionAnswer, scope: 'creations:write' })
    .input(rewriteIdInput)
    .mutation(({ ctx, input }): Promise<VersionDto> => acceptRewrite(ctx.domain, { ...input, userId: ctx.user.id })),

  /** Out of what waits; nothing is given back, and it can still be read and accepted. */
  dismissRewrite: userProcedure
    .meta({ rest: 'POST /rewrites/{generation_id}/dismiss', answer: okAnswer, scope: 'creations:write' })
    .input(rewriteIdInput)
    .mutation(({ ctx, input }): Promise<{ ok: true }> => dismissRewrite(ctx.domain, { ...input, userId: ctx.user.id })),

  receipt: userProcedure
    .meta({ rest: 'GET /creations/{id}/receipt', answer: receiptAnswer, scope: 'creations:read' })
    .input(creationIdInput)
    .query(({ ctx, input }): Promise<ReceiptDto> => getReceipt(ctx.domain, { ...input, userId: ctx.user.id })),

  /** Resumes after `lastEventId`; ends after `done`, or politely when the process drains, and the client comes back. */
  progress: userProcedure
    .meta({ scope: 'creations:read' })
    .input(progressInput)
    .subscription(async function* ({ ctx, input, signal }) {
      const until = AbortSignal.any([ctx.shutdown, ...(signal ? [signal] : [])])
      const follow = {
        generationId: input.generationId,
        userId: ctx.user.id,
        after: input.lastEventId ?? null,
        signal: until,
      }
      for await (const { id, event } of followGeneration(ctx.domain, ctx.hub, follow)) yield tracked(id, event)
    }),
})
