import { requestPasswordReset } from '@mozhou/domain/accounts/request-password-reset'
import { resetPassword } from '@mozhou/domain/accounts/reset-password'
import { createSmtpMailer } from '@mozhou/integrations/mail/smtp-mailer'
import { startMailCatcher } from '@mozhou/integrations/testing/mail-catcher'
import type { MailCatcher } from '@mozhou/integrations/testing/mail-catcher'
import type { remindMembers, sweepStuckGenerations } from '@mozhou/workflows/housekeeping'
import { notificationWorkflowId, passwordResetWorkflowId, scheduleIds } from '@mozhou/workflows/ids'
import { startPasswordReset } from '@mozhou/workflows/mail-client'
import { coreQueue } from '@mozhou/workflows/options'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestRig } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

let catcher: MailCatcher
let rig: TestRig
beforeAll(async () => {
  catcher = await startMailCatcher()
  const mailer = createSmtpMailer({ url: catcher.url, from: 'no-reply@mozhou.example', timeoutMs: 5_000 })
  rig = await createTestRig({
    queues: ['core'],
    mail: { mailer, webOrigin: 'https://mozhou.example', adminOrigin: 'https://admin.mozhou.example' },
  })
})
afterAll(async () => {
  await rig.close()
  await catcher.close()
})

const workflow = () => rig.temporal.client.workflow
const resultOf = (id: string): Promise<unknown> => workflow().getHandle(id).result()
const sweep = () =>
  workflow().execute<typeof sweepStuckGenerations>('sweepStuckGenerations', {
    workflowId: `sweep-${crypto.randomUUID()}`,
    taskQueue: coreQueue,
    // Whatever is there already, and was written within this very moment.
    args: [{ olderThanMs: -1_000 }],
  })
const remind = () =>
  workflow().execute<typeof remindMembers>('remindMembers', {
    workflowId: `remind-${crypto.randomUUID()}`,
    taskQueue: coreQueue,
    args: [],
  })

async function newMember() {
  const userId = await rig.addUser()
  const now = rig.ctx.clock.now()
  const { email, username } = await rig.ctx.prisma.user.update({
    where: { id: userId },
    data: { emailVerifiedAt: now },
    select: { email: true, username: true },
  })
  const endsAt = new Date(now.getTime() + 12 * 3_600_000)
  const period = { id: rig.ctx.newId(), userId, startsAt: now, endsAt, createdAt: now }
  await rig.ctx.prisma.membershipPeriod.create({ data: { ...period, source: 'gift', sourceId: 'test' } })
  return { userId, email, username }
}

it('reminds a member by mail, once, and keeps the address out of the history', async () => {
  const { userId, email } = await newMember()
  expect(await remind()).toEqual({ told: 1 })
  const { id } = await rig.ctx.prisma.notification.findFirstOrThrow({ where: { userId, mailStatus: 'queued' } })
  await sweep()
  expect(await resultOf(notificationWorkflowId(id))).toBe('sent')
  expect(await remind()).toEqual({ told: 0 })
  await sweep()
  const mails = catcher.mails.filter(({ to }) => to === email)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.source).toContain('multipart/alternative')
  expect(mails[0]?.source).toContain(`Message-ID: <${id}@mozhou.example>`)
  expect(await historyText(notificationWorkflowId(id))).not.toContain(email)
})

it('runs the reminders by the hour', async () => {
  const { spec } = await rig.temporal.client.schedule.getHandle(scheduleIds.reminders).describe()
  expect(spec.calendars?.[0]?.minute).toEqual([{ start: 5, end: 5, step: 1 }])
})

it('mails a link to a new password, once, also when nobody but the sweep starts it', async () => {
  const { email, username } = await newMember()
  const resetId = await requestPasswordReset(rig.ctx, { login: username, ipAddress: '203.0.113.7' })
  const before = catcher.mails.length
  await sweep()
  await startPasswordReset(workflow(), resetId)
  expect(await resultOf(passwordResetWorkflowId(resetId))).toBe('sent')
  expect(catcher.mails.slice(before).map(({ to }) => to)).toEqual([email])
  const token = tokenIn(catcher.mails.at(-1)?.source ?? '')
  await resetPassword(rig.ctx, { token, newPassword: 'another password' })
  const history = await historyText(passwordResetWorkflowId(resetId))
  for (const secret of [email, username, token]) expect(history).not.toContain(secret)
})

it('sends nobody anything for a name that no account has', async () => {
  const resetId = await requestPasswordReset(rig.ctx, { login: 'nobody-at-all', ipAddress: '203.0.113.7' })
  const before = catcher.mails.length
  await startPasswordReset(workflow(), resetId)
  expect(await resultOf(passwordResetWorkflowId(resetId))).toBe('not_needed')
  expect(catcher.mails).toHaveLength(before)
})

async function historyText(workflowId: string): Promise<string> {
  return JSON.stringify(await workflow().getHandle(workflowId).fetchHistory(), (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString() : value,
  )
}

/** Chinese text travels in base64 or in quoted-printable, whose lines end softly with `=` (RFC 2045, sections 6.7 and 6.8). */
function tokenIn(source: string): string {
  const body = source.slice(source.indexOf('\r\n\r\n'))
  const isBase64 = /^content-transfer-encoding: base64/im.test(source)
  const text = isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body.replaceAll('=\r\n', '')
  return /reset-password#([\w-]{43})/.exec(text)?.[1] ?? ''
}
