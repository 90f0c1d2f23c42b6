import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { OrdersContext } from '../orders/orders-context.ts'
import { channelsSetUp } from '../payment-channels/channel-of.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'

/** Days that are made up for after an outage; channels keep bills for three months, and a person may ask for any of them. */
const lookBackDays = 7

export interface DueBill {
  channel: PayChannel
  day: string
}

/** Bills that are to be fetched or compared: of one day that a person asks for, done or not, or of every past one of a week that is not done, the oldest first. */
export async function dueBills(ctx: OrdersContext, { day }: { day: string | null }): Promise<DueBill[]> {
  const today = dayOf(ctx.clock.now())
  const past = Array.from({ length: lookBackDays }, (_, at) => dayOf(dayStart(today, at - lookBackDays)))
  const days = day === null ? past : [day].filter((asked) => asked < today)
  const done = await ctx.prisma.channelBill.findMany({
    where: { day: { in: day === null ? days : [] }, status: 'compared' },
    select: { channel: true, day: true },
  })
  const isDone = ({ channel, day: of }: DueBill) => done.some((bill) => bill.channel === channel && bill.day === of)
  const setUp = await channelsSetUp(ctx)
  return days.flatMap((of) => setUp.map((channel) => ({ channel, day: of }))).filter((bill) => !isDone(bill))
}
