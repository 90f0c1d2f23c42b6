import type { TestDatabase } from '@mozhou/db/testing/test-database'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import type { DomainContext, TxContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { defaultSettings } from '../../environment.ts'
import type { PostEntry } from '../post-entry.ts'
import { postEntry } from '../post-entry.ts'
import type { PostedEntry } from '../posted-entry.ts'

export interface TestLedger {
  database: TestDatabase
  ctx: Pick<DomainContext, keyof TxContext>
  /** Id of a new user, with `credits` as a gift unless that is 0. */
  addUser(credits?: number): Promise<string>
  /** An entry in credits; key, kind and reference have defaults. */
  post(entry: Partial<PostEntry> & { userId: string; amount: number }, at?: Date): Promise<PostedEntry>
}

export async function openLedger(options: { poolSize?: number } = {}): Promise<TestLedger> {
  const database = await createTestDatabase(options)
  const { prisma } = database
  const ctx = { prisma, clock: { now: () => new Date() }, newId, settings: defaultSettings }
  const post: TestLedger['post'] = (entry, at) =>
    postEntry(at === undefined ? ctx : { ...ctx, clock: { now: () => at } }, {
      key: newId(),
      kind: entry.amount > 0 ? 'gift_campaign' : 'consume',
      unit: 'credits',
      reference: { type: 'test', id: '1' },
      ...entry,
    })
  const addUser: TestLedger['addUser'] = async (credits = 0) => {
    const userId = newId()
    await prisma.user.create({ data: userData(userId, ctx.clock.now()), select: { id: true } })
    if (credits > 0) await post({ userId, amount: credits })
    return userId
  }
  return { database, ctx, addUser, post }
}

function userData(id: string, now: Date) {
  const code = id.replaceAll('-', '').slice(-8).toUpperCase().replaceAll('0', 'G').replaceAll('1', 'H')
  return {
    id,
    username: id,
    usernameKey: id,
    email: `${id}@example.com`,
    emailKey: `${id}@example.com`,
    displayName: '测试',
    passwordHash: 'none',
    passwordChangedAt: now,
    referralCode: code,
    createdAt: now,
    updatedAt: now,
  }
}
