import type { Mailer } from '@mozhou/integrations/mail/port'
import type { DomainContext } from '../context.ts'
import { storedLocale } from '../stored-columns.ts'
import { verificationMail } from './verification-mail.ts'

export type VerificationOutcome = 'sent' | 'refused' | 'not_needed'

/**
 * Writes the mail of one verification. A try that was cut off between the mail and the row is repeated: the same link comes twice then.
 * @throws MailError, and Temporal tries again
 */
export async function sendVerification(
  ctx: DomainContext,
  mail: { mailer: Mailer; webOrigin: string },
  { verificationId }: { verificationId: string },
): Promise<VerificationOutcome> {
  const row = await ctx.prisma.emailVerification.findUnique({
    where: { id: verificationId },
    include: { user: { select: { email: true, emailKey: true, locale: true, status: true } } },
  })
  const isWanted = row && row.sentAt === null && row.usedAt === null && row.expiresAt > ctx.clock.now()
  if (!isWanted || row.user.emailKey !== row.emailKey || row.user.status !== 'active') return 'not_needed'
  if (row.sealedToken === null || row.sealedKeyId === null) return 'not_needed'
  const token = ctx.secrets.open(row.sealedToken, row.sealedKeyId, row.id)
  // Behind the hash sign, which browsers send to nobody: the token is in no access log and no Referer.
  const link = `${mail.webOrigin}/verify-email#${token}`
  const outcome = await mail.mailer.send({
    to: row.user.email,
    ...verificationMail(storedLocale(row.user.locale), link),
  })
  if (outcome === 'refused') ctx.log.warn({ verificationId }, 'a mail server refuses an address')
  await ctx.prisma.emailVerification.updateMany({
    where: { id: row.id, sentAt: null },
    data: { sentAt: ctx.clock.now(), sealedToken: null },
  })
  return outcome
}
