import type { OrdersContext } from '../orders/orders-context.ts'
import { channelsSetUp } from '../payment-channels/channel-of.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { payoutChannels } from '../withdrawals/payout-channels.ts'
import type { BillKey } from './bill-key.ts'

/** Days that are made up for after an outage; channels keep bills for three months, and a person may ask for any of them. */
const lookBackDays = 7

/** Bills that are to be fetched or compared: of one day that a person asks for, done or not, or of every past one of a week that is not done, the oldest first. */
export async function dueBills(ctx: OrdersContext, { day }: { day: string | null }): Promise<BillKey[]> {
  const today = dayOf(ctx.clock.now())
  const past = Array.from({ length: lookBackDays }, (_, at) => dayOf(dayStart(today, at - lookBackDays)))
  const days = day === null ? past : [day].filter((asked) => asked < today)
  const done = await ctx.prisma.channelBill.findMany({
    where: { day: { in: day === null ? days : [] }, status: 'compared' },
    select: { channel: true, kind: true, day: true },
  })
  const isDone = ({ channel, kind, day: of }: BillKey) =>
    done.some((bill) => bill.channel === channel && bill.kind === kind && bill.day === of)
  const [setUp, paying] = await Promise.all([channelsSetUp(ctx), channelsThatPaid(ctx)])
  const ofDay = (of: string): BillKey[] => [
    ...setUp.map((channel) => ({ channel, kind: 'trade' as const, day: of })),
    ...setUp.filter((channel) => paying.has(channel)).map((channel) => ({ channel, kind: 'flow' as const, day: of })),
  ]
  return days.flatMap(ofDay).filter((bill) => !isDone(bill))
}

/** Those that pay people, and those that once did: what left by them may come back. */
async function channelsThatPaid(ctx: OrdersContext): Promise<ReadonlySet<string>> {
  const [offered, sent] = await Promise.all([
    payoutChannels(ctx),
    ctx.prisma.withdrawalTransfer.findMany({ distinct: ['channel'], select: { channel: true } }),
  ])
  return new Set([...offered, ...sent.map(({ channel }) => channel)])
}
