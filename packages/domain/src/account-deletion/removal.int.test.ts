import { deletionSteps } from '@mozhou/contracts/account-deletion/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAdmin } from '../accounts/create-admin.ts'
import { addWork } from '../creations/testing/add-work.ts'
import { postEntry } from '../credits/post-entry.ts'
import { openRenewals } from '../orders/renewals/testing/renewal-acts.ts'
import type { RenewalRoom } from '../orders/renewals/testing/renewal-acts.ts'
import { refundActs } from '../orders/testing/refund-acts.ts'
import { findDueDeletions } from './find-due-deletions.ts'
import { beginRemoval } from './begin-removal.ts'
import { finishRemoval } from './finish-removal.ts'
import { previewDeletion } from './preview-deletion.ts'
import { removePart } from './remove-part.ts'
import { startDeletion } from './start-deletion.ts'
import { takeBackDeletion } from './take-back-deletion.ts'
import { userDeletions } from './user-deletions.ts'
import { deletionActs } from './testing/deletion-acts.ts'

let room: RenewalRoom
let acts: ReturnType<typeof deletionActs>
let adminId: string
beforeAll(async () => {
  room = await openRenewals()
  acts = deletionActs(room.shop)
  const admin = { username: 'root-admin', email: 'root@example.com', password: 'long enough' }
  adminId = (await createAdmin(room.shop.ctx, admin)).userId
})
afterAll(() => room.shop.domain.close())
beforeEach(() => room.acts.forget())

const actor = () => ({ userId: adminId, requestId: 'request-7' })
const hindered = (kinds: string) => new AppError('DELETION_HINDERED', { hindrances: kinds })
const statusOf = async (userId: string) => (await acts.person(userId)).status

describe('what is in the way', () => {
  it('keeps the account open: money under way, debt, a text that is being written, a role', async () => {
    const { shop } = room
    const refunds = refundActs(shop)
    const refunding = await shop.recharge(1_000)
    await refunds.confirm(refunding)
    await expect(acts.close(refunding.userId)).rejects.toEqual(hindered('refund_open'))

    const mismatch = await shop.unpaidRecharge(1_000)
    await shop.tell(shop.alipay.pay(mismatch.orderNo, { amountFen: 999 }))
    await expect(acts.close(mismatch.userId)).rejects.toEqual(hindered('payment_open'))

    const indebted = await shop.newPerson()
    const reference = { type: 'test', id: '1' }
    const taken = { key: shop.ctx.newId(), unit: 'credits', amount: -1_000, reference } as const
    await postEntry(shop.ctx, { ...taken, kind: 'clawback_recharge', userId: indebted })
    await expect(acts.close(indebted)).rejects.toEqual(hindered('debt'))

    const writing = await shop.newPerson()
    await addWork(shop.ctx, writing, { generationStatus: 'running' })
    await expect(acts.close(writing)).rejects.toEqual(hindered('work_running'))

    const operator = await shop.newPerson()
    await shop.ctx.prisma.user.update({ where: { id: operator }, data: { role: 'operator' } })
    expect((await previewDeletion(shop.ctx, { userId: operator })).hindrances).toEqual(['has_role'])
    for (const userId of [refunding.userId, mismatch.userId, indebted, writing])
      expect(await statusOf(userId)).toBe('active')
  })

  it('is looked at again when the account is due: money that came late is settled first', async () => {
    const { shop } = room
    const bought = await shop.unpaidRecharge(1_000)
    const id = await acts.close(bought.userId)
    expect((await shop.stand(bought)).status).toBe('closed')
    await shop.tell(shop.alipay.pay(bought.orderNo))
    acts.wait()
    expect(await acts.remove(id)).toEqual({ kind: 'hindered', hindrances: ['refund_open', 'payment_open'] })
    expect(await statusOf(bought.userId)).toBe('closing')
    expect(await findDueDeletions(shop.ctx)).toEqual([])
    shop.domain.advance(3_600_000)
    expect(await findDueDeletions(shop.ctx)).toEqual([{ deletionId: id, userId: bought.userId }])
    const { preview, deletions } = await userDeletions(shop.ctx, { userId: bought.userId })
    expect(preview.hindrances).toEqual(['refund_open', 'payment_open'])
    expect(deletions).toMatchObject([
      { status: 'pending', hindrances: ['refund_open', 'payment_open'], startedBy: null },
    ])
  })
})

