import type { UserStatus } from '@mozhou/contracts/accounts/kinds'
import { notificationEvent } from '@mozhou/contracts/notifications/events'
import { notificationWishes, operatorKinds } from '@mozhou/contracts/notifications/kinds'
import type { NotificationMailStatus } from '@mozhou/contracts/notifications/kinds'
import { notificationPath, notificationText } from '@mozhou/contracts/notifications/wording'
import type { Mailer } from '@mozhou/integrations/mail/port'
import type { DomainContext } from '../context.ts'
import { storedLocale, storedUserStatus } from '../stored-columns.ts'
import { noticeMail } from './notice-mail.ts'

export type NotificationMailOutcome = Exclude<NotificationMailStatus, 'queued'>

/**
 * Writes the mail of one notification, in the language of this moment. A try that was cut off between the mail and the row is repeated, under
 * the same Message-ID, by which mailboxes know it for the same mail.
 * @throws MailError, and Temporal tries again
 */
export async function sendNotification(
  ctx: DomainContext,
  mail: { mailer: Mailer; webOrigin: string; adminOrigin: string },
  { notificationId }: { notificationId: string },
): Promise<NotificationMailOutcome> {
  const row = await ctx.prisma.notification.findUnique({
    where: { id: notificationId },
    include: { user: { select: { email: true, emailVerifiedAt: true, locale: true, status: true } } },
  })
  if (row?.mailStatus !== 'queued') return 'unwanted'
  const event = notificationEvent.parse({ kind: row.kind, params: row.params })
  const isFixed = notificationWishes[event.kind].mail === 'always'
  // An address that nobody verified may be a stranger's.
  const isReachable = row.mailTo !== null || isFixed || row.user.emailVerifiedAt !== null
  if (!isReachable || !isMailed(storedUserStatus(row.user.status))) return conclude(ctx, row.id, 'unwanted')
  const origin = operatorKinds[event.kind] === undefined ? mail.webOrigin : mail.adminOrigin
  const locale = storedLocale(row.user.locale) ?? 'zh-CN'
  const outcome = await mail.mailer.send({
    id: row.id,
    to: row.mailTo ?? row.user.email,
    ...noticeMail(locale, {
      text: notificationText(locale, event),
      link: `${origin}${notificationPath(event)}`,
      settingsLink: isFixed ? null : `${mail.webOrigin}/settings`,
    }),
  })
  if (outcome === 'refused') ctx.log.warn({ notificationId }, 'a mail server refuses an address')
  return conclude(ctx, row.id, outcome)
}

/** Whoever closed their account is told of that, and of money that still comes back. */
const isMailed = (status: UserStatus) => status === 'active' || status === 'closing'

async function conclude(
  ctx: DomainContext,
  id: string,
  mailStatus: NotificationMailOutcome,
): Promise<NotificationMailOutcome> {
  await ctx.prisma.notification.updateMany({
    where: { id, mailStatus: 'queued' },
    data: { mailStatus, mailTo: null, mailedAt: ctx.clock.now() },
  })
  return mailStatus
}
