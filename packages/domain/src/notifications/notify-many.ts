import type { NotificationKind, ParamsOf } from '@mozhou/contracts/notifications/events'
import { notificationWishes } from '@mozhou/contracts/notifications/kinds'
import type { TxContext } from '../context.ts'
import { wished } from './notify.ts'

interface MassNotice<Kind extends NotificationKind> {
  kind: Kind
  told: readonly {
    userId: string
    params: ParamsOf<Kind>
    /** As of `notify`: the same thing is told once. */
    key: string
  }[]
}

/** As `notify`, of one kind to many people in one statement. */
export async function notifyMany<Kind extends NotificationKind>(
  tx: TxContext,
  { kind, told }: MassNotice<Kind>,
): Promise<void> {
  if (told.length === 0) return
  const { app, mail } = notificationWishes[kind]
  const rows = JSON.stringify(told.map(({ userId, params, key }) => ({ user_id: userId, params, key })))
  await tx.prisma.$executeRaw`
    INSERT INTO notifications (id, user_id, kind, params, dedupe_key, is_shown, created_at, mail_status)
    SELECT uuidv7(), wish.user_id, ${kind}, wish.params, wish.key, wish.in_app, ${tx.clock.now()}, CASE WHEN wish.by_mail THEN 'queued' END
    FROM (SELECT told.*, ${wished('in_app', app)} AS in_app, ${tx.settings.verifiesEmail}::boolean AND ${wished('by_mail', mail)} AS by_mail
      FROM jsonb_to_recordset(${rows}::jsonb) AS told (user_id uuid, params jsonb, key text)
      LEFT JOIN notification_wishes w ON w.user_id = told.user_id AND w.kind = ${kind}) AS wish
    WHERE wish.in_app OR wish.by_mail
    ON CONFLICT (dedupe_key) DO NOTHING`
}