describe('an agreement to renew', () => {
  it('is ended with its channel when the account is closed', async () => {
    const { shop, agreements } = room
    const { userId, externalNo } = await room.acts.renewing()
    expect((await previewDeletion(shop.ctx, { userId })).lost).toMatchObject({ renewals: 1, works: 0 })
    const id = await acts.close(userId)
    expect(agreements.all.get(externalNo)?.state).toBe('ended')
    acts.wait()
    await acts.remove(id)
    expect(await acts.deletion(id)).toMatchObject({ status: 'done', counts: { agreements: 1 } })
    expect(await shop.ctx.prisma.renewal.count({ where: { userId, status: 'cancelled' } })).toBe(1)
  })

  it('whose channel was away is ended before anything is removed', async () => {
    const { agreements } = room
    const { userId, externalNo } = await room.acts.renewing()
    const { cancel } = agreements
    agreements.cancel = () => Promise.reject(new Error('away'))
    const id = await acts.close(userId)
    acts.wait()
    await expect(acts.remove(id)).rejects.toThrow('away')
    expect(await acts.deletion(id)).toMatchObject({ status: 'removing', doneSteps: [] })
    agreements.cancel = cancel
    await acts.remove(id)
    expect(agreements.all.get(externalNo)?.state).toBe('ended')
    expect(await statusOf(userId)).toBe('deleted')
  })
})

it('is the same however often a step is cut off and run again', async () => {
  const { shop } = room
  const lived = async () => {
    const userId = await shop.newPerson()
    for (let count = 0; count < 3; count += 1) await addWork(shop.ctx, userId)
    return userId
  }
  const [smooth, rough] = [await lived(), await lived()]
  const [first, second] = [await acts.close(smooth), await acts.close(rough)]
  acts.wait()
  await acts.remove(first)
  const input = { deletionId: second }
  await Promise.all([beginRemoval(shop.ctx, input), beginRemoval(shop.ctx, input)])
  for (const step of deletionSteps) {
    // Whoever stops a worker here leaves the step as it was, or done.
    const stopped = removePart(shop.ctx, { ...input, step, signal: AbortSignal.abort(new Error('the worker stops')) })
    await expect(stopped).rejects.toThrow('the worker stops')
    await expect(finishRemoval(shop.ctx, input)).rejects.toThrow(step)
    await Promise.all([removePart(shop.ctx, { ...input, step }), removePart(shop.ctx, { ...input, step })])
    expect(await removePart(shop.ctx, { ...input, step })).toEqual({ removed: 0 })
  }
  await Promise.all([finishRemoval(shop.ctx, input), finishRemoval(shop.ctx, input)])
  await finishRemoval(shop.ctx, input)
  expect((await acts.deletion(second)).counts).toEqual((await acts.deletion(first)).counts)
  const { id: _, passwordChangedAt: __, ...rest } = await acts.person(rough)
  expect(rest).toMatchObject({ status: 'deleted', username: '', usernameKey: null, emailKey: null, firstTouch: null })
  expect(await shop.ctx.prisma.auditRow.count({ where: { action: 'user.delete' } })).toBeGreaterThanOrEqual(2)
})

describe('started by an operator', () => {
  it('is audited, waits as long, skips nothing, and may be taken back for the person', async () => {
    const { shop } = room
    const userId = await shop.newPerson()
    const input = { actor: actor(), userId, reason: '客服对话里本人提出' }
    const { dueAt } = await startDeletion(shop.ctx, input)
    expect((await startDeletion(shop.ctx, input)).dueAt).toBe(dueAt)
    expect(await statusOf(userId)).toBe('closing')
    await takeBackDeletion(shop.ctx, { actor: actor(), userId })
    expect(await statusOf(userId)).toBe('active')
    await expect(takeBackDeletion(shop.ctx, { actor: actor(), userId })).rejects.toEqual(
      new AppError('DELETION_NOT_FOUND'),
    )
    const rows = await shop.ctx.prisma.auditRow.findMany({
      where: { actorId: adminId, action: { in: ['user.start_deletion', 'user.take_back_deletion'] } },
      orderBy: { id: 'asc' },
    })
    expect(rows).toMatchObject([
      { action: 'user.start_deletion', permission: 'user:delete', after: { reason: '客服对话里本人提出' } },
      { action: 'user.take_back_deletion', permission: 'user:delete' },
    ])
    const writing = await shop.newPerson()
    await addWork(shop.ctx, writing, { generationStatus: 'requested' })
    await expect(startDeletion(shop.ctx, { ...input, userId: writing })).rejects.toEqual(hindered('work_running'))
    await expect(startDeletion(shop.ctx, { ...input, userId: adminId })).rejects.toEqual(
      new AppError('USER_IS_ONESELF'),
    )
    await expect(startDeletion(shop.ctx, { ...input, userId: shop.ctx.newId() })).rejects.toEqual(
      new AppError('USER_NOT_FOUND'),
    )
  })

  it('of somebody who was suspended leaves them suspended when it is taken back', async () => {
    const { shop } = room
    const userId = await shop.newPerson()
    await shop.ctx.prisma.user.update({ where: { id: userId }, data: { status: 'suspended', suspendedReason: '冒用' } })
    const { id } = await startDeletion(shop.ctx, { actor: actor(), userId, reason: '本人来信提出' })
    await takeBackDeletion(shop.ctx, { actor: actor(), userId })
    expect(await acts.person(userId)).toMatchObject({ status: 'suspended', suspendedReason: '冒用' })
    expect(await acts.deletion(parseId('accountDeletion', id) ?? '')).toMatchObject({ status: 'taken_back' })
  })
})
