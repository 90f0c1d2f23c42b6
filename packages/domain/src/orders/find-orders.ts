import type { AllOrdersInput } from '@mozhou/contracts/orders/admin-inputs'
import type { OrderRowDto } from '@mozhou/contracts/orders/admin-answers'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { Page, PageInput } from '@mozhou/contracts/page'
import type { Prisma } from '@mozhou/db/client'
import { accountKey } from '../accounts/account-key.ts'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayStart } from '../shanghai-day.ts'
import { orderSelect, toOrderDto } from './order-dto.ts'

export type OrderFilters = Omit<AllOrdersInput, keyof PageInput>

/** People whose orders a search shows; who finds more has to type more. */
const mostPeople = 100

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
  const rows = await ctx.prisma.order.findMany({
    where: { AND: [afterCursor(cursor), await whereOf(ctx, filters)] },
    orderBy: newestFirst,
    take: limit + 1,
    select: orderRowSelect,
  })
  const periods = await ctx.prisma.membershipPeriod.findMany({
    where: { source: 'order', sourceId: { in: rows.map(({ id }) => id) } },
    select: { sourceId: true, startsAt: true, endsAt: true },
  })
  const periodOf = new Map(periods.map((period) => [period.sourceId, period]))
  return toPage(rows, limit, (row) => toOrderRowDto(row, periodOf.get(row.id) ?? null))
}

export function toOrderRowDto(
  { user, ...row }: OrderRow,
  period: { startsAt: Date; endsAt: Date } | null,
): OrderRowDto {
  return { ...toOrderDto(row, period), person: { ...user, id: formatId('user', user.id) } }
}

async function whereOf(ctx: Pick<DomainContext, 'prisma'>, filters: OrderFilters): Promise<Prisma.OrderWhereInput> {
  const { status, kind, channel, abnormal, search = '', from, to } = filters
  return {
    ...(status && { status }),
    ...(kind && { kind }),
    ...(channel && { OR: [{ payments: { some: { channel } } }, { starts: { some: { channel } } }] }),
    ...(abnormal && { abnormalReason: abnormal === 'any' ? { not: null } : abnormal }),
    ...((from ?? to) !== undefined && {
      createdAt: { ...(from && { gte: dayStart(from) }), ...(to && { lt: dayStart(to, 1) }) },
    }),
    ...(search !== '' && { AND: [await matching(ctx, search)] }),
  }
}

async function matching(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<Prisma.OrderWhereInput> {
  const orderId = parseId('order', search)
  if (orderId !== null) return { id: orderId }
  const userId = parseId('user', search)
  if (userId !== null) return { userId }
  const [numbered, people] = await Promise.all([byNumber(ctx, search), byPerson(ctx, search)])
  return { OR: [...(numbered.length > 0 ? [{ id: { in: numbered } }] : []), { userId: { in: people } }] }
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

async function byPerson(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<string[]> {
  const key = accountKey(search).replaceAll(/[\\%_]/g, String.raw`\$&`)
  const people = await ctx.prisma.user.findMany({
    where: { OR: [{ usernameKey: { contains: key } }, { emailKey: { contains: key } }] },
    orderBy: { createdAt: 'desc' },
    take: mostPeople,
    select: { id: true },
  })
  return people.map(({ id }) => id)
}
