import { randomBytes } from 'node:crypto'
import { listUsersInput } from '@mozhou/contracts/accounts/inputs'
import { listAuditInput } from '@mozhou/contracts/audit/inputs'
import { creditRefundsInput } from '@mozhou/contracts/credits/inputs'
import { parseId } from '@mozhou/contracts/ids'
import { noticesInput } from '@mozhou/contracts/orders/admin-inputs'
import { listRefundsInput } from '@mozhou/contracts/refunds/inputs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAdmin } from './accounts/create-admin.ts'
import { listUsers } from './accounts/list-users.ts'
import { suspendUser } from './accounts/suspend-user.ts'
import { listAudit } from './audit/list-audit.ts'
import { writeAuditRow } from './audit/write-audit-row.ts'
import { listRefunds } from './credits/list-refunds.ts'
import { listMoneyRefunds } from './orders/list-money-refunds.ts'
import { listNotices } from './orders/list-notices.ts'
import { listBills } from './reconciliation/list-bills.ts'
import { createTestDomain } from './testing/test-domain.ts'
import type { TestDomain } from './testing/test-domain.ts'
import { inTransaction } from './transaction.ts'

let domain: TestDomain
let actor: { userId: string; requestId: string }
beforeAll(async () => {
  domain = await createTestDomain()
  const admin = { username: 'root-admin', email: 'root@example.com', password: 'long enough' }
  actor = { userId: (await createAdmin(domain.ctx, admin)).userId, requestId: 'request-1' }
})
afterAll(() => domain.close())

const idOf = (user: { id: string }) => parseId('user', user.id) ?? ''

it('finds people by role, by status and by the days of Shanghai on which they registered', async () => {
  const { user } = await domain.signUp()
  await suspendUser(domain.ctx, { actor, userId: idOf(user), reason: '刷单' })
  const { user: late } = await domain.signUp()
  const at = (iso: string, id: string) =>
    domain.ctx.prisma.user.update({ where: { id }, data: { createdAt: new Date(iso) } })
  await at('2026-03-09T16:00:00.000Z', idOf(user))
  await at('2026-03-10T16:00:00.000Z', idOf(late))
  const found = async (filters: object) =>
    (await listUsers(domain.ctx, listUsersInput.parse(filters))).items.map(({ id }) => id)
  expect(await found({ status: 'suspended' })).toEqual([user.id])
  expect(await found({ role: 'admin', status: 'suspended' })).toEqual([])
  expect(await found({ from: '2026-03-10', to: '2026-03-10' })).toEqual([user.id])
  expect(await found({ from: '2026-03-10', to: '2026-03-11' })).toEqual([late.id, user.id])
})

it('finds what was done by action, by who did it and by what it was done to; finance alone what concerns money', async () => {
  const write = (action: 'credits.adjust' | 'model.update', target: string) =>
    inTransaction(domain.ctx, (tx) =>
      writeAuditRow(tx, { actorId: actor.userId, permission: 'none', action, target, requestId: 'request-2' }),
    )
  await write('credits.adjust', 'usr_a')
  await write('model.update', 'mdl_b')
  const found = async (filters: object, isMoneyOnly = false) => {
    const input = { ...listAuditInput.parse(filters), isMoneyOnly }
    return (await listAudit(domain.ctx, input)).items.map(({ action }) => action)
  }
  expect(await found({ action: 'model.update' })).toEqual(['model.update'])
  expect(await found({ action: 'model.update' }, true)).toEqual([])
  expect(await found({ search: 'usr_a' })).toEqual(['credits.adjust'])
  expect(await found({ search: 'ROOT-admin', action: 'credits.adjust' })).toEqual(['credits.adjust'])
  expect(await found({ search: 'nobody' })).toEqual([])
})

it('finds notices by order, channel and day, page after page', async () => {
  const add = (orderNo: string, receivedAt: string) =>
    domain.ctx.prisma.paymentNotice.create({
      data: {
        id: domain.ctx.newId(),
        channel: 'alipay',
        bodyHash: randomBytes(32),
        body: Buffer.from('x'),
        headers: {},
        orderNo,
        receivedAt: new Date(receivedAt),
      },
    })
  await add('MZA', '2026-03-10T01:00:00Z')
  await add('MZA', '2026-03-11T01:00:00Z')
  await add('MZB', '2026-03-11T02:00:00Z')
  const list = (filters: object) => listNotices(domain.ctx, noticesInput.parse(filters))
  const first = await list({ search: 'mza', limit: 1 })
  expect(first.items).toMatchObject([{ receivedAt: '2026-03-11T01:00:00.000Z' }])
  const second = await list({ search: 'mza', limit: 1, cursor: first.nextCursor })
  expect(second).toMatchObject({ items: [{ receivedAt: '2026-03-10T01:00:00.000Z' }], nextCursor: null })
  expect((await list({ from: '2026-03-11', to: '2026-03-11' })).items).toHaveLength(2)
  expect((await list({ channel: 'wechat' })).items).toEqual([])
})

it('ends a page of bills with a whole day, and finds by channel, days and what is open', async () => {
  for (const day of ['2026-03-10', '2026-03-11', '2026-03-12'])
    for (const channel of ['alipay', 'wechat'])
      await domain.ctx.prisma.channelBill.create({
        data: { id: domain.ctx.newId(), channel, day, createdAt: new Date(`${day}T03:00:00Z`) },
      })
  const days = async (input: Parameters<typeof listBills>[1]) =>
    (await listBills(domain.ctx, input)).map(({ day, channel }) => `${day} ${channel}`)
  expect(await days({ limit: 3 })).toEqual([
    '2026-03-12 alipay',
    '2026-03-12 wechat',
    '2026-03-11 alipay',
    '2026-03-11 wechat',
  ])
  expect(await days({ limit: 3, before: '2026-03-11' })).toEqual(['2026-03-10 alipay', '2026-03-10 wechat'])
  expect(await days({ channel: 'wechat', from: '2026-03-11', to: '2026-03-11' })).toEqual(['2026-03-11 wechat'])
  expect(await days({ isOpen: true })).toEqual([])
})

it('finds nothing of people whom a search does not mean', async () => {
  const refunds = await listMoneyRefunds(
    domain.ctx,
    listRefundsInput.parse({ search: 'nobody-at-all', from: '2026-03-01' }),
  )
  expect(refunds.items).toEqual([])
  const credits = await listRefunds(domain.ctx, creditRefundsInput.parse({ search: 'nobody-at-all', to: '2026-03-01' }))
  expect(credits.items).toEqual([])
})
