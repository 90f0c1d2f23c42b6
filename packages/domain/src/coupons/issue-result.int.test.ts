import type { Locale } from '@mozhou/contracts/accounts/locales'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceIssue } from './advance-issue.ts'
import { exportIssue } from './export-issue.ts'
import { issueCoupon } from './issue-coupon.ts'
import { getIssue } from './list-issues.ts'
import { startIssue } from './start-issue.ts'
import { stopIssue } from './stop-issue.ts'
import { openCouponShop } from './testing/coupon-shop.ts'
import type { CouponShop } from './testing/coupon-shop.ts'
import { fillPeopleStatement, manyPeople } from './testing/fill-people.ts'
import { updateCoupon } from './update-coupon.ts'

const count = 6_500
let shop: CouponShop
beforeAll(async () => {
  shop = await openCouponShop()
  await shop.ctx.prisma.$executeRawUnsafe(fillPeopleStatement(count))
})
afterAll(() => shop.domain.close())

const begin = async (couponId: string) => {
  const asked = { couponId, note: '周年庆', requestKey: crypto.randomUUID(), actor: shop.actor }
  return (await startIssue(shop.ctx, { ...asked, audience: { kind: 'all' } })).issueId
}
const finish = async (issueId: string) => {
  while (!(await advanceIssue(shop.ctx, { issueId, forMs: 60_000 })).isOver);
}
const open = (issueId: string, locale: Locale = 'zh-CN') =>
  exportIssue(shop.ctx, { issueId, locale, actor: shop.actor })

/** The file as a spreadsheet reads it; nothing in these has a comma, except where a test says so. */
async function read(issueId: string) {
  const file = await open(issueId)
  let text = ''
  for await (const part of file.parts) text += part
  const [head = '', ...lines] = text.split('\r\n').slice(0, -1)
  return { name: file.name, head, rows: lines.map((line) => line.split(',')) }
}

/** How often each outcome is there, after it was made sure that everybody is there once and as the issue counts them. */
async function outcomesOf(issueId: string) {
  const { rows } = await read(issueId)
  const ids = rows.map(([id = '']) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted((left, right) => (left < right ? -1 : 1)))
  const { issued, skipped, total, endedAt } = await getIssue(shop.ctx, { issueId })
  expect(rows.filter(([, , result]) => result === '已发放')).toHaveLength(issued)
  expect(rows.filter(([, , result]) => result === '没有发')).toHaveLength(skipped)
  if (endedAt !== null) expect(issued + skipped).toBe(total)
  const outcomes: Record<string, number> = {}
  for (const [, , result = '', reason = ''] of rows) outcomes[reason || result] = (outcomes[reason || result] ?? 0) + 1
  return outcomes
}

