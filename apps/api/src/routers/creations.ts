import { creationIdInput, listCreationsInput, progressInput } from '@mozhou/contracts/creations'
import type { CreationDto, CreationRowDto, ReceiptDto, VersionDto } from '@mozhou/contracts/creations'
import { pageAnswer } from '@mozhou/contracts/answers/page'
import { creationAnswer, creationRowAnswer, receiptAnswer, versionAnswer } from '@mozhou/contracts/answers/creations'
import type { Page } from '@mozhou/contracts/page'
import { followGeneration } from '@mozhou/domain/creations/follow-generation'
import { getCreation } from '@mozhou/domain/creations/get-creation'
import { getReceipt } from '@mozhou/domain/creations/get-receipt'
import { listCreations } from '@mozhou/domain/creations/list-creations'
import { listVersions } from '@mozhou/domain/creations/list-versions'
import { tracked } from '@trpc/server'
import { z } from 'zod'
import { router, userProcedure } from '../trpc.ts'

export const creationsRouter = router({
  list: userProcedure
    .meta({ rest: 'GET /creations', answer: pageAnswer(creationRowAnswer), scope: 'creations:read' })
    .input(listCreationsInput)
    .query(({ ctx, input }): Promise<Page<CreationRowDto>> =>
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
