import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { getBalance } from '../credits/get-balance.ts'
import { approveRefund } from '../orders/decide-refund.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { inTransaction } from '../transaction.ts'
import { changePayee } from '../withdrawals/change-payee.ts'
import { readRules } from '../withdrawals/read-rules.ts'
import { requestWithdrawal } from '../withdrawals/request-withdrawal.ts'
import { saveRules } from '../withdrawals/save-rules.ts'
import { sampleIdNumber } from '../withdrawals/testing/payouts.ts'
import { referralActs } from './testing/referral-acts.ts'

let shop: Shop
let acts: ReturnType<typeof referralActs>
beforeAll(async () => {
  shop = await openShop()
  shop.ctx.settings.referral.allowsCash = true
  acts = referralActs(shop)
  await acts.setRule({ form: 'cash' })
  const { updatedAt: _at, ...rules } = await readRules(shop.ctx)
  await saveRules(shop.ctx, { ...rules, isOn: true, reviewFromFen: 10_000_000, actor: await acts.actor() })
})
afterAll(() => shop.domain.close())

/** Somebody whose rebate of 10 yuan was paid in cash, who has asked for 9 of them. */
async function askedForCash() {
  const userId = await acts.person()
  const order = await acts.recharge(await acts.person(userId), 10_000)
  acts.days(16)
  await acts.payDue()
  const identity = { account: '13800000001', realName: '沈小曼', idNumber: sampleIdNumber }
  const { secrets } = shop.ctx
  await inTransaction(shop.ctx, (tx) => changePayee({ ...tx, secrets }, { userId, channel: 'alipay', ...identity }))
  const asked = { userId, amountFen: 900, requestKey: crypto.randomUUID() }
  const { withdrawalId } = await requestWithdrawal(shop.ctx, asked)
  return { userId, order, withdrawalId }
}

it('64: a refund calls off what waits to be paid out before it takes the rebate back, and leaves no debt', async () => {
  const { userId, order, withdrawalId } = await askedForCash()
  expect((await getBalance(shop.ctx, { userId })).cashFen).toBe(100)
  const { refundId } = await acts.confirm(order)
  const decision = { refundId, amountFen: 10_000, basis: 'wish' as const, reason: 'test' }
  await approveRefund(shop.ctx, { ...decision, actor: await acts.actor() })
  expect((await getBalance(shop.ctx, { userId })).cashFen).toBe(0)
  expect(await shop.ctx.prisma.withdrawal.findUnique({ where: { id: withdrawalId } })).toMatchObject({
    status: 'cancelled',
    endReason: 'clawed_back',
  })
  expect((await auditLedger(shop.ctx)).checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})
