import { createTestDatabase } from '@mozhou/db/testing/test-database'
import type { TestDatabase } from '@mozhou/db/testing/test-database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TxContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { defaultSettings } from '../environment.ts'
import { createUser, creatingUser } from './create-user.ts'

let database: TestDatabase
let ctx: TxContext
beforeAll(async () => {
  database = await createTestDatabase()
  ctx = { prisma: database.prisma, clock: { now: () => new Date() }, newId, settings: defaultSettings }
})
afterAll(() => database.drop())

const add = (username: string) =>
  createUser(ctx, { username, email: `${username}@example.com`, passwordHash: 'none', role: 'creator' })

it('draws another referral code when one is taken', async () => {
  const firstId = await add('first')
  const { referralCode } = await database.prisma.user.findUniqueOrThrow({ where: { id: firstId } })
  let draws = 0
  const id = await creatingUser(async () => {
    draws += 1
    const userId = await add(`second-${draws}`)
    // The first draw collides with the code that is there already.
    if (draws === 1) await database.prisma.user.update({ where: { id: userId }, data: { referralCode } })
    return userId
  })
  expect(draws).toBe(2)
  expect(await database.prisma.user.count({ where: { id } })).toBe(1)
})

it('gives up on other errors at once', async () => {
  let calls = 0
  const failing = creatingUser(async () => {
    calls += 1
    throw new Error('disk on fire')
  })
  await expect(failing).rejects.toThrow('disk on fire')
  expect(calls).toBe(1)
})
