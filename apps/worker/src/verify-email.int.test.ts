import { resendVerification } from '@mozhou/domain/accounts/resend-verification'
import { verifyEmail } from '@mozhou/domain/accounts/verify-email'
import { createSmtpMailer } from '@mozhou/integrations/mail/smtp-mailer'
import { startMailCatcher } from '@mozhou/integrations/testing/mail-catcher'
import type { MailCatcher } from '@mozhou/integrations/testing/mail-catcher'
import { startVerification } from '@mozhou/workflows/mail-client'
import type { sweepStuckGenerations } from '@mozhou/workflows/housekeeping'
import { verificationWorkflowId } from '@mozhou/workflows/ids'
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

const start = (id: string) => startVerification(rig.temporal.client.workflow, id)
const resultOf = (id: string): Promise<unknown> =>
  rig.temporal.client.workflow.getHandle(verificationWorkflowId(id)).result()

it('sends the link over SMTP, tries again while the server is away, and keeps address and link out of the history', async () => {
  const userId = await rig.addUser()
  const id = await resendVerification(rig.ctx, userId)
  catcher.refuseWith(451)
  await start(id)
  // A second start is the first one.
  await start(id)
  const tries = async () => {
    const { pendingActivities } = (await rig.temporal.client.workflow.getHandle(verificationWorkflowId(id)).describe())
      .raw
    return pendingActivities?.[0]?.attempt ?? 0
  }
  await expect.poll(tries).toBeGreaterThan(1)
  catcher.refuseWith(null)
  expect(await resultOf(id)).toBe('sent')
  expect(catcher.mails).toHaveLength(1)
  const { email } = await rig.ctx.prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
  expect(catcher.mails[0]?.to).toBe(email)
  const token = tokenIn(catcher.mails[0]?.source ?? '')
  await verifyEmail(rig.ctx, { token })
  const history = await rig.temporal.client.workflow.getHandle(verificationWorkflowId(id)).fetchHistory()
  const bytes = JSON.stringify(history, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString() : value,
  )
  expect(bytes).not.toContain(email)
  expect(bytes).not.toContain(token)
})

it('sends with the sweep what nobody started, once', async () => {
  const id = await resendVerification(rig.ctx, await rig.addUser())
  const before = catcher.mails.length
  const sweep = () =>
    rig.temporal.client.workflow.execute<typeof sweepStuckGenerations>('sweepStuckGenerations', {
      workflowId: `sweep-${crypto.randomUUID()}`,
      taskQueue: coreQueue,
      // Whatever is there already, and was written within this very moment.
      args: [{ olderThanMs: -1_000 }],
    })
  await sweep()
  expect(await resultOf(id)).toBe('sent')
  await sweep()
  expect(catcher.mails).toHaveLength(before + 1)
})

it('leaves a refused address alone', async () => {
  const id = await resendVerification(rig.ctx, await rig.addUser())
  catcher.refuseWith(550)
  await start(id)
  expect(await resultOf(id)).toBe('refused')
  catcher.refuseWith(null)
})

/** Chinese text travels in base64 or in quoted-printable, whose lines end softly with `=` (RFC 2045, sections 6.7 and 6.8). */
function tokenIn(source: string): string {
  const body = source.slice(source.indexOf('\r\n\r\n'))
  const isBase64 = /^content-transfer-encoding: base64/im.test(source)
  const text = isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body.replaceAll('=\r\n', '')
  return /verify-email#([\w-]{43})/.exec(text)?.[1] ?? ''
}
