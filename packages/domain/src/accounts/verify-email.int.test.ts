import { parseId } from '@mozhou/contracts/ids'
import { MailError } from '@mozhou/integrations/mail/port'
import type { Mail, Mailer } from '@mozhou/integrations/mail/port'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDomain, testPassword } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { findUnsentVerifications } from './find-unsent-verifications.ts'
import { getMe } from './get-me.ts'
import type { Registered } from './register.ts'
import { resendVerification } from './resend-verification.ts'
import { sendVerification } from './send-verification.ts'
import { updateMe } from './update-me.ts'
import { verifyEmail } from './verify-email.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
  domain.ctx.settings = { ...domain.ctx.settings, verifiesEmail: true }
})
afterAll(() => domain.close())

const hourMs = 3_600_000

/** A post office that keeps what it is given. */
function postOffice(answer: () => 'sent' | 'refused' = () => 'sent') {
  const mails: Mail[] = []
  const mailer: Mailer = {
    send: async (mail) => {
      const outcome = answer()
      if (outcome === 'sent') mails.push(mail)
      return outcome
    },
    close: () => {},
  }
  return { mails, office: { mailer, webOrigin: 'https://mozhou.example' } }
}
const linkIn = (mail: Mail | undefined) =>
  /https:\/\/mozhou\.example\/verify-email#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''

async function mailFor(verificationId: string | null): Promise<{ token: string; mail: Mail | undefined }> {
  const { mails, office } = postOffice()
  await sendVerification(domain.ctx, office, { verificationId: verificationId ?? '' })
  return { token: linkIn(mails[0]), mail: mails[0] }
}
const idOf = ({ user }: Registered) => parseId('user', user.id) ?? ''
const creditsOf = async (userId: string) =>
  (await domain.ctx.prisma.creditEntry.findMany({ where: { account: { userId } } })).map(({ kind, amount }) => [
    kind,
    amount,
  ])

describe('with mail configured', () => {
  it('gives the sign-up gift with the verified address, once', async () => {
    const registered = await domain.signUp()
    const userId = idOf(registered)
    expect(registered.signupGift).toEqual({ status: 'awaiting_email', credits: 50 })
    expect(registered.user.isEmailVerified).toBe(false)
    expect(await creditsOf(userId)).toEqual([])
    const { token, mail } = await mailFor(registered.verificationId)
    expect(mail?.to).toBe(registered.user.email)
    const presses = await Promise.allSettled([1, 2, 3].map(() => verifyEmail(domain.ctx, { token })))
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(verifyEmail(domain.ctx, { token })).rejects.toMatchObject({ code: 'VERIFICATION_INVALID' })
    expect(await creditsOf(userId)).toEqual([['gift_signup', 50]])
    expect((await getMe(domain.ctx, userId)).isEmailVerified).toBe(true)
  })

  it('takes no link that is made up, a day old, or of a suspended person', async () => {
    const [late, suspended] = [await domain.signUp(), await domain.signUp()]
    const [lateLink, suspendedLink] = [await mailFor(late.verificationId), await mailFor(suspended.verificationId)]
    const refused = { code: 'VERIFICATION_INVALID' }
    await expect(verifyEmail(domain.ctx, { token: 'A'.repeat(43) })).rejects.toMatchObject(refused)
    await domain.ctx.prisma.user.update({ where: { id: idOf(suspended) }, data: { status: 'suspended' } })
    await expect(verifyEmail(domain.ctx, suspendedLink)).rejects.toMatchObject(refused)
    domain.advance(24 * hourMs + 1_000)
    await expect(verifyEmail(domain.ctx, lateLink)).rejects.toMatchObject(refused)
    expect(await creditsOf(idOf(late))).toEqual([])
  })

  it('asks anew for another address: the old link is worth nothing, and the gift comes once', async () => {
    const registered = await domain.signUp()
    const userId = idOf(registered)
    const old = await mailFor(registered.verificationId)
    domain.advance(61_000)
    const change = (email: string) =>
      updateMe(domain.ctx, { userId, ipAddress: '203.0.113.9', email, currentPassword: testPassword })
    const { me, verificationId } = await change(`new-${registered.user.email}`)
    expect(me.isEmailVerified).toBe(false)
    await expect(verifyEmail(domain.ctx, old)).rejects.toMatchObject({ code: 'VERIFICATION_INVALID' })
    const fresh = await mailFor(verificationId)
    expect(fresh.mail?.to).toBe(`new-${registered.user.email}`)
    expect((await verifyEmail(domain.ctx, fresh)).status).toBe('given')
    domain.advance(61_000)
    const again = await change(`newer-${registered.user.email}`)
    expect(again.me.isEmailVerified).toBe(false)
    expect(await verifyEmail(domain.ctx, await mailFor(again.verificationId))).toEqual({ status: 'none', credits: 0 })
    expect(await creditsOf(userId)).toEqual([['gift_signup', 50]])
  })

  it('gives nothing to who came beyond the limit of their network, verified or not', async () => {
    const ctx = domain.ctx
    domain.ctx.settings = { ...ctx.settings, signupGiftsPerNetwork: 0 }
    const registered = await domain.signUp()
    domain.ctx.settings = { ...ctx.settings, signupGiftsPerNetwork: 1_000 }
    expect(registered.signupGift.status).toBe('network_limit')
    expect((await verifyEmail(domain.ctx, await mailFor(registered.verificationId))).status).toBe('none')
    expect(await creditsOf(idOf(registered))).toEqual([])
  })
})

