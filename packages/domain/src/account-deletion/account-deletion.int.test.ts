import { parseId } from '@mozhou/contracts/ids'
import { termsDocuments } from '@mozhou/contracts/accounts/terms'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newDeviceMark, rememberDevice } from '../accounts/device-mark.ts'
import { login } from '../accounts/login.ts'
import { createAdmin } from '../accounts/create-admin.ts'
import { createApiKey } from '../api-keys/create-api-key.ts'
import { addWork } from '../creations/testing/add-work.ts'
import { auditLedger } from '../credits/audit-ledger.ts'
import { verifyAccount } from '../credits/verify-account.ts'
import { refundActs } from '../orders/testing/refund-acts.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { inTransaction } from '../transaction.ts'
import { beginUpload } from '../files/begin-upload.ts'
import { fileActs, noisePicture } from '../files/testing/file-acts.ts'
import { takeUnmarked } from '../files/take-unmarked.ts'
import { openConversation } from '../support/open-conversation.ts'
import { testPassword, webClient } from '../testing/test-domain.ts'
import { previewDeletion } from './preview-deletion.ts'
import { requestDeletion } from './request-deletion.ts'
import { deletionActs, tablesThatSay } from './testing/deletion-acts.ts'

let shop: Shop
let acts: ReturnType<typeof deletionActs>
beforeAll(async () => {
  shop = await openShop()
  acts = deletionActs(shop)
  const admin = { username: 'root-admin', email: 'root@example.com', password: 'long enough' }
  await createAdmin(shop.ctx, admin)
})
afterAll(() => shop.domain.close())

const key = () => crypto.randomUUID()
const email = (name: string) => `${name}@mail.test`
const signUp = async (name: string) => {
  const registered = await shop.domain.signUp({ username: name, email: email(name) })
  return { registered, userId: parseId('user', registered.user.id) ?? '' }
}

/** Everything of money that has a person's id on it, row by row. */
async function moneyOf(userId: string) {
  const { prisma } = shop.ctx
  const accounts = await prisma.creditAccount.findMany({ where: { userId } })
  const orders = await prisma.order.findMany({ where: { userId }, include: { payments: true, refunds: true } })
  return {
    accounts,
    entries: await prisma.creditEntry.findMany({
      where: { accountId: { in: accounts.map(({ id }) => id) } },
      orderBy: { sequence: 'asc' },
    }),
    orders,
    notices: await prisma.paymentNotice.findMany({ where: { orderNo: { in: orders.map(({ orderNo }) => orderNo) } } }),
    periods: await prisma.membershipPeriod.findMany({ where: { userId } }),
    consents: await prisma.consent.findMany({ where: { userId }, orderBy: { document: 'asc' } }),
  }
}

/** Somebody who has left something in every room. */
async function livedIn(name: string) {
  const { userId } = await signUp(name)
  const { ctx } = shop
  await inTransaction(ctx, (tx) => rememberDevice(tx, { userId, deviceMark: newDeviceMark() }))
  const refunds = refundActs(shop)
  const bought = await shop.recharge(10_000, userId)
  await refunds.spend(userId, 120)
  await shop.membership('month', userId)
  const given = await shop.recharge(5_000, userId)
  await refunds.settle((await refunds.confirm(given)).refundId)
  await shop.unpaidRecharge(1_000, userId)
  const work = await addWork(ctx, userId, { title: `${name} 的春天` })
  const exported = { creationId: work.creationId, userId, versionId: work.versionId, createdAt: ctx.clock.now() }
  await ctx.prisma.creationExport.createMany({
    data: [true, false].map((isLabelled) => ({ ...exported, id: ctx.newId(), format: 'md', isLabelled })),
  })
  await createApiKey(ctx, { userId, name: `${name} 的密钥`, scopes: ['writing'] })
  const said = { userId, requestKey: key(), subject: `${name} 想问`, text: `我是 ${name}，请帮我看看` }
  await openConversation(ctx, said)
  const aboutOrder = { kind: 'order', orderId: bought.orderId } as const
  await openConversation(ctx, { ...said, requestKey: key(), subject: '订单的事', text: '金额对吗', link: aboutOrder })
  await ctx.prisma.request.create({
    data: { userId, requestKey: key(), fingerprint: new Uint8Array(32), answer: { name }, createdAt: ctx.clock.now() },
  })
  await ctx.prisma.savedFilter.create({
    data: {
      id: ctx.newId(),
      userId,
      tableName: 'users',
      name,
      search: {},
      createdAt: ctx.clock.now(),
      updatedAt: ctx.clock.now(),
    },
  })
  const { upload, generate } = fileActs(shop.domain.ctx)
  await upload(userId, await noisePicture(), { name: `${name} 的照片.png` })
  const drawn = await generate(userId, await noisePicture(), { name: `${name} 的封面` })
  await beginUpload(shop.domain.ctx, { userId, bytes: 9_000, name: `${name} 的视频.mp4`, requestKey: null })
  await takeUnmarked(shop.domain.ctx, { userId, fileId: drawn, acceptedTerms: '2026-12' })
  return { userId, bought, work }
}

