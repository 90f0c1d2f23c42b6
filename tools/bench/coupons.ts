import { AppError } from '@mozhou/contracts/errors'
import { createPrismaClient } from '@mozhou/db/client'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { advanceIssue } from '@mozhou/domain/coupons/advance-issue'
import { claimCoupon } from '@mozhou/domain/coupons/claim-coupon'
import { startIssue } from '@mozhou/domain/coupons/start-issue'
import { fillPeopleStatement, manyPeople } from '@mozhou/domain/coupons/testing/fill-people'
import { defaultSettings } from '@mozhou/domain/environment'
import { newId } from '@mozhou/domain/new-id'
import { Pool } from 'pg'

interface CouponsBench {
  claims: {
    callers: number
    perSecond: number
    /** The hot row's counter alone, one statement and one commit each. */
    pgPerSecond: number
    refusedPerSecond: number
    /** Given beyond the limit, or counted and not given; anything but 0 is a defect. */
    beyond: number
  }[]
  bulk: { people: number; seconds: number; issued: number; twice: number }
}

const poolSize = 16
const callerCounts = [1, 16, 64] as const

/** Needs MOZHOU_TEST_POSTGRES_URL. */
export async function benchCoupons(isQuick: boolean): Promise<CouponsBench> {
  const [claimants, bulkPeople] = isQuick ? [600, 10_000] : [3_000, 100_000]
  const database = await createTestDatabase({ poolSize: 1 })
  const prisma = createPrismaClient({ url: database.url, poolSize, applicationName: 'mozhou-bench' })
  const pool = new Pool({ connectionString: database.url, max: poolSize })
  // Dropping the database ends connections that are still closing; the results are in by then.
  pool.on('error', () => undefined)
  const ctx = { prisma, clock: { now: () => new Date() }, newId, settings: defaultSettings }
  try {
    await pool.query(fillPeopleStatement(bulkPeople))
    const people = manyPeople(claimants)
    const claims: CouponsBench['claims'] = []
    for (const callers of callerCounts) {
      const couponId = await addCoupon(pool, claimants)
      const claim = (userId: string) => claimCoupon(ctx, { couponId, userId, requestKey: crypto.randomUUID() })
      const perSecond = await measure(callers, people, claim)
      const bare = await addCoupon(pool, claimants)
      const pgPerSecond = await measure(callers, people, () =>
        pool.query('UPDATE coupons SET issued = issued + 1 WHERE id = $1 AND issued < total_limit', [bare]),
      )
      const refusedPerSecond = await measure(callers, people.slice(0, 300), (userId) =>
        claim(userId).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error
        }),
      )
      claims.push({
        callers,
        perSecond,
        pgPerSecond,
        refusedPerSecond,
        beyond: await countBeyond(pool, couponId, claimants),
      })
    }
    return { claims, bulk: await benchBulk({ pool, ctx, people: bulkPeople }) }
  } finally {
    await prisma.$disconnect()
    await pool.end()
    await database.drop()
  }
}

/** Of each person one, so many at once. */
async function measure(
  callers: number,
  people: readonly string[],
  work: (userId: string) => Promise<unknown>,
): Promise<number> {
  const left = [...people]
  const startedAt = performance.now()
  const caller = async () => {
    for (let userId = left.pop(); userId !== undefined; userId = left.pop()) await work(userId)
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return people.length / ((performance.now() - startedAt) / 1_000)
}

async function addCoupon(pool: Pool, total: number): Promise<string> {
  const id = newId()
  await pool.query(
    `INSERT INTO coupons (id, name, description, kind, status, amount_fen, threshold_fen, valid_days, total_limit, per_person_limit, audience, is_claimable, created_at, updated_at)
     VALUES ($1, 'bench', '', 'universal', 'active', 500, 0, 30, $2, 1, '{"kind": "all"}', true, now(), now())`,
    [id, total],
  )
  return id
}

async function countBeyond(pool: Pool, couponId: string, total: number): Promise<number> {
  const { rows } = await pool.query<{ given: number; issued: number }>(
    `SELECT (SELECT count(*)::int FROM user_coupons WHERE coupon_id = c.id) AS given, issued FROM coupons c WHERE id = $1`,
    [couponId],
  )
  const { given = 0, issued = 0 } = rows[0] ?? {}
  return Math.max(0, given - total) + Math.abs(given - issued)
}

async function benchBulk({
  pool,
  ctx,
  people,
}: {
  pool: Pool
  ctx: Parameters<typeof startIssue>[0]
  people: number
}): Promise<CouponsBench['bulk']> {
  const couponId = await addCoupon(pool, people)
  const [actorId = ''] = manyPeople(1)
  const startedAt = performance.now()
  const { issueId } = await startIssue(ctx, {
    couponId,
    audience: { kind: 'all' },
    note: 'bench',
    requestKey: crypto.randomUUID(),
    actor: { userId: actorId, requestId: 'bench' },
  })
  const { issued } = await advanceIssue(ctx, { issueId, forMs: 600_000 })
  const seconds = (performance.now() - startedAt) / 1_000
  const { rows } = await pool.query<{ twice: number }>(
    `SELECT count(*)::int AS twice FROM (SELECT 1 FROM user_coupons WHERE coupon_id = $1 GROUP BY user_id HAVING count(*) > 1) AS again`,
    [couponId],
  )
  return { people, seconds, issued, twice: rows[0]?.twice ?? 0 }
}