describe('another mail', () => {
  it('is sent after a pause, five a day, and not to who is verified', async () => {
    const registered = await domain.signUp()
    const userId = idOf(registered)
    const resend = () => resendVerification(domain.ctx, userId)
    await expect(resend()).rejects.toMatchObject({ code: 'VERIFICATION_LIMIT', params: { retryAfterSeconds: 60 } })
    for (let sent = 2; sent <= 5; sent += 1) {
      domain.advance(61_000)
      await resend()
    }
    domain.advance(61_000)
    await expect(resend()).rejects.toMatchObject({ code: 'VERIFICATION_LIMIT' })
    // Changing the address is no way around it.
    const change = {
      userId,
      ipAddress: '203.0.113.9',
      email: `victim-${registered.user.email}`,
      currentPassword: testPassword,
    }
    expect((await updateMe(domain.ctx, change)).verificationId).toBeNull()
    domain.advance(24 * hourMs)
    const { token } = await mailFor(await resend())
    await verifyEmail(domain.ctx, { token })
    domain.advance(61_000)
    await expect(resend()).rejects.toMatchObject({ code: 'EMAIL_ALREADY_VERIFIED' })
  })

  it('is found by the sweep when nobody sent it, and sent once', async () => {
    const registered = await domain.signUp()
    const id = registered.verificationId ?? ''
    domain.advance(31_000)
    expect(await findUnsentVerifications(domain.ctx, { olderThanMs: 30_000 })).toContain(id)
    let tries = 0
    const failing: Mailer = {
      send: async () => {
        tries += 1
        throw new MailError('ECONNECTION')
      },
      close: () => {},
    }
    const { office, mails } = postOffice()
    await expect(sendVerification(domain.ctx, { ...office, mailer: failing }, { verificationId: id })).rejects.toThrow(
      MailError,
    )
    expect(tries).toBe(1)
    expect(await sendVerification(domain.ctx, office, { verificationId: id })).toBe('sent')
    expect(await sendVerification(domain.ctx, office, { verificationId: id })).toBe('not_needed')
    expect(mails).toHaveLength(1)
    expect(await findUnsentVerifications(domain.ctx, { olderThanMs: 30_000 })).not.toContain(id)
    const row = await domain.ctx.prisma.emailVerification.findUniqueOrThrow({ where: { id } })
    expect(row.sealedToken).toBeNull()
  })

  it('is not tried again where the address refuses it', async () => {
    const registered = await domain.signUp()
    const { office } = postOffice(() => 'refused')
    const call = { verificationId: registered.verificationId ?? '' }
    expect(await sendVerification(domain.ctx, office, call)).toBe('refused')
    expect(await sendVerification(domain.ctx, office, call)).toBe('not_needed')
  })
})

it('asks for nothing where no mail is configured', async () => {
  const plain = await createTestDomain()
  const registered = await plain.signUp()
  expect(registered).toMatchObject({ verificationId: null, signupGift: { status: 'given', credits: 50 } })
  await expect(resendVerification(plain.ctx, idOf(registered))).rejects.toMatchObject({
    code: 'EMAIL_ALREADY_VERIFIED',
  })
  expect(await plain.ctx.prisma.emailVerification.count()).toBe(0)
  await plain.close()
})
