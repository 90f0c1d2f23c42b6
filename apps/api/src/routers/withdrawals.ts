import { pageAnswer } from '@mozhou/contracts/answers'
import type { FileDto } from '@mozhou/contracts/answers'
import type { Page } from '@mozhou/contracts/page'
import { pageInput } from '@mozhou/contracts/page'
import {
  beginBindingAnswer,
  bindingAnswer,
  cashAccountAnswer,
  exchangeAnswer,
  statementAnswer,
  withdrawalAnswer,
} from '@mozhou/contracts/withdrawals/answers'
import type {
  BeginBindingDto,
  BindingDto,
  BoundDto,
  CashAccountDto,
  ExchangeDto,
  StatementDto,
  WithdrawalDto,
} from '@mozhou/contracts/withdrawals/answers'
import {
  completeBindingInput,
  exchangeCashInput,
  payeeBindingIdInput,
  requestWithdrawalInput,
  savePayeeInput,
  statementCsvInput,
  statementInput,
  withdrawalIdInput,
} from '@mozhou/contracts/withdrawals/inputs'
import { beginBinding } from '@mozhou/domain/withdrawals/begin-binding'
import { cancelWithdrawal } from '@mozhou/domain/withdrawals/cancel-withdrawal'
import { completeBinding } from '@mozhou/domain/withdrawals/complete-binding'
import { exchangeCash } from '@mozhou/domain/withdrawals/exchange-cash'
import { exportStatement } from '@mozhou/domain/withdrawals/export-statement'
import { getBinding } from '@mozhou/domain/withdrawals/get-binding'
import { getCashAccount } from '@mozhou/domain/withdrawals/get-cash-account'
import { getStatement } from '@mozhou/domain/withdrawals/get-statement'
import { getWithdrawal, listWithdrawals } from '@mozhou/domain/withdrawals/list-withdrawals'
import { repeatWithdrawal } from '@mozhou/domain/withdrawals/repeat-withdrawal'
import { requestWithdrawal } from '@mozhou/domain/withdrawals/request-withdrawal'
import { savePayee } from '@mozhou/domain/withdrawals/save-payee'
import { runWithdrawal } from '../withdrawals/run-withdrawal.ts'
import { confirmedProcedure, publicProcedure, router, sessionProcedure, userProcedure } from '../trpc.ts'
import { operatorWithdrawals } from './operator-withdrawals.ts'
import { withdrawalsTag as tag } from './withdrawals-tag.ts'

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

  statement: userProcedure
    .meta({
      rest: 'GET /operation/withdrawals/statement',
      tag,
      summary: { zh: '年度提现明细', en: 'What was paid to me in a year' },
      answer: statementAnswer,
      scope: 'credits:read',
    })
    .input(statementInput)
    .query(({ ctx, input }): Promise<StatementDto> => getStatement(ctx.domain, { ...input, userId: ctx.user.id })),

  statementCsv: userProcedure
    .meta({ isLong: true })
    .input(statementCsvInput)
    .query(({ ctx, input }): Promise<FileDto> => exportStatement(ctx.domain, { ...input, userId: ctx.user.id })),

  ...operatorWithdrawals,
})
