import { AppError } from '@mozhou/contracts/errors'
import type { MoneyRefundDto } from '@mozhou/contracts/refunds/answers'
import type { DomainContext } from '../context.ts'
import { decidersOf } from './list-money-refunds.ts'
import { readQuote } from './read-quote.ts'
import { refundSelect, toRefundDto } from './refund-dto.ts'

/** A refund for who decides about it: while it waits, with what may come back at this moment. @throws AppError REFUND_NOT_FOUND */
export async function getMoneyRefund(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { refundId }: { refundId: string },
): Promise<Omit<MoneyRefundDto, 'workflowUrl'>> {
  const row = await ctx.prisma.moneyRefund.findUnique({ where: { id: refundId }, select: refundSelect })
  if (row === null) throw new AppError('REFUND_NOT_FOUND')
  const refund = toRefundDto(row, await decidersOf(ctx, [row]))
  if (refund.kind !== 'request' || refund.status !== 'requested') return { ...refund, quote: null }
  const { order } = row
  const { dto, refundableFen } = await readQuote(ctx, { ...order, userId: order.user.id }, { except: refundId })
  return { ...refund, quote: { ...dto, faultFen: refundableFen.fault } }
}
