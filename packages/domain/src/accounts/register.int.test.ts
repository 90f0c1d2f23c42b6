import { afterAll, beforeAll, expect, it } from 'vitest'
import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain, testPassword, webClient } from '../testing/test-domain.ts'
import { register } from './register.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const input = (name: string) => ({
  username: name,
  email: `${name}@example.com`,
  password: testPassword,
  client: webClient,
  requestId: 'test',
})
const idOf = (id: string) => parseId('user', id) ?? ''
const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'rejected' && result.reason instanceof AppError ? result.reason.code : result.status

it('makes user, sign-up gift and session in one go', async () => {
  const { user } = await register(domain.ctx, { ...input('林小满'), sourceChannel: 'xiaohongshu' })
  expect(user).toMatchObject({ username: '林小满', role: 'creator', permissions: [], membership: { isMember: false } })
  const id = idOf(user.id)
  const entries = await domain.ctx.prisma.creditEntry.findMany({ where: { account: { userId: id } } })
  expect(entries.map(({ kind, amount, balanceAfter }) => ({ kind, amount, balanceAfter }))).toEqual([
    { kind: 'gift_signup', amount: 50, balanceAfter: 50 },
  ])
  expect(await domain.ctx.prisma.session.count({ where: { userId: id } })).toBe(1)
  const row = await domain.ctx.prisma.user.findUniqueOrThrow({ where: { id } })
  expect(row.passwordHash).toMatch(/^\$2b\$12\$/)
  expect(row.firstTouch).toMatchObject({ channel: 'campaign', utmSource: 'xiaohongshu' })
})

it('keeps the referral edge', async () => {
  const referrer = await domain.signUp()
  const { user } = await domain.signUp({ referralCode: referrer.user.referralCode })
  const edge = await domain.ctx.prisma.referralRelation.findUnique({ where: { refereeId: idOf(user.id) } })
  expect(edge).toMatchObject({ referrerId: idOf(referrer.user.id), code: referrer.user.referralCode })
})

it('tells of a wrong referral code and leaves nothing behind', async () => {
  const before = await domain.ctx.prisma.user.count()
  await expect(domain.signUp({ referralCode: 'ZZZZZZZZ' })).rejects.toEqual(new AppError('REFERRAL_CODE_UNKNOWN'))
  expect(await domain.ctx.prisma.user.count()).toBe(before)
})

it('does not take the code of a suspended person', async () => {
  const { user } = await domain.signUp()
  await domain.ctx.prisma.user.update({ where: { id: idOf(user.id) }, data: { status: 'suspended' } })
  await expect(domain.signUp({ referralCode: user.referralCode })).rejects.toThrow('REFERRAL_CODE_UNKNOWN')
})

it('knows a taken name by its meaning, not its letters', async () => {
  await register(domain.ctx, input('Morgen'))
  const other = { ...input('x'), email: 'other@example.com' }
  await expect(register(domain.ctx, { ...other, username: 'ｍｏｒｇｅｎ' })).rejects.toThrow('USERNAME_TAKEN')
  await expect(register(domain.ctx, { ...other, email: 'MORGEN@Example.com' })).rejects.toThrow('EMAIL_TAKEN')
})

it('lets exactly one of many through when they all want the same name', async () => {
  const tries = Array.from({ length: 8 }, (_, index) =>
    register(domain.ctx, { ...input('gleichzeitig'), email: `same-name-${index}@example.com` }),
  )
  const codes = (await Promise.allSettled(tries)).map(codeOf).toSorted()
  expect(codes).toEqual([...Array.from({ length: 7 }, () => 'USERNAME_TAKEN'), 'fulfilled'])
  expect(await domain.ctx.prisma.user.count({ where: { usernameKey: 'gleichzeitig' } })).toBe(1)
})

it('refuses the operators app', async () => {
  await expect(register(domain.ctx, { ...input('nobody'), client: { ...webClient, app: 'admin' } })).rejects.toThrow(
    'FORBIDDEN',
  )
})

it('gives so many gifts to a network and day, and an account to everybody', async () => {
  const ctx = { ...domain.ctx, settings: { ...domain.ctx.settings, signupGiftsPerNetwork: 3 } }
  const from = (name: string, ipAddress: string) =>
    register(ctx, { ...input(name), client: { ...webClient, ipAddress }, requestId: `req-${name}` })
  const neighbours = Array.from({ length: 6 }, (_, at) => from(`neighbour${at}`, `198.51.100.${at}`))
  const gifts = (await Promise.all(neighbours)).map(({ signupGift }) => signupGift)
  expect(gifts.filter(({ status }) => status === 'given')).toEqual(
    Array.from({ length: 3 }, () => ({ status: 'given', credits: 50 })),
  )
  expect(gifts.filter(({ status }) => status === 'network_limit')).toHaveLength(3)
  // Another network, and the next day.
  expect((await from('stranger', '198.51.101.1')).signupGift.status).toBe('given')
  domain.advance(86_400_000)
  const { user, signupGift } = await from('tomorrow', '198.51.100.1')
  expect(signupGift).toEqual({ status: 'given', credits: 50 })
  expect(user.username).toBe('tomorrow')
  const audits = await ctx.prisma.auditRow.findMany({ where: { action: 'user.withhold_signup_gift' } })
  expect(audits).toHaveLength(3)
  expect(audits[0]?.after).toEqual({ reason: 'network_limit', network: '198.51.100.0/24', limit: 3, credits: 50 })
  const entries = await ctx.prisma.creditEntry.count({
    where: { kind: 'gift_signup', account: { user: { username: { startsWith: 'neighbour' } } } },
  })
  expect(entries).toBe(3)
})

it('gives its place back when the registration comes to nothing', async () => {
  const ctx = { ...domain.ctx, settings: { ...domain.ctx.settings, signupGiftsPerNetwork: 1 } }
  const client = { ...webClient, ipAddress: '2001:db8:7:1::1' }
  await register(domain.ctx, input('firstcomer'))
  await expect(register(ctx, { ...input('firstcomer'), client })).rejects.toThrow('USERNAME_TAKEN')
  expect((await register(ctx, { ...input('secondcomer'), client })).signupGift.status).toBe('given')
  const other = { ...webClient, ipAddress: '2001:db8:7:ff::1' }
  expect((await register(ctx, { ...input('thirdcomer'), client: other })).signupGift.status).toBe('network_limit')
})
