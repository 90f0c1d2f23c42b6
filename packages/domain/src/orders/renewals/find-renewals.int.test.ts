import { formatId } from '@mozhou/contracts/ids'
import type { AllRenewalsInput } from '@mozhou/contracts/renewals/admin-inputs'
import { renewalStates } from '@mozhou/contracts/renewals/kinds'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cancelRenewal } from './cancel-renewal.ts'
import { findRenewals } from './find-renewals.ts'
import { day, openRenewals } from './testing/renewal-acts.ts'
import type { RenewalRoom } from './testing/renewal-acts.ts'

let room: RenewalRoom
beforeAll(async () => {
  room = await openRenewals()
})
afterAll(() => room.shop.domain.close())

const find = async (filters: Partial<AllRenewalsInput>) => {
  const { items } = await findRenewals(room.shop.ctx, { cursor: null, limit: 50, ...filters })
  return items.map(({ person }) => person.id)
}

it('lists everybody’s by state, number and person, with what became of the last charge, and page after page', async () => {
  const { shop, agreements, acts } = room
  const signing = await shop.membership('month')
  await acts.agree(signing.userId)
  const off = await acts.renewing()
  agreements.cancel = () => Promise.reject(new Error('away'))
  await cancelRenewal(shop.ctx, { userId: off.userId })
  const on = await acts.renewing()
  await acts.until(on.userId, 10 * day)
  agreements.moods = ['lost']
  await acts.liveThrough(9, 12)
  const ids = [signing, off, on].map(({ userId }) => formatId('user', userId))
  const [signingId, offId, onId] = ids

  expect(await find({})).toEqual([onId, offId, signingId])
  const byState = await Promise.all(renewalStates.map(async (state) => [state, await find({ state })] as const))
  expect(Object.fromEntries(byState)).toEqual({
    signing: [],
    active: [onId],
    charging: [],
    cancelled: [offId],
    ended: [signingId],
    open_at_channel: [offId],
  })
  expect(await find({ channel: 'wechat' })).toEqual([])
  expect(await find({ search: on.externalNo })).toEqual([onId])
  expect(await find({ search: offId ?? '' })).toEqual([offId])
  const [row] = (await findRenewals(shop.ctx, { cursor: null, limit: 50, state: 'active' })).items
  expect(row).toMatchObject({
    status: 'active',
    plan: { months: 1 },
    priceFen: 990,
    externalNo: on.externalNo,
    isOpenAtChannel: false,
    lastCharge: { amountFen: 990, tries: 1, order: { status: 'fulfilled' } },
  })
  expect(await find({ search: row?.lastCharge?.order?.orderNo ?? '' })).toEqual([onId])
  const first = await findRenewals(shop.ctx, { cursor: null, limit: 2 })
  const second = await findRenewals(shop.ctx, { cursor: first.nextCursor, limit: 2 })
  expect([...first.items, ...second.items].map(({ person }) => person.id)).toEqual(ids.toReversed())
  expect(second.nextCursor).toBeNull()
})
