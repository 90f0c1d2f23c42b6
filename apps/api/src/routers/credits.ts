import { userIdInput } from '@mozhou/contracts/accounts/inputs'
import {
  adjustCreditsInput,
  creditRefundsInput,
  listTransactionsInput,
  transactionsCsvInput,
  userTransactionsInput,
} from '@mozhou/contracts/credits/inputs'
import type {
  AllowanceDto,
  BalanceDto,
  ExpiringCreditsDto,
  LedgerAuditsDto,
  TransactionDto,
  VerifyAccountDto,
} from '@mozhou/contracts/credits/answers'
import type { FileDto } from '@mozhou/contracts/answers'
import { pageAnswer } from '@mozhou/contracts/answers'
import { balanceAnswer } from '@mozhou/contracts/credits/answers'
import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import { userReceiptInput } from '@mozhou/contracts/generations/inputs'
import type { LedgerRowDto, RefundDto } from '@mozhou/contracts/generations/ledger-answers'
import { ledgerRowAnswer } from '@mozhou/contracts/generations/ledger-answers'
import type { Page } from '@mozhou/contracts/page'
import type { Wording } from '@mozhou/contracts/wording'
import { adjustCredits } from '@mozhou/domain/credits/adjust-credits'
import { exportTransactions } from '@mozhou/domain/credits/export-transactions'
import { getAllowance } from '@mozhou/domain/generations/get-allowance'
import { getReceipt } from '@mozhou/domain/generations/get-receipt'
import { getBalance } from '@mozhou/domain/credits/get-balance'
import { listAudits } from '@mozhou/domain/credits/list-audits'
import { listExpiring } from '@mozhou/domain/credits/list-expiring'
import { listRefunds } from '@mozhou/domain/credits/list-refunds'
import { listTransactions } from '@mozhou/domain/credits/list-transactions'
import { requestAudit } from '@mozhou/domain/credits/request-audit'
import { verifyAccount } from '@mozhou/domain/credits/verify-account'
import { adminProcedure, router, userProcedure } from '../trpc.ts'
import { cursorRule } from './rules.ts'

export const creditsTag: Wording = { zh: '积分会员', en: 'Credits and membership' }

export const creditsRouter = router({
  balance: userProcedure
    .meta({
      rest: 'GET /credit/balance',
      tag: creditsTag,
      summary: { zh: '获取积分余额', en: 'My balance' },
      answer: balanceAnswer,
      scope: 'credits:read',
    })
    .query(({ ctx }): Promise<BalanceDto> => getBalance(ctx.domain, { userId: ctx.user.id })),

  expiring: userProcedure.query(({ ctx }): Promise<ExpiringCreditsDto[]> =>
    listExpiring(ctx.domain, { userId: ctx.user.id }),
  ),

  transactions: userProcedure
    .meta({
      rest: 'GET /credit/transactions',
      tag: creditsTag,
      summary: { zh: '获取交易记录', en: 'My ledger' },
      rules: [
        cursorRule,
        {
          zh: '`from` 含、`to` 不含；`to` 不晚于 `from` 时没有结果。',
          en: 'From `from`, before `to`; nothing is found where `to` is not after `from`.',
        },
      ],
      answer: pageAnswer(ledgerRowAnswer),
      scope: 'credits:read',
    })
    .input(listTransactionsInput)
    .query(({ ctx, input }): Promise<Page<LedgerRowDto>> =>
      listTransactions(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  transactionsCsv: userProcedure
    .meta({ isLong: true })
    .input(transactionsCsvInput)
    .query(({ ctx, input }): Promise<FileDto> => exportTransactions(ctx.domain, { ...input, userId: ctx.user.id })),

  allowance: userProcedure.query(({ ctx }): Promise<AllowanceDto> => getAllowance(ctx.domain, { userId: ctx.user.id })),

  verify: userProcedure
    .meta({ isLong: true })
    .query(({ ctx }): Promise<VerifyAccountDto> => verifyAccount(ctx.domain, { userId: ctx.user.id })),

  adjust: adminProcedure('ledger:adjust')
    .input(adjustCreditsInput)
    .mutation(({ ctx, input }): Promise<TransactionDto> => adjustCredits(ctx.domain, { ...input, actor: ctx.actor })),

  /** Somebody's, as operators read them. */
  userBalance: adminProcedure('ledger:read')
    .input(userIdInput)
    .query(({ ctx, input }): Promise<BalanceDto> => getBalance(ctx.domain, input)),

  userTransactions: adminProcedure('ledger:read')
    .input(userTransactionsInput)
    .query(({ ctx, input }): Promise<Page<LedgerRowDto>> => listTransactions(ctx.domain, input)),

  refunds: adminProcedure('ledger:read')
    .input(creditRefundsInput)
    .query(({ ctx, input }): Promise<Page<RefundDto>> => listRefunds(ctx.domain, input)),

  receipt: adminProcedure('ledger:read')
    .input(userReceiptInput)
    .query(({ ctx, input }): Promise<ReceiptDto> => getReceipt(ctx.domain, input)),

  audit: adminProcedure('invariant:read').query(({ ctx }): Promise<LedgerAuditsDto> => listAudits(ctx.domain)),

  startAudit: adminProcedure('invariant:read').mutation(async ({ ctx }): Promise<{ ok: true }> => {
    await requestAudit(ctx.domain, (auditId) => ctx.workflows.startAudit(auditId))
    return { ok: true }
  }),
})
