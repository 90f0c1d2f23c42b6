import type { NotificationEvent } from '@mozhou/contracts/notifications/events'
import { notificationWishes } from '@mozhou/contracts/notifications/kinds'
import type { Wish } from '@mozhou/contracts/notifications/kinds'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'

export interface Notice {
  userId: string
  event: NotificationEvent
  /** Made of business facts: the same thing is told once, whoever tells it again. */
  key: string
  /** An address for the mail, where it is not the account's own; null for no mail whatever they have switched. */
  mailTo?: string | null
}

/**
 * Tells a person something, in the transaction of what it tells, so that neither is ever there without the other. One statement: what they
 * have switched decides whether it stands in the app and whether a mail waits for the sweep. Nobody is told of a deleted account. Call
 * `wakeReaders` after the commit.
 */
export async function notify(tx: TxContext, notice: Notice): Promise<void> {
  await tx.prisma.$executeRaw(notifyStatement(tx, notice, Prisma.sql`(VALUES (1))`))
}

/** For a larger statement: tells it once for the one row of `fact`, and nothing where that has none. */
export function notifyStatement(
  ctx: Pick<TxContext, 'clock' | 'newId' | 'settings'>,
  { userId, event, key, mailTo }: Notice,
  fact: Prisma.Sql,
): Prisma.Sql {
  const { app, mail } = notificationWishes[event.kind]
  const mayMail = ctx.settings.verifiesEmail && mailTo !== null
  return Prisma.sql`
    INSERT INTO notifications (id, user_id, kind, params, dedupe_key, is_shown, created_at, mail_status, mail_to)
    SELECT ${ctx.newId()}::uuid, ${userId}::uuid, ${event.kind}, ${JSON.stringify(event.params)}::jsonb, ${key}, wish.in_app, ${ctx.clock.now()},
      CASE WHEN wish.by_mail THEN 'queued' END, CASE WHEN wish.by_mail THEN ${mailTo ?? null}::text END
    FROM (SELECT ${wished('in_app', app)} AS in_app, ${mayMail}::boolean AND ${wished('by_mail', mail)} AS by_mail
      FROM ${fact} AS fact LEFT JOIN notification_wishes w ON w.user_id = ${userId}::uuid AND w.kind = ${event.kind}) AS wish
    WHERE (wish.in_app OR wish.by_mail) AND EXISTS (SELECT 1 FROM users u WHERE u.id = ${userId}::uuid AND u.status <> 'deleted')
    ON CONFLICT (dedupe_key) DO NOTHING`
}

/** Whether somebody wants it, by their row `w` of wishes or by default. */
export function wished(column: 'in_app' | 'by_mail', wish: Wish): Prisma.Sql {
  if (wish === 'always') return Prisma.sql`true`
  return Prisma.sql`coalesce(w.${Prisma.raw(column)}, ${wish === 'on'}::boolean)`
}
