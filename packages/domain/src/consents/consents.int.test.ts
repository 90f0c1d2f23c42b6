import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getMe } from '../accounts/get-me.ts'
import { createRecharge } from '../orders/create-order.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { acceptTerms } from './accept-terms.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const consentsOf = (userId: string) =>
  domain.ctx.prisma.consent.findMany({
    where: { userId },
    orderBy: [{ version: 'asc' }, { document: 'asc' }],
    select: { document: true, version: true, way: true },
  })
const order = (userId: string) =>
  createRecharge(domain.ctx, { userId, amountFen: 1_000, requestKey: crypto.randomUUID() })

/** As if the edition that they accepted had been an older one. */
async function newPersonOfBefore(): Promise<string> {
  const userId = await newPerson()
  await domain.ctx.prisma.consent.updateMany({ where: { userId }, data: { version: '2025-01-01' } })
  return userId
}

it('records with the registration which editions were accepted', async () => {
  const userId = await newPerson()
  expect(await consentsOf(userId)).toEqual([
    { document: 'privacy', version: termsVersion, way: 'registration' },
    { document: 'terms', version: termsVersion, way: 'registration' },
  ])
  expect((await getMe(domain.ctx, userId)).mustAcceptTerms).toBe(false)
})

it('asks who has accepted an older edition, once', async () => {
  const userId = await newPersonOfBefore()
  expect((await getMe(domain.ctx, userId)).mustAcceptTerms).toBe(true)
  await Promise.all([
    acceptTerms(domain.ctx, { userId, way: 'asked' }),
    acceptTerms(domain.ctx, { userId, way: 'asked' }),
  ])
  expect((await getMe(domain.ctx, userId)).mustAcceptTerms).toBe(false)
  const rows = await consentsOf(userId)
  expect(rows.map(({ version, way }) => [version, way])).toEqual([
    ['2025-01-01', 'registration'],
    ['2025-01-01', 'registration'],
    [termsVersion, 'asked'],
    [termsVersion, 'asked'],
  ])
})

it('69: takes no order without the edition in force, and writes it on each order', async () => {
  const userId = await newPersonOfBefore()
  await expect(order(userId)).rejects.toMatchObject({ code: 'TERMS_NOT_ACCEPTED' })
  expect(await domain.ctx.prisma.order.count({ where: { userId } })).toBe(0)
  await acceptTerms(domain.ctx, { userId, way: 'asked' })
  await order(userId)
  expect(await domain.ctx.prisma.order.findFirstOrThrow({ where: { userId } })).toMatchObject({
    acceptedTerms: termsVersion,
  })
})
