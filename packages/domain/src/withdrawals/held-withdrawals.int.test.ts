import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../transaction.ts'
import { approveWithdrawal } from './approve-withdrawal.ts'
import { askTransfer } from './ask-transfer.ts'
import { cancelWithdrawal } from './cancel-withdrawal.ts'
import { approveReviewed, rejectWithdrawal } from './decide-withdrawal.ts'
import { findWithdrawals } from './find-withdrawals.ts'
import { holdForReview } from './hold-for-review.ts'
import { getWithdrawal, listWithdrawals } from './list-withdrawals.ts'
import { releaseForClawback } from './release-for-clawback.ts'
import { repeatWithdrawal } from './repeat-withdrawal.ts'
import { sendTransfer } from './send-transfer.ts'
import { openPayouts } from './testing/payouts.ts'
import type { Payouts } from './testing/payouts.ts'

let payouts: Payouts
let actor: { userId: string; requestId: string }
beforeAll(async () => {
  payouts = await openPayouts()
  actor = { userId: await payouts.newPerson(), requestId: 'test' }
})
afterAll(() => payouts.domain.close())

const become = (id: string, status: 'active' | 'suspended') =>
  payouts.ctx.prisma.user.update({ where: { id }, data: { status }, select: { id: true } })
const askedFor = (transferNo: string) => payouts.alipay.asked.filter((no) => no === transferNo).length

describe('a suspended person', () => {
  it('is not paid what was approved before: it waits for finance, who cannot let it go until they are back', async () => {
    const userId = await payouts.earner(1_000, 'alipay')
    const withdrawalId = await payouts.request(userId, 500)
    await approveWithdrawal(payouts.ctx, { withdrawalId })
    await become(userId, 'suspended')
    expect(await sendTransfer(payouts.ctx, { withdrawalId })).toEqual({ status: 'in_review', mayReturn: false })
    const { transferNo } = await payouts.stand(withdrawalId)
    expect(askedFor(transferNo)).toBe(0)
    expect(await payouts.ctx.prisma.withdrawalTransfer.count({ where: { withdrawalId } })).toBe(0)
    const decision = { withdrawalId, reason: '本人来电', actor }
    await expect(approveReviewed(payouts.ctx, decision)).rejects.toMatchObject({ code: 'WITHDRAWAL_SUSPENDED' })
    await become(userId, 'active')
    await approveReviewed(payouts.ctx, decision)
    expect(await sendTransfer(payouts.ctx, { withdrawalId })).toMatchObject({ status: 'paid' })
    expect(askedFor(transferNo)).toBe(1)
  })

  it('is only asked about where a call may have been on its way, and sent nothing anew', async () => {
    const userId = await payouts.earner(1_000, 'alipay')
    const withdrawalId = await payouts.request(userId, 500)
    payouts.alipay.loseCall()
    expect(await payouts.send(withdrawalId)).toBe('unknown')
    await become(userId, 'suspended')
    expect(await sendTransfer(payouts.ctx, { withdrawalId })).toMatchObject({ status: 'unknown' })
    const { transferNo } = await payouts.stand(withdrawalId)
    expect(askedFor(transferNo)).toBe(1)
    await become(userId, 'active')
    expect(await sendTransfer(payouts.ctx, { withdrawalId })).toMatchObject({ status: 'paid' })
  })
})

it('63: one whose answer is unknown is only asked about, whatever anybody presses meanwhile', async () => {
  const userId = await payouts.earner(1_000, 'alipay')
  const withdrawalId = await payouts.request(userId, 1_000)
  payouts.alipay.loseAnswer()
  expect(await payouts.send(withdrawalId)).toBe('unknown')
  const { transferNo } = await payouts.stand(withdrawalId)
  const decision = { withdrawalId, reason: '再试一次', actor }
  const presses = await Promise.allSettled([
    repeatWithdrawal(payouts.ctx, { withdrawalId, userId }),
    repeatWithdrawal(payouts.ctx, decision),
    cancelWithdrawal(payouts.ctx, { withdrawalId, userId }),
    approveReviewed(payouts.ctx, decision),
    rejectWithdrawal(payouts.ctx, decision),
    payouts.request(userId, 100),
  ])
  expect(presses.map(({ status }) => status)).toEqual(Array(6).fill('rejected'))
  expect(await approveWithdrawal(payouts.ctx, { withdrawalId })).toEqual({ status: 'unknown' })
  expect(await inTransaction(payouts.ctx, (tx) => holdForReview(tx, { userId }))).toBe(false)
  expect(await inTransaction(payouts.ctx, (tx) => releaseForClawback(tx, { userId, amountFen: 900 }))).toBe(false)
  expect(await payouts.stand(withdrawalId)).toMatchObject({ status: 'unknown' })
  await Promise.all([askTransfer(payouts.ctx, { withdrawalId }), sendTransfer(payouts.ctx, { withdrawalId })])
  expect(await payouts.stand(withdrawalId)).toMatchObject({ status: 'paid' })
  expect(payouts.alipay.asked.filter((no) => no.slice(0, 26) === transferNo.slice(0, 26))).toEqual([transferNo])
})

it('counts what was paid in the month under another policy, and does not make up for it', async () => {
  const userId = await payouts.earner(200_000, 'alipay')
  await payouts.send(await payouts.request(userId, 100_000))
  await payouts.rules({ taxPolicy: 'per_payment' })
  const second = await payouts.request(userId, 100_000)
  await payouts.send(second)
  await payouts.rules({ taxPolicy: 'none' })
  // Of 2,000 yuan 240 are due, of the first thousand 40, which nobody withheld.
  expect(await getWithdrawal(payouts.ctx, { withdrawalId: second, userId })).toMatchObject({
    taxPolicy: 'per_payment',
    taxFen: 20_000,
    netFen: 80_000,
  })
})

it('gives cursors of which nobody reads a row, to its person and to finance', async () => {
  const userId = await payouts.earner(1_000, 'alipay')
  for (let turn = 0; turn < 2; turn += 1) await payouts.send(await payouts.request(userId, 300))
  const own = await listWithdrawals(payouts.ctx, { userId, limit: 1 })
  const all = await findWithdrawals(payouts.ctx, { limit: 1 })
  for (const { nextCursor, items } of [own, all]) {
    const id = items[0]?.id ?? ''
    const bare = parseId('withdrawal', id) ?? ''
    expect(nextCursor).toMatch(/^[\w-]{40,}$/)
    for (const shown of [bare, bare.replaceAll('-', ''), id]) expect(nextCursor).not.toContain(shown)
  }
  const next = await listWithdrawals(payouts.ctx, { userId, limit: 1, cursor: own.nextCursor })
  expect(next.items[0]?.id).not.toBe(own.items[0]?.id)
  const forged = listWithdrawals(payouts.ctx, { userId, limit: 1, cursor: own.items[0]?.id ?? '' })
  await expect(forged).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})
