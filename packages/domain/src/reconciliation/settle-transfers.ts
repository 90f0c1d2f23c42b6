import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { sentStatuses } from '@mozhou/contracts/withdrawals/kinds'
import type { OrdersContext } from '../orders/orders-context.ts'
import { askTransfer } from '../withdrawals/ask-transfer.ts'

interface OfBill {
  billId: string
}

/**
 * A bill of the flow proves what left and what came back. Of its transfers, those whose end we have not heard are asked about, and so are
 * those that came back: what came back is in its person's balance again. Other bills have none. One that cannot be settled keeps no other.
 * @returns that of some the channel did not say where they stand, which may be asked again; null when it said so of all
 */
export async function askTransfers(ctx: OrdersContext, { billId }: OfBill): Promise<PaymentFailure | null> {
  const unheard = await ctx.prisma.$queryRaw<{ withdrawalId: string }[]>`
    SELECT DISTINCT sent.withdrawal_id AS "withdrawalId"
    FROM bill_lines AS line
    JOIN withdrawal_transfers AS sent ON sent.transfer_no = line.order_no
    WHERE line.bill_id = ${billId}::uuid AND (
      (line.kind = 'transfer' AND sent.status = ANY(${[...sentStatuses]}))
      OR (line.kind = 'transfer_return' AND sent.returned_at IS NULL))`
  let failure: PaymentFailure | null = null
  for (const { withdrawalId } of unheard) {
    try {
      await askTransfer(ctx, { withdrawalId })
    } catch (err) {
      ctx.log.error({ err, withdrawalId }, 'a transfer of a bill could not be settled')
      if (err instanceof PaymentFailure) failure = err
    }
  }
  return failure
}

/** What came back and was found before the channel was heard of it: its finding says that its person has it. */
export async function closeGivenBack(ctx: OrdersContext, { billId }: OfBill): Promise<void> {
  await ctx.prisma.$executeRaw`
    UPDATE bill_findings AS finding SET resolution = 'given_back', resolved_at = ${ctx.clock.now()}
    FROM withdrawal_transfers AS sent
    WHERE finding.bill_id = ${billId}::uuid AND finding.kind = 'missing_here' AND finding.movement = 'transfer_return'
      AND finding.resolution IS NULL AND sent.transfer_no = finding.order_no AND sent.returned_at IS NOT NULL
      AND sent.amount_fen = finding.their_fen`
}
