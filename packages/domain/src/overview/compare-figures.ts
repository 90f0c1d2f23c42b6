import type { ComparedDto, ComparedGenerationsDto, SameHours } from '@mozhou/contracts/overview/answers'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { overSameHours } from './same-hours.ts'

type Context = Pick<DomainContext, 'prisma' | 'clock'>
type Figure = Parameters<typeof overSameHours>[1]

export async function compareRegistrations(ctx: Context): Promise<ComparedDto> {
  const now = ctx.clock.now()
  const figures = await read(
    ctx,
    now,
    (between) => Prisma.sql`SELECT count(*) FROM users WHERE ${between(Prisma.sql`created_at`)}`,
  )
  return { ...figures, asOf: now.toISOString() }
}

/** Money that arrived and is ours to keep or to decide about, in fen; what came too much is not. */
export async function compareReceived(ctx: Context): Promise<ComparedDto> {
  const now = ctx.clock.now()
  const figures = await read(
    ctx,
    now,
    // Named one by one, so that the index by channel and time serves it.
    (between) => Prisma.sql`SELECT coalesce(sum(amount_fen), 0) FROM payments
      WHERE channel IN ('alipay', 'wechat') AND ${between(Prisma.sql`paid_at`)} AND status <> 'surplus'`,
  )
  return { ...figures, asOf: now.toISOString() }
}

export async function compareGenerations(ctx: Context): Promise<ComparedGenerationsDto> {
  const now = ctx.clock.now()
  const [started, failed] = await Promise.all([
    read(ctx, now, (between) => Prisma.sql`SELECT count(*) FROM generations WHERE ${between(Prisma.sql`created_at`)}`),
    read(
      ctx,
      now,
      (between) =>
        Prisma.sql`SELECT count(*) FROM generations WHERE status = 'failed' AND ${between(Prisma.sql`finished_at`)}`,
    ),
  ])
  return { started, failed, asOf: now.toISOString() }
}

async function read(ctx: Context, now: Date, figure: Figure): Promise<SameHours> {
  const [row] = await ctx.prisma.$queryRaw<Record<keyof SameHours, bigint>[]>(overSameHours(now, figure))
  if (!row) throw new Error('the statement of a figure gave no row')
  return { today: Number(row.today), yesterday: Number(row.yesterday), lastWeek: Number(row.lastWeek) }
}
