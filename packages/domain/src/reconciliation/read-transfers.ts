import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { WithdrawalStatus } from '@mozhou/contracts/withdrawals/kinds'
import type { DomainContext } from '../context.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { storedWithdrawalStatus } from '../stored-columns.ts'
import type { BillMovement, OurMovement } from './compare-day.ts'
import { movementKey } from './movement-key.ts'

export type Reading = Pick<DomainContext, 'prisma'>

/** Ours that a day's bill is compared with: of that day, of the one before, and whatever the lines name. */
export interface WhichOurs {
  channel: PayChannel
  previousDay: string
  day: string
  lines: readonly BillMovement[]
}

/** Numbers asked for with one statement, well below what a statement may carry. */
const chunk = 5_000

export function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / chunk) }, (_, at) => all.slice(at * chunk, (at + 1) * chunk))
}

/** What left to people, and what of it came back, by our books. */
export async function readTransfers(
  ctx: Reading,
  { channel, previousDay, day, lines }: WhichOurs,
): Promise<OurMovement[]> {
  const during = { gte: dayStart(previousDay), lt: dayStart(day, 1) }
  const found = await Promise.all([
    movementsWhere(ctx, { channel, OR: [{ status: 'paid', endedAt: during }, { returnedAt: during }] }),
    ...chunks(lines.map(({ orderNo }) => orderNo)).map((numbers) =>
      movementsWhere(ctx, { channel, transferNo: { in: numbers } }),
    ),
  ])
  return [...new Map(found.flat().map((movement) => [movement.key, movement])).values()]
}

type Filter = NonNullable<Parameters<Reading['prisma']['withdrawalTransfer']['findMany']>[0]>['where']

async function movementsWhere(ctx: Reading, where: Filter): Promise<OurMovement[]> {
  const rows = await ctx.prisma.withdrawalTransfer.findMany({
    where: where ?? {},
    select: {
      transferNo: true,
      channelNo: true,
      amountFen: true,
      status: true,
      createdAt: true,
      endedAt: true,
      returnedAt: true,
    },
  })
  return rows.flatMap(({ transferNo, channelNo, amountFen, status, createdAt, endedAt, returnedAt }) => {
    const named = { orderNo: transferNo, refundNo: null, transactionId: channelNo ?? '' }
    const moved = (kind: 'transfer' | 'transfer_return', at: Date, state: OurMovement['state']): OurMovement => {
      return { ...named, kind, key: movementKey({ kind, ...named }), amountFen, at, day: dayOf(at), state }
    }
    const out = moved('transfer', endedAt ?? createdAt, stateOf(storedWithdrawalStatus(status)))
    return returnedAt === null ? [out] : [out, moved('transfer_return', returnedAt, 'made')]
  })
}

function stateOf(status: WithdrawalStatus): OurMovement['state'] {
  if (status === 'paid') return 'made'
  return status === 'failed' || status === 'cancelled' ? 'none' : 'open'
}
