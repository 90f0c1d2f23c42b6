import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { DomainContext } from '../context.ts'

/** The row of a channel's bill of a day, made when it is first asked for. */
export async function openBill(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'newId'>,
  { channel, day }: { channel: PayChannel; day: string },
): Promise<{ id: string; status: string; sha256: string | null }> {
  return ctx.prisma.channelBill.upsert({
    where: { channel_day: { channel, day } },
    create: { id: ctx.newId(), channel, day, createdAt: ctx.clock.now() },
    update: {},
    select: { id: true, status: true, sha256: true },
  })
}
