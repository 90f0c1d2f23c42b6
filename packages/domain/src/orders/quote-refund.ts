import { AppError } from '@mozhou/contracts/errors'
import type { RefundQuoteDto } from '@mozhou/contracts/refunds/answers'
import type { DomainContext } from '../context.ts'
import { readQuote } from './read-quote.ts'

/** What would come back of a person's order now, and what would be taken for it. Promises nothing. @throws AppError ORDER_NOT_FOUND */
export async function quoteRefund(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { userId, orderId }: { userId: string; orderId: string },
): Promise<RefundQuoteDto> {
  const order = await ctx.prisma.order.findFirst({
    where: { id: orderId, userId },
    select: { id: true, userId: true, kind: true, paidAt: true },
  })
  if (order === null) throw new AppError('ORDER_NOT_FOUND')
  return (await readQuote(ctx, order)).dto
}
