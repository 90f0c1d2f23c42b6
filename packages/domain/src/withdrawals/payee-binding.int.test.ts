import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { readSandboxUrl } from '@mozhou/integrations/ai/testing/env'
import { createSandboxChannel } from '@mozhou/integrations/payments/sandbox-channel'
import { openSandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import type { SandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotifications } from '../notifications/list-notifications.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { testPassword } from '../testing/test-domain.ts'
import { beginBinding } from './begin-binding.ts'
import { completeBinding } from './complete-binding.ts'
import { forgetPayees } from './forget-payees.ts'
import { getBinding } from './get-binding.ts'
import { openPayee } from './payee-seal.ts'
import { savePayee } from './save-payee.ts'
import { sweepBindings } from './sweep-bindings.ts'
import { openPayouts, sampleIdNumber } from './testing/payouts.ts'
import type { Payouts } from './testing/payouts.ts'

let payouts: Payouts
let merchant: SandboxMerchant
let ctx: ChannelsContext
let now = Date.now()
beforeAll(async () => {
  merchant = await openSandboxMerchant('wechat')
  const clock = { now: () => new Date() }
  const at = { sandboxUrl: readSandboxUrl(), channel: 'wechat', merchant: merchant.id, clock } as const
  payouts = await openPayouts({ wechat: createSandboxChannel(at) })
  ctx = { ...payouts.ctx, clock: { now: () => new Date(now) }, publicApiUrl: 'https://api.test' }
})
afterAll(() => payouts.domain.close())

const minutes = (count: number) => {
  now += count * 60_000
}
const bare = (id: string) => parseId('payeeBinding', id) ?? ''

/** Somebody signed in just now. */
async function person() {
  const { user, session } = await signedUp()
  const input = { userId: user, sessionId: session, ipAddress: '203.0.113.7' }
  return { userId: user, asked: { ...input, realName: '沈小曼', idNumber: sampleIdNumber } }
}

async function signedUp() {
  const { user } = await payouts.domain.signUp()
  const userId = parseId('user', user.id) ?? ''
  const { id } = await ctx.prisma.session.findFirstOrThrow({ where: { userId }, select: { id: true } })
  await ctx.prisma.session.update({ where: { id }, data: { createdAt: new Date(now) } })
  return { user: userId, session: id }
}

/** What the phone does: opens the code's address, and is sent back with a code. */
async function scan(url: string, who: string): Promise<{ state: string; code: string }> {
  const opened = new URL(url)
  opened.searchParams.set('who', who)
  const html = await (await fetch(opened)).text()
  const back = new URL((/href="(https:\/\/api\.test[^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'))
  expect(back.pathname).toBe('/api/v1/wechat-binding')
  return { state: back.searchParams.get('state') ?? '', code: back.searchParams.get('code') ?? '' }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

describe('a payee at WeChat Pay', () => {
  it('is bound by scanning, saved, sealed, and told', async () => {
    const { userId, asked } = await person()
    const { bindingId, url } = await beginBinding(ctx, { userId })
    const owned = { bindingId: bare(bindingId), userId }
    expect(await getBinding(ctx, owned)).toEqual({ status: 'waiting', accountMark: null })
    const { accountMark, username } = await completeBinding(ctx, await scan(url, 'xiaoman'))
    expect(accountMark).toMatch(/^o.{3}\*{4}.{4}$/)
    expect(username).not.toBe('')
    expect(await getBinding(ctx, owned)).toEqual({ status: 'bound', accountMark })
    await savePayee(ctx, { ...asked, channel: 'wechat', bindingId: bare(bindingId) })
    const row = await ctx.prisma.payee.findFirstOrThrow({ where: { userId, isCurrent: true } })
    expect(row).toMatchObject({ channel: 'wechat', accountMark, nameMark: '*小曼' })
    expect(openPayee(ctx, row).account).toMatch(/^o[\w-]{27}$/)
    const told = await listNotifications(ctx, { userId, limit: 10 })
    expect(told.items.filter(({ kind }) => kind === 'payee_changed')).toHaveLength(1)
    // Taken once, and gone.
    expect(await codeOf(getBinding(ctx, owned))).toBe('PAYEE_BINDING_NOT_FOUND')
    expect(await codeOf(savePayee(ctx, { ...asked, channel: 'wechat', bindingId: bare(bindingId) }))).toBe(
      'PAYEE_BINDING_INVALID',
    )
  })

  it('is bound once by a state, whatever comes with it, and by no other', async () => {
    const { userId } = await person()
    const { url } = await beginBinding(ctx, { userId })
    const [first, second] = [await scan(url, 'one'), await scan(url, 'two')]
    const ends = await Promise.all([codeOf(completeBinding(ctx, first)), codeOf(completeBinding(ctx, second))])
    expect(ends).toEqual(expect.arrayContaining(['PAYEE_BINDING_INVALID', null]))
    expect(await codeOf(completeBinding(ctx, { ...first, state: 'ab'.repeat(24) }))).toBe('PAYEE_BINDING_INVALID')
  })

  it('lapses after ten minutes, and when another code is asked for', async () => {
    const { userId } = await person()
    const old = await beginBinding(ctx, { userId })
    const seen = await scan(old.url, 'late')
    minutes(11)
    expect(await getBinding(ctx, { bindingId: bare(old.bindingId), userId })).toMatchObject({ status: 'expired' })
    expect(await codeOf(completeBinding(ctx, seen))).toBe('PAYEE_BINDING_INVALID')
    const given = await beginBinding(ctx, { userId })
    const given2 = await scan(given.url, 'late')
    await beginBinding(ctx, { userId })
    expect(await codeOf(completeBinding(ctx, given2))).toBe('PAYEE_BINDING_INVALID')
  })

  it.each([
    ['a code that is used', null, 'PAYEE_BINDING_INVALID'],
    ['a WeChat that fails', 'server-error', 'CHANNEL_UNAVAILABLE'],
  ] as const)('is not bound by %s, which is seen', async (_what, fault, code) => {
    const { userId } = await person()
    const { bindingId, url } = await beginBinding(ctx, { userId })
    const seen = await scan(url, 'xiaoman')
    if (fault === null) await ctx.channels.wechat?.binding?.accountOf(seen.code)
    else await merchant.fail(fault)
    expect(await codeOf(completeBinding(ctx, seen))).toBe(code)
    expect(await getBinding(ctx, { bindingId: bare(bindingId), userId })).toMatchObject({ status: 'failed' })
  })

  it('is nobody else’s to see or to save, and is not typed', async () => {
    const [own, other] = [await person(), await person()]
    const { bindingId, url } = await beginBinding(ctx, own)
    await completeBinding(ctx, await scan(url, 'own'))
    const id = bare(bindingId)
    expect(await codeOf(getBinding(ctx, { bindingId: id, userId: other.userId }))).toBe('PAYEE_BINDING_NOT_FOUND')
    expect(await codeOf(savePayee(ctx, { ...other.asked, channel: 'wechat', bindingId: id }))).toBe(
      'PAYEE_BINDING_INVALID',
    )
    const typed = savePayee(ctx, { ...own.asked, channel: 'wechat', account: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' })
    await expect(typed).rejects.toMatchObject({ params: { field: 'bindingId', rule: 'required' } })
    await forgetPayees(ctx, own)
    expect(await ctx.prisma.payeeBinding.count({ where: { userId: own.userId } })).toBe(0)
  })

  it('is kept sealed for half an hour and no longer, whether anybody comes back or not', async () => {
    const { userId } = await person()
    const { bindingId, url } = await beginBinding(ctx, { userId })
    await completeBinding(ctx, await scan(url, 'unsaved'))
    const waiting = await person()
    await beginBinding(ctx, waiting)
    const left = () => ctx.prisma.payeeBinding.count({ where: { userId: { in: [userId, waiting.userId] } } })
    minutes(29)
    await sweepBindings(ctx)
    expect(await getBinding(ctx, { bindingId: bare(bindingId), userId })).toMatchObject({ status: 'bound' })
    minutes(1)
    await sweepBindings(ctx)
    expect(await codeOf(getBinding(ctx, { bindingId: bare(bindingId), userId }))).toBe('PAYEE_BINDING_NOT_FOUND')
    expect(await left()).toBe(1)
    minutes(24 * 60)
    await sweepBindings(ctx)
    expect(await left()).toBe(0)
  })

  it('is not offered without the official account: words, and nothing begun', async () => {
    const { userId } = await person()
    const { wechat } = ctx.channels
    if (!wechat?.binding) throw new Error('no channel')
    const off: ChannelsContext = {
      ...ctx,
      channels: { wechat: { ...wechat, binding: { ...wechat.binding, isOffered: false } } },
    }
    expect(await codeOf(beginBinding(off, { userId }))).toBe('CHANNEL_NOT_OFFERED')
    expect(await ctx.prisma.payeeBinding.count({ where: { userId } })).toBe(0)
  })
})

describe('whom cash goes to is changed', () => {
  const alipay = { channel: 'alipay', account: '13812345620' } as const

  it('with the password, or within ten minutes of signing in, and by nobody who has neither', async () => {
    const { asked } = await person()
    await savePayee(ctx, { ...asked, ...alipay })
    minutes(11)
    await expect(savePayee(ctx, { ...asked, ...alipay })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      params: { field: 'currentPassword', rule: 'required' },
    })
    expect(await codeOf(savePayee(ctx, { ...asked, ...alipay, currentPassword: 'wrong-password' }))).toBe(
      'PASSWORD_WRONG',
    )
    await savePayee(ctx, { ...asked, ...alipay, account: 'new@example.com', currentPassword: testPassword })
    const current = await ctx.prisma.payee.findMany({ where: { userId: asked.userId, isCurrent: true } })
    expect(current.map(({ accountMark }) => accountMark)).toEqual(['n****w@example.com'])
  })
})
