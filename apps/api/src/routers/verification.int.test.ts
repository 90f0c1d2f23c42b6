import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { sendVerification } from '@mozhou/domain/accounts/send-verification'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { idleWorkflows, startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
const started: string[] = []
let isTemporalAway = false
beforeAll(async () => {
  const startVerification = async (id: string) => {
    if (isTemporalAway) throw new Error('temporal is away')
    started.push(id)
  }
  api = await startApi({ deps: { workflows: { ...idleWorkflows, startVerification } } })
  Object.assign(api.ctx.settings, { verifiesEmail: true })
})
afterAll(() => api.close())

let people = 0
const register = () => {
  people += 1
  const input = {
    username: `mailed${people}`,
    email: `mailed${people}@example.com`,
    password: 'password-of-mine',
    acceptedTerms: termsVersion,
  }
  return api.mutate('auth.register', { input })
}
const tokenOf = (answer: { data: unknown }) => (answer.data as { accessToken: string }).accessToken

async function linkOf(verificationId: string): Promise<string> {
  let text = ''
  const mailer = {
    send: async (mail: { text: string }) => {
      text = mail.text
      return 'sent' as const
    },
    close: () => {},
  }
  await sendVerification(api.ctx, { mailer, webOrigin: 'https://mozhou.example' }, { verificationId })
  return /#([\w-]{43})/.exec(text)?.[1] ?? ''
}

it('tells that the gift waits, has the mail sent, and gives it for the link, signed in or not', async () => {
  const registered = await register()
  expect(registered.data).toMatchObject({ signupGift: { status: 'awaiting_email', credits: 50 } })
  expect(registered.text).not.toContain('verificationId')
  const bearer = tokenOf(registered)
  expect((await api.query('credits.balance', { bearer })).data).toMatchObject({ credits: 0 })
  const token = await linkOf(started.at(-1) ?? '')
  const verified = await api.mutate('auth.verifyEmail', { input: { token } })
  expect(verified.data).toEqual({ signupGift: { status: 'given', credits: 50 } })
  expect((await api.query('credits.balance', { bearer })).data).toMatchObject({ credits: 50 })
  expect((await api.query('auth.me', { bearer })).data).toMatchObject({ isEmailVerified: true })
  expect((await api.mutate('auth.verifyEmail', { input: { token } })).error?.code).toBe('VERIFICATION_INVALID')
  expect((await api.mutate('auth.verifyEmail', { input: { token: 'short' } })).error?.code).toBe('VALIDATION_FAILED')
})

it('registers while Temporal is away; the row is there for the sweep', async () => {
  isTemporalAway = true
  const registered = await register()
  isTemporalAway = false
  expect(registered.status).toBe(200)
  const email = `mailed${people}@example.com`
  const rows = await api.ctx.prisma.emailVerification.findMany({ where: { user: { email }, sentAt: null } })
  expect(rows).toHaveLength(1)
  const again = await api.mutate('auth.resendVerification', { bearer: tokenOf(registered) })
  expect(again.error?.code).toBe('VERIFICATION_LIMIT')
})
