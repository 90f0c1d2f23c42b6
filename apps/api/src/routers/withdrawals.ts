import { okAnswer, pageAnswer } from '@mozhou/contracts/answers'
import type { Page } from '@mozhou/contracts/page'
import { pageInput } from '@mozhou/contracts/page'
import {
  beginBindingAnswer,
  bindingAnswer,
  cashAccountAnswer,
  exchangeAnswer,
  withdrawalAnswer,
  withdrawalDetailAnswer,
  withdrawalRowAnswer,
  withdrawalRulesAnswer,
} from '@mozhou/contracts/withdrawals/answers'
import type {
  BeginBindingDto,
  BindingDto,
  BoundDto,
  CashAccountDto,
  ExchangeDto,
  WithdrawalDetailDto,
  WithdrawalDto,
  WithdrawalRowDto,
  WithdrawalRulesDto,
} from '@mozhou/contracts/withdrawals/answers'
import {
  completeBindingInput,
  decideWithdrawalInput,
  exchangeCashInput,
  listWithdrawalsInput,
  payeeBindingIdInput,
  requestWithdrawalInput,
  savePayeeInput,
  saveWithdrawalRulesInput,
  withdrawalIdInput,
} from '@mozhou/contracts/withdrawals/inputs'
import { beginBinding } from '@mozhou/domain/withdrawals/begin-binding'
import { cancelWithdrawal } from '@mozhou/domain/withdrawals/cancel-withdrawal'
import { completeBinding } from '@mozhou/domain/withdrawals/complete-binding'
import { approveReviewed, rejectWithdrawal } from '@mozhou/domain/withdrawals/decide-withdrawal'
import { exchangeCash } from '@mozhou/domain/withdrawals/exchange-cash'
import { findWithdrawals } from '@mozhou/domain/withdrawals/find-withdrawals'
import { getBinding } from '@mozhou/domain/withdrawals/get-binding'
import { getCashAccount } from '@mozhou/domain/withdrawals/get-cash-account'
import { getWithdrawalDetail } from '@mozhou/domain/withdrawals/get-withdrawal-detail'
import { getWithdrawal, listWithdrawals } from '@mozhou/domain/withdrawals/list-withdrawals'
import { readRules } from '@mozhou/domain/withdrawals/read-rules'
import { repeatWithdrawal } from '@mozhou/domain/withdrawals/repeat-withdrawal'
import { requestWithdrawal } from '@mozhou/domain/withdrawals/request-withdrawal'
import { savePayee } from '@mozhou/domain/withdrawals/save-payee'
import { saveRules } from '@mozhou/domain/withdrawals/save-rules'
import { withdrawalWorkflowId } from '@mozhou/workflows/ids'
import { runWithdrawal } from '../withdrawals/run-withdrawal.ts'
import {
  adminProcedure,
  confirmedProcedure,
  publicProcedure,
  router,
  sessionProcedure,
  userProcedure,
} from '../trpc.ts'

const tag = { zh: '提现', en: 'Withdrawals' }