describe('the result of an issue', () => {
  it('has everybody once, given or with the reason why not, and each says by whom, of what and when', async () => {
    const couponId = await shop.coupon({ name: '立减五元', totalLimit: 20_000 })
    const [early, closed, gone] = [await shop.newPerson(), await shop.newPerson(), await shop.newPerson()]
    await shop.claim(couponId, early)
    const issueId = await begin(couponId)
    const { prisma } = shop.ctx
    await prisma.user.update({ where: { id: closed }, data: { status: 'suspended' } })
    shop.domain.advance(1_000)
    await prisma.$executeRaw`
      UPDATE users SET status = 'deleted', deleted_at = ${shop.ctx.clock.now()}, username = '', username_key = NULL, username_shape = NULL,
        email = '', email_key = NULL, email_verified_at = NULL, display_name = '', locale = NULL, first_touch = NULL WHERE id = ${gone}::uuid`
    await finish(issueId)
    const { name, head, rows } = await read(issueId)
    expect(name).toMatch(/^mozhou-coupon-issue-\d{4}-\d{2}-\d{2}\.csv$/)
    expect(head).toBe(
      '\uFEFF用户编号,用户名,结果,没有发的原因,优惠券,券编号,有效期至（北京时间）,发放人,发放说明,时间（北京时间）',
    )
    const rowOf = (id: string) => rows.find(([person]) => person === formatId('user', id))
    const issuer = await prisma.user.findUniqueOrThrow({ where: { id: shop.actor.userId } })
    const [many = ''] = manyPeople(1)
    expect(rowOf(many)).toEqual([
      formatId('user', many),
      'many-1',
      '已发放',
      '',
      '立减五元',
      expect.stringMatching(/^ucp_/),
      expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
      issuer.username,
      '周年庆',
      expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
    ])
    expect(rowOf(early)?.slice(2, 7)).toEqual(['没有发', '已达每人上限', '立减五元', '', ''])
    expect(rowOf(closed)?.slice(2, 4)).toEqual(['没有发', '账号停用或注销'])
    expect(rowOf(gone)?.slice(1, 4)).toEqual(['已注销', '没有发', '账号停用或注销'])
    expect(await outcomesOf(issueId)).toMatchObject({ 已达每人上限: 1, 账号停用或注销: 2 })
    await prisma.user.update({ where: { id: closed }, data: { status: 'active' } })
  })

  it('names whoever came when none was left, or after it was stopped or its coupon paused', async () => {
    const scarce = await begin(await shop.coupon({ totalLimit: 1_200 }))
    await finish(scarce)
    const soldOut = await outcomesOf(scarce)
    expect(soldOut['已发放']).toBe(1_200)
    expect(soldOut['已发完']).toBeGreaterThanOrEqual(count - 1_200)
    expect(await getIssue(shop.ctx, { issueId: scarce })).toMatchObject({ status: 'stopped', endReason: 'sold_out' })

    const couponId = await shop.coupon({ totalLimit: 20_000 })
    const byHand = await begin(couponId)
    await advanceIssue(shop.ctx, { issueId: byHand, forMs: 0 })
    const soFar = await read(byHand)
    expect(soFar.name).toContain('-so-far.csv')
    expect(soFar.rows).toHaveLength(1_000)
    await stopIssue(shop.ctx, { issueId: byHand, actor: shop.actor })
    await finish(byHand)
    const stopped = await outcomesOf(byHand)
    expect([stopped['已发放'], Object.keys(stopped).toSorted()]).toEqual([
      1_000,
      ['发放被人工停止', '已发放'].toSorted(),
    ])

    const paused = await begin(couponId)
    await updateCoupon(shop.ctx, { couponId, version: 2, status: 'paused', actor: shop.actor })
    await finish(paused)
    expect((await outcomesOf(paused))['优惠券暂停或结束']).toBeGreaterThanOrEqual(count)
  })

  it('is not a stop where the last coupon went to the last person', async () => {
    const issueId = await begin(await shop.coupon({ totalLimit: 20_000 }))
    const { total } = await getIssue(shop.ctx, { issueId })
    const closed = await shop.ctx.prisma.user.count({ where: { status: { notIn: ['active', 'deleted'] } } })
    const exact = await begin(await shop.coupon({ totalLimit: total - closed }))
    await finish(exact)
    expect(await getIssue(shop.ctx, { issueId: exact })).toMatchObject({
      status: 'done',
      endReason: null,
      issued: total - closed,
    })
  })

  it('has each of them once after a process died in the middle, while giving and while writing down the rest', async () => {
    const issueId = await begin(await shop.coupon({ totalLimit: 2_500 }))
    for (const dies of [2, 5]) {
      let batches = 0
      const dying = {
        ...shop.ctx,
        prisma: new Proxy(shop.ctx.prisma, {
          get: (prisma, name, receiver) =>
            name === '$transaction'
              ? async (work: (tx: unknown) => Promise<unknown>, options: object) =>
                  prisma.$transaction(async (tx) => {
                    const done = await work(tx)
                    batches += 1
                    // After the rows of the batch, and before its commit.
                    if (batches === dies || (dies === 5 && batches === 3)) throw new Error('the process dies')
                    return done
                  }, options)
              : (Reflect.get(prisma, name, receiver) as unknown),
        }),
      }
      await expect(advanceIssue(dying, { issueId, forMs: 600_000 })).rejects.toThrow('the process dies')
    }
    await Promise.all([finish(issueId), finish(issueId)])
    expect((await outcomesOf(issueId))['已发放']).toBe(2_500)
  })

  it('says of people by name what became of each, also when the same press comes again', async () => {
    const couponId = await shop.coupon({ totalLimit: 2 })
    const people = await Promise.all([1, 2, 3].map(() => shop.newPerson()))
    await shop.claim(couponId, people[0] ?? '')
    const asked = { couponId, people: people.map((id) => formatId('user', id)), note: '补偿', actor: shop.actor }
    const press = { ...asked, requestKey: crypto.randomUUID() }
    const outcomes = async () => (await issueCoupon(shop.ctx, press)).people.map(({ outcome }) => outcome)
    const first = await outcomes()
    expect(first[0]).toBe('limit')
    expect(first.slice(1).toSorted()).toEqual(['issued', 'sold_out'])
    expect(await outcomes()).toEqual(first)
    const { id } = await shop.ctx.prisma.couponIssue.findFirstOrThrow({ where: { requestKey: press.requestKey } })
    expect(await outcomesOf(id)).toEqual({ 已达每人上限: 1, 已发放: 1, 已发完: 1 })
  })

  it('runs nothing in a spreadsheet, whatever the coupon, the note or a person is called', async () => {
    const couponId = await shop.coupon({ name: '=HYPERLINK("http://x")' })
    const userId = await shop.newPerson()
    await shop.ctx.prisma.user.update({ where: { id: userId }, data: { username: '+cmd|calc' } })
    const press = { couponId, people: [formatId('user', userId)], note: '@SUM(A1)', requestKey: crypto.randomUUID() }
    await issueCoupon(shop.ctx, { ...press, actor: shop.actor })
    const { id } = await shop.ctx.prisma.couponIssue.findFirstOrThrow({ where: { couponId } })
    const { rows } = await read(id)
    expect(rows).toHaveLength(1)
    expect([rows[0]?.[1], rows[0]?.[4], rows[0]?.[8]]).toEqual([
      "'+cmd|calc",
      `"'=HYPERLINK(""http://x"")"`,
      "'@SUM(A1)",
    ])
    expect((await open(id, 'en')).parts).toBeDefined()
  })

  it('leaves a row of audit each time, and is refused for an issue that is not there', async () => {
    const couponId = await shop.coupon({ totalLimit: 20_000 })
    const issueId = await begin(couponId)
    await advanceIssue(shop.ctx, { issueId, forMs: 0 })
    await open(issueId)
    const target = formatId('coupon', couponId)
    const rows = await shop.ctx.prisma.auditRow.findMany({ where: { action: 'coupon.issue-export', target } })
    expect(rows).toMatchObject([
      {
        actorId: shop.actor.userId,
        permission: 'coupon:read',
        after: { issue: formatId('couponIssue', issueId), issued: expect.any(Number), isOver: false },
      },
    ])
    await expect(open(shop.ctx.newId())).rejects.toMatchObject({ code: 'COUPON_ISSUE_NOT_FOUND' })
  })
})

