import { adjustCreditsInput, listTransactionsInput } from '@mozhou/contracts/credits'
import type { BalanceDto, LedgerAuditDto, TransactionDto, VerifyAccountDto } from '@mozhou/contracts/credits'
import { pageAnswer } from '@mozhou/contracts/answers/page'
import { balanceAnswer, transactionAnswer } from '@mozhou/contracts/answers/credits'
import type { Page } from '@mozhou/contracts/page'
import { adjustCredits } from '@mozhou/domain/credits/adjust-credits'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { getBalance } from '@mozhou/domain/credits/get-balance'
import { listTransactions } from '@mozhou/domain/credits/list-transactions'
import { verifyAccount } from '@mozhou/domain/credits/verify-account'
import { adminProcedure, router, userProcedure } from '../trpc.ts'

export const creditsRouter = router({
  balance: userProcedure
    .meta({ rest: 'GET /credit/balance', answer: balanceAnswer, scope: 'credits:read' })
    .query(({ ctx }): Promise<BalanceDto> => getBalance(ctx.domain, { userId: ctx.user.id })),

  transactions: userProcedure
    .meta({ rest: 'GET /credit/transactions', answer: pageAnswer(transactionAnswer), scope: 'credits:read' })
    .input(listTransactionsInput)
    .query(({ ctx, input }): Promise<Page<TransactionDto>> =>
      listTransactions(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  verify: userProcedure.query(({ ctx }): Promise<VerifyAccountDto> =>
    verifyAccount(ctx.domain, { userId: ctx.user.id }),
  ),

  adjust: adminProcedure('ledger:adjust')
    .input(adjustCreditsInput)
    .mutation(({ ctx, input }): Promise<TransactionDto> => adjustCredits(ctx.domain, { ...input, actor: ctx.actor })),

  audit: adminProcedure('invariant:read').query(({ ctx }): Promise<LedgerAuditDto> => auditLedger(ctx.domain)),
})
