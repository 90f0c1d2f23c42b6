import { pageAnswer } from '@mozhou/contracts/answers'
import type { Page } from '@mozhou/contracts/page'
import {
  calendarAnswer,
  previewsAnswer,
  publicationAnswer,
  publicationDetailAnswer,
  publicationsAnswer,
  publishAnswer,
} from '@mozhou/contracts/publications/answers'
import type {
  CalendarDto,
  PreviewsDto,
  PublicationDetailDto,
  PublicationDto,
  PublicationsDto,
  PublishDto,
} from '@mozhou/contracts/publications/answers'
import { handedOverAnswer } from '@mozhou/contracts/publications/handoff'
import type { HandedOverDto } from '@mozhou/contracts/publications/handoff'
import {
  calendarInput,
  confirmPublicationInput,
  handoffCodeInput,
  listPublicationsInput,
  previewInput,
  publicationIdInput,
  publishInput,
  rescheduleInput,
  saveDraftInput,
  statusesInput,
} from '@mozhou/contracts/publications/inputs'
import { confirmPublication, correctAddress, denyPosted } from '@mozhou/domain/publications/confirm-publication'
import { getPublication, getPublicationDetail, getStatuses } from '@mozhou/domain/publications/get-publication'
import { calendar, listPublications } from '@mozhou/domain/publications/list-publications'
import { previewPublications } from '@mozhou/domain/publications/preview-publications'
import { openHandoff } from '@mozhou/domain/publications/open-handoff'
import { publish } from '@mozhou/domain/publications/publish'
import {
  cancelPublication,
  publishNow,
  reschedulePublication,
  retryPublication,
} from '@mozhou/domain/publications/replan-publication'
import { retractPublication } from '@mozhou/domain/publications/retract-publication'
import { removeDraft, saveDraft } from '@mozhou/domain/publications/save-draft'
import { replanned, runPublications } from '../publications/run-publications.ts'
import { publicProcedure, router, sessionProcedure, userProcedure } from '../trpc.ts'
import { operatorPublications } from './operator-publications.ts'
import { accountProcedures } from './platform-accounts.ts'
import { publicationsTag as tag } from './publications-tag.ts'

const ok = { ok: true } as const

