import type { PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext, TxContext } from '../context.ts'
import { storedBenefits } from '../memberships/stored-benefits.ts'

const planSelect = {
  id: true,
  key: true,
  nameZh: true,
  nameEn: true,
  months: true,
  priceFen: true,
  position: true,
  isOnSale: true,
  benefits: true,
  version: true,
  updatedAt: true,
  _count: { select: { orders: { where: { paidAt: { not: null } } } } },
} as const

/** Every plan, on sale or not, in its order. */
export async function allPlans(ctx: Pick<DomainContext, 'prisma'>): Promise<PlanRowDto[]> {
  const rows = await ctx.prisma.plan.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: planSelect,
  })
  return rows.map(toPlanRow)
}

export async function readPlanRow(ctx: Pick<TxContext, 'prisma'>, planId: string): Promise<PlanRowDto | null> {
  const row = await ctx.prisma.plan.findUnique({ where: { id: planId }, select: planSelect })
  return row && toPlanRow(row)
}

interface PlanRow {
  id: string
  key: string
  nameZh: string
  nameEn: string
  months: number
  priceFen: number
  position: number
  isOnSale: boolean
  benefits: unknown
  version: number
  updatedAt: Date
  _count: { orders: number }
}

function toPlanRow({ id, nameZh, nameEn, benefits, updatedAt, _count, ...row }: PlanRow): PlanRowDto {
  return {
    ...row,
    id: formatId('plan', id),
    name: { zh: nameZh, en: nameEn },
    benefits: storedBenefits(benefits),
    soldCount: _count.orders,
    updatedAt: updatedAt.toISOString(),
  }
}
