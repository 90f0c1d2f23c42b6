import { okAnswer, pageAnswer } from '@mozhou/contracts/answers'
import type { Page } from '@mozhou/contracts/page'
import {
  accountRowAnswer,
  operatorPublicationAnswer,
  platformHealthAnswer,
  publicationRowAnswer,
} from '@mozhou/contracts/publications/operator-answers'
import type {
  AccountRowDto,
  OperatorPublicationDto,
  PlatformHealthDto,
  PublicationRowDto,
} from '@mozhou/contracts/publications/operator-answers'
import {
  findAccountsInput,
  findPublicationsInput,
  publicationIdInput,
  retryForPersonInput,
} from '@mozhou/contracts/publications/inputs'
import { findAccounts, findPublications, getOperatorPublication } from '@mozhou/domain/publications/find-publications'
import { platformHealth } from '@mozhou/domain/publications/platform-health'
import { retryForPerson } from '@mozhou/domain/publications/retry-for-person'
import { publicationWorkflowId } from '@mozhou/workflows/ids'
import { replanned } from '../publications/run-publications.ts'
import { adminProcedure } from '../trpc.ts'
import { publicationsTag as tag } from './publications-tag.ts'

/** What operators see and do of everybody's publications, in the same router; never a text, nor a key. */
export const operatorPublications = {
  listAll: adminProcedure('publication:read')
    .meta({
      rest: 'GET /publish/all',
      tag,
      summary: { zh: '全部发布', en: 'All publications' },
      answer: pageAnswer(publicationRowAnswer),
    })
    .input(findPublicationsInput)
    .query(({ ctx, input }): Promise<Page<PublicationRowDto>> => findPublications(ctx.domain, input)),

  oneOfAll: adminProcedure('publication:read')
    .meta({
      rest: 'GET /publish/all/{publication_id}',
      tag,
      summary: { zh: '发布详情、尝试和凭据', en: 'One publication, its attempts and evidence' },
      answer: operatorPublicationAnswer,
    })
    .input(publicationIdInput)
    .query(async ({ ctx, input }): Promise<OperatorPublicationDto> => {
      const { round, ...detail } = await getOperatorPublication(ctx.domain, input)
      return { ...detail, workflowUrl: ctx.workflows.pageOf(publicationWorkflowId(input.publicationId, round)) }
    }),

  retryForPerson: adminProcedure('publication:retry')
    .meta({
      rest: 'POST /publish/all/{publication_id}/retry',
      tag,
      summary: { zh: '替用户再发一次（确知没有发出的）', en: 'Try a person’s publication again' },
      answer: okAnswer,
    })
    .input(retryForPersonInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await replanned(ctx, await retryForPerson(ctx.domain, { ...input, actor: ctx.actor }), 'now')
      return { ok: true }
    }),

  health: adminProcedure('publication:read')
    .meta({
      rest: 'GET /publish/health',
      tag,
      summary: { zh: '各平台的健康情况', en: 'How each platform does' },
      answer: platformHealthAnswer,
    })
    .query(({ ctx }): Promise<PlatformHealthDto> => platformHealth(ctx.domain)),

  allAccounts: adminProcedure('publication:read')
    .meta({
      rest: 'GET /publish/all-accounts',
      tag,
      summary: { zh: '全部平台账号', en: 'All platform accounts' },
      answer: pageAnswer(accountRowAnswer),
    })
    .input(findAccountsInput)
    .query(({ ctx, input }): Promise<Page<AccountRowDto>> => findAccounts(ctx.domain, input)),
}
