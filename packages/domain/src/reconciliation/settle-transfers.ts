import { sentStatuses } from '@mozhou/contracts/withdrawals/kinds'
import type { OrdersContext } from '../orders/orders-context.ts'
import { askTransfer } from '../withdrawals/ask-transfer.ts'

/**
 * A bill of the flow proves what left and what came back. Of its transfers, those whose end we have not heard are asked about, and so are
 * those that came back: what came back is in its person's balance again, and its finding says so. Other bills have none.
 * @throws PaymentFailure
 */
export async function settleTransfers(ctx: OrdersContext, { billId }: { billId: string }): Promise<void> {
  const unheard = await ctx.prisma.$queryRaw<{ withdrawalId: string }[]>`
    SELECT DISTINCT sent.withdrawal_id AS "withdrawalId"
    FROM bill_lines AS line
    JOIN withdrawal_transfers AS sent ON sent.transfer_no = line.order_no
    WHERE line.bill_id = ${billId}::uuid AND (
      (line.kind = 'transfer' AND sent.status = ANY(${[...sentStatuses]}))
      OR (line.kind = 'transfer_return' AND sent.returned_at IS NULL))`
  for (const { withdrawalId } of unheard) await askTransfer(ctx, { withdrawalId })
  await ctx.prisma.$executeRaw`
    UPDATE bill_findings AS finding SET resolution = 'given_back', resolved_at = ${ctx.clock.now()}
    FROM withdrawal_transfers AS sent
    WHERE finding.bill_id = ${billId}::uuid AND finding.kind = 'missing_here' AND finding.movement = 'transfer_return'
      AND finding.resolution IS NULL AND sent.transfer_no = finding.order_no AND sent.returned_at IS NOT NULL
      AND sent.amount_fen = finding.their_fen`
}