it('70: every money row of a deleted account stays, its name does not', async () => {
  const name = 'qingcheng'
  const { userId, work } = await livedIn(name)
  expect(await tablesThatSay(shop, [name])).toEqual(
    expect.arrayContaining([
      'users',
      'creations',
      'creation_versions',
      'creation_search',
      'api_keys',
      'notifications',
      'requests',
      'files',
      'file_uploads',
    ]),
  )
  const kept = await fileActs(shop.domain.ctx).space(userId)
  expect((await previewDeletion(shop.ctx, { userId })).lost).toMatchObject({ files: 2, fileBytes: kept.counted })
  const id = await acts.close(userId)
  const before = await moneyOf(userId)
  expect(before.orders.map(({ status }) => status).toSorted()).toEqual(['closed', 'fulfilled', 'fulfilled', 'refunded'])
  acts.wait()
  expect(await acts.remove(id)).toMatchObject({ kind: 'removing' })

  expect(await moneyOf(userId)).toEqual(before)
  expect(before.consents.map(({ document }) => document)).toEqual([...termsDocuments].toSorted())
  expect(await verifyAccount(shop.ctx, { userId, unit: 'credits' })).toMatchObject({ isIntact: true })
  const { checks } = await auditLedger(shop.ctx)
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])

  expect(await tablesThatSay(shop, [name])).toEqual([])
  expect(await shop.ctx.prisma.userDevice.count({ where: { userId } })).toBe(0)
  expect(await acts.person(userId)).toMatchObject({ status: 'deleted', username: '', email: '', displayName: '' })
  expect(await acts.deletion(id)).toMatchObject({
    status: 'done',
    counts: {
      works: 2,
      versions: 2,
      search_rows: 2,
      exports: 1,
      devices: 1,
      api_keys: 1,
      messages: 1,
      conversations: 1,
      requests: 1,
      saved_filters: 1,
      files: 2,
      file_bytes: kept.counted,
      uploads: 1,
    },
  })
  expect(await shop.ctx.prisma.unmarkedTake.count({ where: { userId } })).toBe(1)
  // The row of the file without a label is proof, of ids alone; what was said about an order is evidence of the sale.
  expect(await shop.ctx.prisma.creationExport.count({ where: { creationId: work.creationId } })).toBe(1)
  expect(
    await shop.ctx.prisma.supportMessage.findMany({ where: { authorId: userId }, select: { text: true } }),
  ).toEqual([{ text: '金额对吗' }])
  const audits = await shop.ctx.prisma.auditRow.findMany({ where: { action: 'user.delete' } })
  expect(audits).toMatchObject([{ actorId: null, after: { status: 'deleted', removed: { works: 2 } } }])
})

it('leaves the address free, and gives nobody the sign-up gift twice for it', async () => {
  const { userId } = await signUp('again')
  const id = await acts.close(userId)
  await expect(signUp('again')).rejects.toMatchObject({ code: 'USERNAME_TAKEN' })
  acts.wait()
  await acts.remove(id)
  await expect(
    login(shop.domain.ctx, { login: email('again'), password: testPassword, client: webClient }),
  ).rejects.toMatchObject({ code: 'LOGIN_FAILED' })
  const second = await signUp('again')
  expect(second.registered.signupGift).toEqual({ status: 'given_before', credits: 0 })
  expect(await shop.creditsOf(second.userId)).toBe(0)
  const other = await signUp('another')
  expect(other.registered.signupGift.status).toBe('given')
  // Also after the third time.
  const again = await acts.close(second.userId)
  acts.wait()
  await acts.remove(again)
  expect((await signUp('again')).registered.signupGift.status).toBe('given_before')
})

it('is taken back by signing in, asked for, until the removal begins', async () => {
  const { userId } = await signUp('changed-mind')
  const client = webClient
  const enter = (takesBack?: boolean) =>
    login(shop.domain.ctx, {
      login: 'changed-mind',
      password: testPassword,
      client,
      ...(takesBack !== undefined && { takesBack }),
    })
  const id = await acts.close(userId)
  expect(await shop.ctx.prisma.session.count({ where: { userId, revokedAt: null } })).toBe(0)
  await expect(enter()).rejects.toMatchObject({ code: 'ACCOUNT_CLOSING' })
  expect(await acts.remove(id)).toEqual({ kind: 'over' })
  await enter(true)
  expect(await acts.person(userId)).toMatchObject({ status: 'active', username: 'changed-mind' })
  acts.wait()
  expect(await acts.remove(id)).toEqual({ kind: 'over' })
  expect(await acts.deletion(id)).toMatchObject({ status: 'taken_back' })

  const second = await acts.close(userId)
  acts.wait()
  await shop.ctx.prisma.accountDeletion.update({ where: { id: second }, data: { status: 'removing' } })
  await expect(enter(true)).rejects.toMatchObject({ code: 'DELETION_BEGUN' })
})

it('takes the right password, and counts wrong ones as everywhere', async () => {
  const { userId } = await signUp('password-asked')
  const wrong = requestDeletion(shop.ctx, { userId, currentPassword: 'not the one', ipAddress: '203.0.113.9' })
  await expect(wrong).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
  expect(await acts.person(userId)).toMatchObject({ status: 'active' })
})