export const publicationsRouter = router({
  ...accountProcedures,
  preview: userProcedure
    .meta({
      rest: 'POST /publish/preview',
      tag,
      summary: { zh: '预览各平台的样子并检查规则', en: 'Preview on platforms, and check their rules' },
      answer: previewsAnswer,
      scope: 'publish:read',
    })
    .input(previewInput)
    .mutation(({ ctx, input }): Promise<PreviewsDto> =>
      previewPublications(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  saveDraft: userProcedure
    .input(saveDraftInput)
    .mutation(({ ctx, input }): Promise<PublicationDetailDto> =>
      saveDraft(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  removeDraft: userProcedure.input(publicationIdInput).mutation(async ({ ctx, input }): Promise<typeof ok> => {
    await removeDraft(ctx.domain, { ...input, userId: ctx.user.id })
    return ok
  }),

  publish: userProcedure
    .meta({
      rest: 'POST /publish',
      tag,
      summary: { zh: '发布到一个或多个平台账号', en: 'Publish to one or several accounts' },
      rules: [
        {
          zh: '`scheduledAt` 在 90 天之内；省略则立即发布。每个目标可以有自己的时间。',
          en: '`scheduledAt` lies within 90 days; left out, it is published now. Each target may have a time of its own.',
        },
        {
          zh: '`onRefusal` 为 `stop` 时有一个目标被拒绝就都不发；为 `skip` 时发能发的，被拒绝的在 `refused` 里。',
          en: 'With `onRefusal` = `stop` one refused target stops all; with `skip` the others go out, and `refused` names it.',
        },
      ],
      answer: publishAnswer,
      scope: 'publish:write',
    })
    .input(publishInput)
    .mutation(async ({ ctx, input }): Promise<PublishDto> => {
      const { answer, started } = await publish(ctx.domain, { ...input, userId: ctx.user.id })
      await runPublications(ctx, started)
      return answer
    }),

  list: userProcedure
    .meta({
      rest: 'GET /publish/history',
      tag,
      summary: { zh: '发布记录', en: 'Publications' },
      answer: pageAnswer(publicationAnswer),
      scope: 'publish:read',
    })
    .input(listPublicationsInput)
    .query(({ ctx, input }): Promise<Page<PublicationDto>> =>
      listPublications(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  calendar: userProcedure
    .meta({
      rest: 'GET /publish/calendar',
      tag,
      summary: { zh: '发布日历', en: 'Calendar of publications' },
      answer: calendarAnswer,
      scope: 'publish:read',
    })
    .input(calendarInput)
    .query(({ ctx, input }): Promise<CalendarDto> => calendar(ctx.domain, { ...input, userId: ctx.user.id })),

  one: userProcedure
    .meta({
      rest: 'GET /publish/{publication_id}/status',
      tag,
      summary: { zh: '发布状态、凭据和经过', en: 'How a publication stands, its evidence and history' },
      answer: publicationDetailAnswer,
      scope: 'publish:read',
    })
    .input(publicationIdInput)
    .query(({ ctx, input }): Promise<PublicationDetailDto> =>
      getPublicationDetail(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  statuses: userProcedure
    .meta({ answer: publicationsAnswer })
    .input(statusesInput)
    .query(({ ctx, input }): Promise<PublicationsDto> => getStatuses(ctx.domain, { ...input, userId: ctx.user.id })),

  reschedule: userProcedure
    .meta({
      rest: 'POST /publish/{publication_id}/reschedule',
      tag,
      summary: { zh: '改发布时间', en: 'Change the time' },
      answer: publicationAnswer,
      scope: 'publish:write',
    })
    .input(rescheduleInput)
    .mutation(async ({ ctx, input }): Promise<PublicationDto> => {
      const own = { publicationId: input.publicationId, userId: ctx.user.id }
      await replanned(ctx, await reschedulePublication(ctx.domain, { ...input, ...own }), 'reschedule')
      return getPublication(ctx.domain, own)
    }),

  publishNow: userProcedure
    .meta({
      rest: 'POST /publish/{publication_id}/now',
      tag,
      summary: { zh: '立即发布', en: 'Publish now' },
      answer: publicationAnswer,
      scope: 'publish:write',
    })
    .input(publicationIdInput)
    .mutation(async ({ ctx, input }): Promise<PublicationDto> => {
      const own = { ...input, userId: ctx.user.id }
      await replanned(ctx, await publishNow(ctx.domain, own), 'now')
      return getPublication(ctx.domain, own)
    }),

  cancel: userProcedure
    .meta({
      rest: 'POST /publish/{publication_id}/cancel',
      tag,
      summary: { zh: '取消发布', en: 'Cancel a publication' },
      answer: publicationAnswer,
      scope: 'publish:write',
    })
    .input(publicationIdInput)
    .mutation(async ({ ctx, input }): Promise<PublicationDto> => {
      const own = { ...input, userId: ctx.user.id }
      await replanned(ctx, await cancelPublication(ctx.domain, own), 'cancel')
      return getPublication(ctx.domain, own)
    }),

  confirm: userProcedure
    .meta({
      rest: 'POST /publish/{publication_id}/confirm',
      tag,
      summary: { zh: '用链接确认已发布', en: 'Confirm by the address of where it is' },
      answer: publicationAnswer,
      scope: 'publish:write',
    })
    .input(confirmPublicationInput)
    .mutation(async ({ ctx, input }): Promise<PublicationDto> => {
      const own = { publicationId: input.publicationId, userId: ctx.user.id }
      await confirmPublication(ctx.domain, { ...input, ...own })
      return getPublication(ctx.domain, own)
    }),

  correctAddress: userProcedure
    .meta({
      rest: 'POST /publish/{publication_id}/address',
      tag,
      summary: { zh: '更正链接（本人确认的）', en: 'Correct the address that its person gave' },
      answer: publicationAnswer,
      scope: 'publish:write',
    })
    .input(confirmPublicationInput)
    .mutation(async ({ ctx, input }): Promise<PublicationDto> => {
      const own = { publicationId: input.publicationId, userId: ctx.user.id }
      await correctAddress(ctx.domain, { ...input, ...own })
      return getPublication(ctx.domain, own)
    }),

  denyPosted: userProcedure
    .meta({
      rest: 'POST /publish/{publication_id}/not-posted',
      tag,
      summary: { zh: '核对过，平台上没有', en: 'Looked there: it is not posted' },
      answer: publicationAnswer,
      scope: 'publish:write',
    })
    .input(publicationIdInput)
    .mutation(async ({ ctx, input }): Promise<PublicationDto> => {
      const own = { ...input, userId: ctx.user.id }
      await denyPosted(ctx.domain, own)
      return getPublication(ctx.domain, own)
    }),

  retry: userProcedure
    .meta({
      rest: 'POST /publish/{publication_id}/retry',
      tag,
      summary: { zh: '再发一次（确知没有发出的）', en: 'Try again what is known not to be out' },
      answer: publicationAnswer,
      scope: 'publish:write',
    })
    .input(publicationIdInput)
    .mutation(async ({ ctx, input }): Promise<PublicationDto> => {
      const own = { ...input, userId: ctx.user.id }
      await replanned(ctx, await retryPublication(ctx.domain, own), 'now')
      return getPublication(ctx.domain, own)
    }),

  /** For the phone that scanned the code: nobody needs to be signed in there. */
  handedOver: publicProcedure
    .meta({ answer: handedOverAnswer })
    .input(handoffCodeInput)
    .query(({ ctx, input }): Promise<HandedOverDto> => openHandoff(ctx.domain, input)),

  retract: sessionProcedure
    .meta({
      rest: 'POST /publish/{publication_id}/retract',
      tag,
      summary: { zh: '从平台撤回', en: 'Take it back from the platform' },
      answer: publicationAnswer,
    })
    .input(publicationIdInput)
    .mutation(async ({ ctx, input }): Promise<PublicationDto> => {
      const own = { ...input, userId: ctx.user.id }
      await retractPublication(ctx.domain, own)
      return getPublication(ctx.domain, own)
    }),

  ...operatorPublications,
})
