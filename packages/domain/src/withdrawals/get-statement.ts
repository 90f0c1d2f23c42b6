import type { StatementDto } from '@mozhou/contracts/withdrawals/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { storedPayChannel, storedTaxPolicy } from '../stored-columns.ts'
import { transferNoOf } from './transfer-no.ts'

type Reading = Pick<DomainContext, 'prisma' | 'clock'>

/** One of a person is open at a time: nobody comes near it. */
const mostPayments = 10_000

/**
 * What was paid to a person in a year, by the day it had arrived; what the channel brought back later is not in it. `year` left out: this one.
 */
export async function getStatement(
  ctx: Reading,
  { userId, year = yearOf(ctx.clock.now()) }: { userId: string; year?: number | undefined },
): Promise<StatementDto> {
  const [years, rows] = await Promise.all([yearsOf(ctx, userId), paidIn(ctx, userId, year)])
  const payments = rows.map(({ id, attempt, amountFen, taxFen, netFen, taxPolicy, endedAt, createdAt, payee }) => ({
    id: formatId('withdrawal', id),
    paidAt: (endedAt ?? createdAt).toISOString(),
    channel: storedPayChannel(payee.channel),
    accountMark: payee.accountMark,
    grossFen: amountFen,
    taxFen: taxFen ?? 0,
    netFen: netFen ?? amountFen,
    taxPolicy: storedTaxPolicy(taxPolicy ?? 'none'),
    transferNo: transferNoOf(id, attempt),
  }))
  const sum = (of: 'grossFen' | 'taxFen' | 'netFen') => payments.reduce((total, payment) => total + payment[of], 0)
  return { year, years, grossFen: sum('grossFen'), taxFen: sum('taxFen'), netFen: sum('netFen'), payments }
}

const yearOf = (at: Date) => Number(dayOf(at).slice(0, 4))

async function yearsOf({ prisma }: Reading, userId: string): Promise<number[]> {
  const rows = await prisma.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM ended_at AT TIME ZONE 'Asia/Shanghai')::int AS year FROM withdrawals
    WHERE user_id = ${userId}::uuid AND status = 'paid' AND ended_at IS NOT NULL ORDER BY year DESC`
  return rows.map(({ year }) => year)
}

function paidIn({ prisma }: Reading, userId: string, year: number) {
  return prisma.withdrawal.findMany({
    where: { userId, status: 'paid', endedAt: { gte: dayStart(`${year}-01-01`), lt: dayStart(`${year + 1}-01-01`) } },
    orderBy: [{ endedAt: 'asc' }, { id: 'asc' }],
    take: mostPayments,
    select: {
      id: true,
      attempt: true,
      amountFen: true,
      taxFen: true,
      netFen: true,
      taxPolicy: true,
      endedAt: true,
      createdAt: true,
      payee: { select: { channel: true, accountMark: true } },
    },
  })
}
