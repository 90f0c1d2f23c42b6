import type { NotificationEvent } from '@mozhou/contracts/notifications/events'
import { notificationWishes } from '@mozhou/contracts/notifications/kinds'
import type { TxContext } from '../context.ts'
import { wished } from './notify.ts'

interface MassNotice {
  userIds: readonly string[]
  event: NotificationEvent
  /** With a person's id behind it, the key under which they are told once. */
  keyBase: string
}

/** As `notify`, of one event to many people in one statement. */
export async function notifyMany(tx: TxContext, { userIds, event, keyBase }: MassNotice): Promise<void> {
  const { app, mail } = notificationWishes[event.kind]
  await tx.prisma.$executeRaw`
    INSERT INTO notifications (id, user_id, kind, params, dedupe_key, is_shown, created_at, mail_status)
    SELECT uuidv7(), wish.id, ${event.kind}, ${JSON.stringify(event.params)}::jsonb, ${keyBase}::text || ':' || wish.id, wish.in_app,
      ${tx.clock.now()}, CASE WHEN wish.by_mail THEN 'queued' END
    FROM (SELECT told.id, ${wished('in_app', app)} AS in_app, ${tx.settings.verifiesEmail}::boolean AND ${wished('by_mail', mail)} AS by_mail
      FROM unnest(${userIds}::uuid[]) AS told (id) LEFT JOIN notification_wishes w ON w.user_id = told.id AND w.kind = ${event.kind}) AS wish
    WHERE wish.in_app OR wish.by_mail
    ON CONFLICT (dedupe_key) DO NOTHING`
}
