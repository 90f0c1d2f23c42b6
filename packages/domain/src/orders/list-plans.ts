import type { PlanDto } from '@mozhou/contracts/orders/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { storedBenefits } from '../memberships/stored-benefits.ts'

/** What is on sale, in its order, with what is saved against the plan of one month. */
export async function listPlans(ctx: Pick<DomainContext, 'prisma'>): Promise<PlanDto[]> {
  const rows = await ctx.prisma.plan.findMany({
    where: { isOnSale: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const monthly = rows.find(({ months }) => months === 1)?.priceFen
  return rows.map(({ id, key, nameZh, nameEn, months, priceFen, benefits }) => {
    const monthlyPriceFen = (monthly ?? Math.round(priceFen / months)) * months
    return {
      id: formatId('plan', id),
      key,
      name: { zh: nameZh, en: nameEn },
      months,
      priceFen,
      monthlyPriceFen,
      benefits: storedBenefits(benefits),
      savedPercent: Math.max(0, Math.round(100 - (100 * priceFen) / monthlyPriceFen)),
    }
  })
}
