import { refundLabel } from '@mozhou/contracts/refunds/refund-label'
import type { Context } from '../context.ts'

/** Has a reserved refund carried out by its workflow. It is owed without: what no workflow has, the sweep finds. */
export async function sendRefund(
  ctx: Pick<Context, 'domain' | 'workflows'>,
  { refundId, userId, amountFen }: { refundId: string; userId: string; amountFen: number },
): Promise<void> {
  try {
    await ctx.workflows.startRefund({ refundId, userId, label: refundLabel({ kind: 'request', amountFen }) })
  } catch (cause) {
    ctx.domain.log.warn({ err: cause, refundId }, 'a refund waits for the sweep to be sent')
  }
}