export const withdrawalsRouter = router({
  account: userProcedure
    .meta({
      rest: 'GET /operation/withdrawals/account',
      tag,
      summary: { zh: '现金余额和提现限额', en: 'Cash balance and limits' },
      answer: cashAccountAnswer,
      scope: 'credits:read',
    })
    .query(({ ctx }): Promise<CashAccountDto> => getCashAccount(ctx.domain, { userId: ctx.user.id })),

  mine: userProcedure
    .meta({
      rest: 'GET /operation/withdrawals',
      tag,
      summary: { zh: '我的提现记录', en: 'My withdrawals' },
      answer: pageAnswer(withdrawalAnswer),
      scope: 'credits:read',
    })
    .input(pageInput)
    .query(({ ctx, input }): Promise<Page<WithdrawalDto>> =>
      listWithdrawals(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  savePayee: confirmedProcedure
    .meta({
      rest: 'PUT /operation/withdrawals/payee',
      tag,
      summary: { zh: '设置收款账户和实名信息', en: 'Set whom the cash goes to' },
      rules: [
        {
          zh: '姓名和身份证号加密保存，不会再返回。',
          en: 'Name and ID number are sealed and never answered.',
        },
        {
          zh: '支付宝填 `account`；微信先扫码绑定，填 `bindingId`。登录超过 10 分钟的要带 `currentPassword`。',
          en: 'For Alipay send `account`; for WeChat bind it by scanning first and send `bindingId`. `currentPassword` is needed when the sign-in is older than ten minutes.',
        },
      ],
      answer: cashAccountAnswer,
    })
    .input(savePayeeInput)
    .mutation(async ({ ctx, input }): Promise<CashAccountDto> => {
      const asked = { userId: ctx.user.id, sessionId: ctx.session.id, ipAddress: ctx.client.ipAddress }
      await savePayee(ctx.domain, { ...input, ...asked })
      return getCashAccount(ctx.domain, { userId: ctx.user.id })
    }),

  beginBinding: sessionProcedure
    .meta({
      rest: 'POST /operation/withdrawals/payee/binding',
      tag,
      summary: { zh: '扫码绑定微信收款', en: 'Begin to bind WeChat by scanning' },
      answer: beginBindingAnswer,
    })
    .mutation(({ ctx }): Promise<BeginBindingDto> => beginBinding(ctx.domain, { userId: ctx.user.id })),

  /** Where WeChat sends whoever scanned, by `rest/wechat-binding.ts`: signed in or not, the state says whose they are. */
  completeBinding: publicProcedure
    .input(completeBindingInput)
    .mutation(({ ctx, input }): Promise<BoundDto> => completeBinding(ctx.domain, input)),

  binding: sessionProcedure
    .meta({
      rest: 'GET /operation/withdrawals/payee/binding/{binding_id}',
      tag,
      summary: { zh: '微信绑定的进度', en: 'How far the binding has come' },
      answer: bindingAnswer,
    })
    .input(payeeBindingIdInput)
    .query(({ ctx, input }): Promise<BindingDto> => getBinding(ctx.domain, { ...input, userId: ctx.user.id })),

  request: userProcedure
    .meta({
      rest: 'POST /operation/withdrawals',
      tag,
      summary: { zh: '申请提现', en: 'Request a withdrawal' },
      answer: withdrawalAnswer,
    })
    .input(requestWithdrawalInput)
    .mutation(async ({ ctx, input }): Promise<WithdrawalDto> => {
      const owned = { userId: ctx.user.id }
      const started = await requestWithdrawal(ctx.domain, { ...input, ...owned })
      await runWithdrawal(ctx, started)
      return getWithdrawal(ctx.domain, { ...owned, withdrawalId: started.withdrawalId })
    }),

  cancel: userProcedure
    .meta({
      rest: 'POST /operation/withdrawals/{withdrawal_id}/cancel',
      tag,
      summary: { zh: '撤回提现', en: 'Take a withdrawal back' },
      answer: withdrawalAnswer,
    })
    .input(withdrawalIdInput)
    .mutation(async ({ ctx, input }): Promise<WithdrawalDto> => {
      const owned = { ...input, userId: ctx.user.id }
      await runWithdrawal(ctx, await cancelWithdrawal(ctx.domain, owned))
      return getWithdrawal(ctx.domain, owned)
    }),

  repeat: userProcedure
    .meta({
      rest: 'POST /operation/withdrawals/{withdrawal_id}/repeat',
      tag,
      summary: { zh: '重新收款', en: 'Have a withdrawal paid again' },
      answer: withdrawalAnswer,
    })
    .input(withdrawalIdInput)
    .mutation(async ({ ctx, input }): Promise<WithdrawalDto> => {
      const owned = { ...input, userId: ctx.user.id }
      await runWithdrawal(ctx, await repeatWithdrawal(ctx.domain, owned))
      return getWithdrawal(ctx.domain, owned)
    }),

  exchange: userProcedure
    .meta({
      rest: 'POST /operation/withdrawals/exchange',
      tag,
      summary: { zh: '现金换积分', en: 'Exchange cash for credits' },
      answer: exchangeAnswer,
    })
    .input(exchangeCashInput)
    .mutation(({ ctx, input }): Promise<ExchangeDto> => exchangeCash(ctx.domain, { ...input, userId: ctx.user.id })),

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
})