it('is read of 100,000 people page by page, each when it is asked for, and never more than a page at once', async () => {
  const issueId = await begin(await shop.coupon({ totalLimit: 20_000 }))
  const { prisma } = shop.ctx
  await prisma.$executeRawUnsafe(
    fillPeopleStatement(100_000).replace('generate_series(1, ', `generate_series(${count + 1}, `),
  )
  await prisma.$executeRaw`
    INSERT INTO coupon_issue_skips (issue_id, user_id, reason, created_at)
    SELECT ${issueId}::uuid, id, 'limit', now() FROM users WHERE username LIKE 'many-%'`
  let queries = 0
  const counting = {
    ...shop.ctx,
    prisma: new Proxy(prisma, {
      get: (real, name, receiver) => {
        if (name === '$queryRaw') queries += 1
        const value: unknown = Reflect.get(real, name, receiver)
        return typeof value === 'function' ? (value.bind(real) as unknown) : value
      },
    }),
  }
  const { parts } = await exportIssue(counting, { issueId, locale: 'zh-CN', actor: shop.actor })
  const reading = parts[Symbol.asyncIterator]()
  await reading.next()
  await reading.next()
  expect(queries).toBe(1)
  let [lines, longest] = [2_000, 0]
  for (let part = await reading.next(); part.done !== true; part = await reading.next()) {
    lines += part.value.split('\r\n').length - 1
    longest = Math.max(longest, part.value.length)
  }
  expect(lines).toBe(100_000)
  expect(queries).toBe(51)
  expect(longest).toBeLessThan(400_000)
}, 120_000)
