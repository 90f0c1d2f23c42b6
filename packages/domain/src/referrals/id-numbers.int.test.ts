import { idNumberOf } from '@mozhou/contracts/testing/id-number'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { inTransaction } from '../transaction.ts'
import { changePayee } from '../withdrawals/change-payee.ts'
import { referralActs } from './testing/referral-acts.ts'

let shop: Shop
let acts: ReturnType<typeof referralActs>
beforeAll(async () => {
  shop = await openShop()
  acts = referralActs(shop)
})
afterAll(() => shop.domain.close())

it('a rebate of somebody with the same ID number is held, also where it is given only before the payout', async () => {
  const referrer = await acts.person()
  const [early, late] = [await acts.person(referrer), await acts.person(referrer)]
  const payee = (userId: string, account: string) =>
    inTransaction(shop.ctx, (tx) => {
      const identity = { account, realName: '沈小曼', idNumber: idNumberOf(77) }
      return changePayee({ ...tx, secrets: shop.ctx.secrets }, { userId, channel: 'alipay', ...identity })
    })
  await payee(referrer, '13800000701')
  await payee(early, '13800000702')
  const order = await acts.recharge(early, 10_000)
  expect(await acts.rebate(order.orderId)).toMatchObject({
    status: 'in_review',
    flags: [{ rule: 'same_id_number', severity: 'high', facts: {}, moment: 'fulfilment' }],
  })
  const other = await acts.recharge(late, 10_000)
  expect(await acts.rebate(other.orderId)).toMatchObject({ status: 'held', flags: [] })
  await payee(late, '13800000703')
  acts.days(16)
  await acts.payDue()
  expect(await acts.rebate(other.orderId)).toMatchObject({
    status: 'in_review',
    flags: [{ rule: 'same_id_number', moment: 'payout' }],
  })
})
