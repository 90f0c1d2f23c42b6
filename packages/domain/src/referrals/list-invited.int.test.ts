import { afterAll, beforeAll, expect, it } from 'vitest'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { listInvited } from './list-invited.ts'
import { referralActs } from './testing/referral-acts.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.domain.close())

it('tells by pages who was invited, once each, and neither rows nor cursors hold an account', async () => {
  const acts = referralActs(shop)
  const userId = await acts.person()
  const invited: string[] = []
  for (let count = 0; count < 5; count += 1) invited.push(await acts.person(userId))
  const told: string[] = []
  const seen: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await listInvited(shop.ctx, { userId, level: 1, limit: 2, cursor })
    seen.push(...page.items.map(({ id }) => id))
    told.push(JSON.stringify(page.items), Buffer.from(page.nextCursor ?? '', 'base64url').toString())
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  expect(new Set(seen).size).toBe(5)
  for (const id of invited) expect(told.join()).not.toContain(id)
})
