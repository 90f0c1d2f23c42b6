import { fileAnswer, okAnswer, pageAnswer } from '@mozhou/contracts/answers'
import type { FileDto } from '@mozhou/contracts/answers'
import type { Page } from '@mozhou/contracts/page'
import {
  withdrawalDetailAnswer,
  withdrawalRowAnswer,
  withdrawalRulesAnswer,
} from '@mozhou/contracts/withdrawals/answers'
import type { WithdrawalDetailDto, WithdrawalRowDto, WithdrawalRulesDto } from '@mozhou/contracts/withdrawals/answers'
import {
  decideWithdrawalInput,
  exportWithdrawalsInput,
  listWithdrawalsInput,
  saveWithdrawalRulesInput,
  withdrawalIdInput,
} from '@mozhou/contracts/withdrawals/inputs'
import { approveReviewed, rejectWithdrawal } from '@mozhou/domain/withdrawals/decide-withdrawal'
import { exportWithdrawals } from '@mozhou/domain/withdrawals/export-withdrawals'
import { findWithdrawals } from '@mozhou/domain/withdrawals/find-withdrawals'
import { getWithdrawalDetail } from '@mozhou/domain/withdrawals/get-withdrawal-detail'
import { readRules } from '@mozhou/domain/withdrawals/read-rules'
import { repeatWithdrawal } from '@mozhou/domain/withdrawals/repeat-withdrawal'
import { saveRules } from '@mozhou/domain/withdrawals/save-rules'
import { withdrawalWorkflowId } from '@mozhou/workflows/ids'
import { runWithdrawal } from '../withdrawals/run-withdrawal.ts'
import { adminProcedure } from '../trpc.ts'
import { withdrawalsTag as tag } from './withdrawals-tag.ts'

/** What finance and administrators do about withdrawals, in the same router. */
export const operatorWithdrawals = {
  list: adminProcedure('withdrawal:read')
    .meta({
      rest: 'GET /operation/withdrawals/all',
      tag,
      summary: { zh: '全部提现', en: 'List all withdrawals' },
      answer: pageAnswer(withdrawalRowAnswer),
    })
    .input(listWithdrawalsInput)
    .query(({ ctx, input }): Promise<Page<WithdrawalRowDto>> => findWithdrawals(ctx.domain, input)),

  one: adminProcedure('withdrawal:read')
    .meta({
      rest: 'GET /operation/withdrawals/all/{withdrawal_id}',
      tag,
      summary: { zh: '提现详情', en: 'One withdrawal' },
      answer: withdrawalDetailAnswer,
    })
    .input(withdrawalIdInput)
    .query(async ({ ctx, input }): Promise<WithdrawalDetailDto> => {
      const detail = await getWithdrawalDetail(ctx.domain, input)
      const workflowUrl = ctx.workflows.pageOf(withdrawalWorkflowId(input.withdrawalId, detail.attempt))
      return { ...detail, workflowUrl }
    }),

  approve: adminProcedure('withdrawal:decide')
    .meta({
      rest: 'POST /operation/withdrawals/{withdrawal_id}/approve',
      tag,
      summary: { zh: '同意提现', en: 'Approve a withdrawal' },
      answer: okAnswer,
    })
    .input(decideWithdrawalInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await runWithdrawal(ctx, await approveReviewed(ctx.domain, { ...input, actor: ctx.actor }))
      return { ok: true }
    }),

  reject: adminProcedure('withdrawal:decide')
    .meta({
      rest: 'POST /operation/withdrawals/{withdrawal_id}/reject',
      tag,
      summary: { zh: '拒绝提现', en: 'Reject a withdrawal' },
      answer: okAnswer,
    })
    .input(decideWithdrawalInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await runWithdrawal(ctx, await rejectWithdrawal(ctx.domain, { ...input, actor: ctx.actor }))
      return { ok: true }
    }),

  retry: adminProcedure('withdrawal:decide')
    .meta({
      rest: 'POST /operation/withdrawals/{withdrawal_id}/retry',
      tag,
      summary: { zh: '用新单号再付一次', en: 'Pay a failed withdrawal under a new number' },
      answer: okAnswer,
    })
    .input(decideWithdrawalInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await runWithdrawal(ctx, await repeatWithdrawal(ctx.domain, { ...input, actor: ctx.actor }))
      return { ok: true }
    }),

  export: adminProcedure('withdrawal:export')
    .meta({
      rest: 'POST /operation/withdrawals/export',
      tag,
      summary: { zh: '导出提现实名明细', en: 'Export withdrawals with names' },
      rules: [
        {
          zh: '包含姓名和身份证号，用于个税申报；每次导出都记入操作记录。',
          en: 'Has names and ID numbers, for the tax office; each export stands in the audit log.',
        },
      ],
      answer: fileAnswer,
      isLong: true,
    })
    .input(exportWithdrawalsInput)
    .mutation(({ ctx, input }): Promise<FileDto> => exportWithdrawals(ctx.domain, { ...input, actor: ctx.actor })),

  rules: adminProcedure('withdrawal:read')
    .meta({
      rest: 'GET /operation/withdrawals/rules',
      tag,
      summary: { zh: '提现规则', en: 'The rules of withdrawals' },
      answer: withdrawalRulesAnswer,
    })
    .query(({ ctx }): Promise<WithdrawalRulesDto> => readRules(ctx.domain)),

  saveRules: adminProcedure('withdrawal:rules')
    .meta({
      rest: 'PUT /operation/withdrawals/rules',
      tag,
      summary: { zh: '修改提现规则', en: 'Change the rules of withdrawals' },
      answer: withdrawalRulesAnswer,
    })
    .input(saveWithdrawalRulesInput)
    .mutation(({ ctx, input }): Promise<WithdrawalRulesDto> => saveRules(ctx.domain, { ...input, actor: ctx.actor })),
}
