import type { AllOrdersInput } from '@mozhou/contracts/orders/admin-inputs'
import type { OrderRowDto } from '@mozhou/contracts/orders/admin-answers'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { Page, PageInput } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import { findPeople } from '../find-people.ts'
import type { DomainContext } from '../context.ts'
import { decodeCursor, newestFirst, toPage } from '../paging.ts'
import { dayStart } from '../shanghai-day.ts'
import { orderSelect, toOrderDto } from './order-dto.ts'

export type OrderFilters = Omit<AllOrdersInput, keyof PageInput>

export const orderRowSelect = {
  ...orderSelect,
  user: { select: { id: true, username: true, displayName: true } },
} as const satisfies Prisma.OrderSelect

type OrderRow = Prisma.OrderGetPayload<{ select: typeof orderRowSelect }>

/** Everybody's orders, newest first. */
export async function findOrders(
  ctx: Pick<DomainContext, 'prisma'>,
  { cursor, limit, ...filters }: OrderFilters & PageInput,
): Promise<Page<OrderRowDto>> {
  const after = cursor ? decodeCursor(cursor) : null
  const found = await ctx.prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM orders WHERE true ${await conditionsOf(ctx, filters)}
    ${after ? Prisma.sql`AND (created_at, id) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY created_at DESC, id DESC LIMIT ${limit + 1}`
  const ids = found.map(({ id }) => id)
  const [rows, periods] = await Promise.all([
    ctx.prisma.order.findMany({ where: { id: { in: ids } }, orderBy: newestFirst, select: orderRowSelect }),
    ctx.prisma.membershipPeriod.findMany({
      where: { source: 'order', sourceId: { in: ids } },
      select: { sourceId: true, startsAt: true, endsAt: true },
    }),
  ])
  const periodOf = new Map(periods.map((period) => [period.sourceId, period]))
  return toPage(rows, limit, (row) => toOrderRowDto(row, periodOf.get(row.id) ?? null))
}

export function toOrderRowDto(
  { user, ...row }: OrderRow,
  period: { startsAt: Date; endsAt: Date } | null,
): OrderRowDto {
  return { ...toOrderDto(row, period), person: { ...user, id: formatId('user', user.id) } }
}

async function conditionsOf(ctx: Pick<DomainContext, 'prisma'>, filters: OrderFilters): Promise<Prisma.Sql> {
  const { status, kind, channel, abnormal, search = '', from, to } = filters
  const conditions = [
    ...(status ? [Prisma.sql`status = ${status}`] : []),
    ...(kind ? [Prisma.sql`kind = ${kind}`] : []),
    ...(channel ? [paidOrBegunWith(channel)] : []),
    ...(abnormal === 'any' ? [Prisma.sql`abnormal_reason IS NOT NULL`] : []),
    // Said twice, so that the index of those that need a person serves it.
    ...(abnormal && abnormal !== 'any'
      ? [Prisma.sql`abnormal_reason IS NOT NULL AND abnormal_reason = ${abnormal}`]
      : []),
    ...(from ? [Prisma.sql`created_at >= ${dayStart(from).toISOString()}::timestamptz`] : []),
    ...(to ? [Prisma.sql`created_at < ${dayStart(to, 1).toISOString()}::timestamptz`] : []),
    ...(search === '' ? [] : [await matching(ctx, search)]),
  ]
  return Prisma.sql`${Prisma.join([Prisma.empty, ...conditions], ' AND ')}`
}

/** `OFFSET 0`: one look into an index for each order that is read; else the planner reads both tables whole, whatever the page. */
function paidOrBegunWith(channel: string): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM payments WHERE order_id = orders.id AND channel = ${channel} OFFSET 0)
    OR EXISTS (SELECT 1 FROM payment_starts WHERE order_id = orders.id AND channel = ${channel} OFFSET 0))`
}

async function matching(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<Prisma.Sql> {
  const orderId = parseId('order', search)
  if (orderId !== null) return Prisma.sql`id = ${orderId}::uuid`
  const userId = parseId('user', search)
  if (userId !== null) return Prisma.sql`user_id = ${userId}::uuid`
  const [numbered, people] = await Promise.all([byNumber(ctx, search), findPeople(ctx, search)])
  // A number is one order: who typed one asks for no person.
  if (numbered.length > 0) return Prisma.sql`id = ANY (${numbered}::uuid[])`
  return Prisma.sql`user_id = ANY (${people}::uuid[])`
}

/** Each by its own index: one condition over all three would read every order. */
async function byNumber(ctx: Pick<DomainContext, 'prisma'>, number: string): Promise<string[]> {
  const [orders, payments, refunds] = await Promise.all([
    ctx.prisma.order.findMany({ where: { orderNo: number.toUpperCase() }, select: { id: true } }),
    ctx.prisma.payment.findMany({
      where: { OR: [{ channel: 'alipay' }, { channel: 'wechat' }], transactionId: number },
      select: { orderId: true },
    }),
    ctx.prisma.moneyRefund.findMany({ where: { refundNo: number.toUpperCase() }, select: { orderId: true } }),
  ])
  return [...orders.map(({ id }) => id), ...[...payments, ...refunds].map(({ orderId }) => orderId)]
}
