import { userPageInput } from '@mozhou/contracts/accounts/inputs'
import type { UserCreationDto } from '@mozhou/contracts/creations/admin-answers'
import {
  creationIdsInput,
  listCreationsInput,
  listTrashInput,
  creationIdInput,
  duplicateInput,
  writeOwnInput,
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
import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import { pageAnswer, okAnswer } from '@mozhou/contracts/answers'
import {
  bulkResultAnswer,
  creationAnswer,
  creationRowAnswer,
  foundCreationAnswer,
  trashedCreationAnswer,
  versionAnswer,
} from '@mozhou/contracts/creations/answers'
import { receiptAnswer } from '@mozhou/contracts/generations/answers'
import type { Page } from '@mozhou/contracts/page'
import { duplicateCreation } from '@mozhou/domain/creations/duplicate-creation'
import { findOwnGeneration } from '@mozhou/domain/generations/find-own-generation'
import { getCreation } from '@mozhou/domain/creations/get-creation'
import { getReceipt } from '@mozhou/domain/generations/get-receipt'
import { listCreations } from '@mozhou/domain/creations/list-creations'
import { listTrash } from '@mozhou/domain/creations/list-trash'
import { listVersions } from '@mozhou/domain/creations/list-versions'
import { listUserCreations } from '@mozhou/domain/creations/list-user-creations'
import { onlyOne } from '@mozhou/domain/creations/only-one'
import { removeCreations } from '@mozhou/domain/creations/remove-creations'
import { undeleteCreations } from '@mozhou/domain/creations/undelete-creations'
import { writeOwn } from '@mozhou/domain/creations/write-own'
import { z } from 'zod'
import { adminProcedure, router, userProcedure } from '../trpc.ts'
import { creationsTag } from './creations-tag.ts'
import { editingProcedures } from './editing.ts'
import { ProgressViewing } from './progress-viewing.ts'
import { cursorRule } from './rules.ts'

export const creationsRouter = router({
  list: userProcedure
    .meta({
      rest: 'GET /creations',
      tag: creationsTag,
      summary: { zh: '获取创作列表', en: 'List my creations' },
      rules: [
        cursorRule,
        {
          zh: '`from` 含、`to` 不含；两者都有时 `to` 必须晚于 `from`。',
          en: 'From `from`, before `to`; where both are there `to` must be after `from`.',
        },
      ],
      answer: pageAnswer(foundCreationAnswer),
      scope: 'creations:read',
    })
    .input(listCreationsInput)
    .query(({ ctx, input }): Promise<Page<FoundCreationDto>> =>
      listCreations(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  get: userProcedure
    .meta({
      rest: 'GET /creations/{id}',
      tag: creationsTag,
      summary: { zh: '获取创作详情', en: 'One creation' },
      answer: creationAnswer,
      scope: 'creations:read',
    })
    .input(creationIdInput)
    .query(({ ctx, input }): Promise<CreationDto> => getCreation(ctx.domain, { ...input, userId: ctx.user.id })),

  versions: userProcedure
    .meta({
      rest: 'GET /creations/{id}/versions',
      tag: creationsTag,
      summary: { zh: '获取版本历史', en: 'Its versions' },
      answer: z.array(versionAnswer),
      scope: 'creations:read',
    })
    .input(creationIdInput)
    .query(({ ctx, input }): Promise<VersionDto[]> => listVersions(ctx.domain, { ...input, userId: ctx.user.id })),

  /** A work of one's own words: no model is asked, and nothing charged. */
  write: userProcedure
    .meta({
      rest: 'POST /creations',
      tag: creationsTag,
      summary: { zh: '存下自己写的作品（不用模型，不计费）', en: 'Keep a work that you wrote yourself' },
      answer: creationRowAnswer,
      scope: 'creations:write',
    })
    .input(writeOwnInput)
    .mutation(({ ctx, input }): Promise<CreationRowDto> => writeOwn(ctx.domain, { ...input, userId: ctx.user.id })),

  duplicate: userProcedure
    .meta({
      rest: 'POST /creations/{id}/duplicate',
      tag: creationsTag,
      summary: { zh: '复制一份', en: 'Make a copy' },
      answer: creationRowAnswer,
      scope: 'creations:write',
    })
    .input(duplicateInput)
    .mutation(({ ctx, input }): Promise<CreationRowDto> =>
      duplicateCreation(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  /** Into the trash, for 30 days. */
  remove: userProcedure
    .meta({
      rest: 'DELETE /creations/{id}',
      tag: creationsTag,
      summary: { zh: '删除创作', en: 'Delete a creation' },
      answer: okAnswer,
      scope: 'creations:write',
    })
    .input(creationIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> =>
      onlyOne(await removeCreations(ctx.domain, { creationIds: [input.creationId], userId: ctx.user.id })),
    ),

  undelete: userProcedure
    .meta({
      rest: 'POST /creations/{id}/undelete',
      tag: creationsTag,
      summary: { zh: '从回收站恢复', en: 'Take out of the trash' },
      answer: okAnswer,
      scope: 'creations:write',
    })
    .input(creationIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> =>
      onlyOne(await undeleteCreations(ctx.domain, { creationIds: [input.creationId], userId: ctx.user.id })),
    ),

  removeMany: userProcedure
    .meta({
      rest: 'POST /creations/delete-many',
      tag: creationsTag,
      summary: { zh: '批量删除', en: 'Delete many' },
      answer: bulkResultAnswer,
      scope: 'creations:write',
    })
    .input(creationIdsInput)
    .mutation(({ ctx, input }): Promise<BulkResultDto> =>
      removeCreations(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  undeleteMany: userProcedure
    .meta({
      rest: 'POST /creations/undelete-many',
      tag: creationsTag,
      summary: { zh: '批量恢复', en: 'Take many out of the trash' },
      answer: bulkResultAnswer,
      scope: 'creations:write',
    })
    .input(creationIdsInput)
    .mutation(({ ctx, input }): Promise<BulkResultDto> =>
      undeleteCreations(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  trash: userProcedure
    .meta({
      rest: 'GET /trash',
      tag: creationsTag,
      summary: { zh: '回收站', en: 'The trash' },
      rules: [cursorRule],
      answer: pageAnswer(trashedCreationAnswer),
      scope: 'creations:read',
    })
    .input(listTrashInput)
    .query(({ ctx, input }): Promise<Page<TrashedCreationDto>> =>
      listTrash(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  receipt: userProcedure
    .meta({
      rest: 'GET /creations/{id}/receipt',
      tag: creationsTag,
      summary: { zh: '获取小票：价格、流水和模型调用', en: 'The receipt: price, ledger entries, model calls' },
      answer: receiptAnswer,
      scope: 'creations:read',
    })
    .input(creationIdInput)
    .query(({ ctx, input }): Promise<ReceiptDto> => getReceipt(ctx.domain, { ...input, userId: ctx.user.id })),

  /** Resumes after `lastEventId`; ends after `done`, or politely when the process drains, and the client comes back. */
  progress: userProcedure
    .meta({ scope: 'creations:read' })
    .input(progressInput)
    .subscription(async ({ ctx, input, signal }) => {
      const { generationId, lastEventId } = input
      const followed = await findOwnGeneration(ctx.domain, ctx.hub, { generationId, userId: ctx.user.id })
      return new ProgressViewing(ctx, { followed, after: lastEventId ?? null, signal })
    }),

  /** Somebody's, as operators see them. */
  ofUser: adminProcedure('creation:read')
    .input(userPageInput)
    .query(({ ctx, input }): Promise<Page<UserCreationDto>> => listUserCreations(ctx.domain, input)),

  ...editingProcedures,
})
