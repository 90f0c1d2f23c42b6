import type { BillDayDto, BillDetailDto, CreditedDto } from '@mozhou/contracts/reconciliation/answers'
import {
  billIdInput,
  listBillsInput,
  reconcileDayInput,
  resolveFindingInput,
} from '@mozhou/contracts/reconciliation/inputs'
import { checkCredited } from '@mozhou/domain/reconciliation/check-credited'
import { getBill } from '@mozhou/domain/reconciliation/get-bill'
import { listBills } from '@mozhou/domain/reconciliation/list-bills'
import { refuseDayNotOver } from '@mozhou/domain/reconciliation/refuse-day-not-over'
import { resolveFinding } from '@mozhou/domain/reconciliation/resolve-finding'
import { adminProcedure, router } from '../trpc.ts'

export const reconciliationRouter = router({
  bills: adminProcedure('reconciliation:read')
    .input(listBillsInput)
    .query(({ ctx, input }): Promise<BillDayDto[]> => listBills(ctx.domain, input)),

  bill: adminProcedure('reconciliation:read')
    .input(billIdInput)
    .query(({ ctx, input }): Promise<BillDetailDto> => getBill(ctx.domain, input)),

  credited: adminProcedure('reconciliation:read').query(({ ctx }): Promise<CreditedDto> => checkCredited(ctx.domain)),

  run: adminProcedure('reconciliation:resolve')
    .input(reconcileDayInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      refuseDayNotOver(ctx.domain, input)
      await ctx.workflows.startReconciliation(input.day)
      return { ok: true }
    }),

  resolve: adminProcedure('reconciliation:resolve')
    .input(resolveFindingInput)
    .mutation(async ({ ctx, input }): Promise<BillDetailDto> =>
      getBill(ctx.domain, await resolveFinding(ctx.domain, { ...input, actor: ctx.actor })),
    ),
})
