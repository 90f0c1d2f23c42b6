import type { DomainContext } from '../context.ts'
import { byKey } from './bill-key.ts'
import type { BillKey } from './bill-key.ts'

/** The row of a channel's bill of a day, made when it is first asked for. */
export async function openBill(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'newId'>,
  { channel, kind, day }: BillKey,
): Promise<{ id: string; status: string; sha256: string | null }> {
  return ctx.prisma.channelBill.upsert({
    where: byKey({ channel, kind, day }),
    create: { id: ctx.newId(), channel, kind, day, createdAt: ctx.clock.now() },
    update: {},
    select: { id: true, status: true, sha256: true },
  })
}
