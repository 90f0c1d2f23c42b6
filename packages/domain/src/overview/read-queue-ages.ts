import type { QueueAgesDto } from '@mozhou/contracts/overview/answers'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readWaiting } from './find-waiting.ts'

/** What machines have still to do. Every status is written out, so that the partial index of what is not over serves it. */
export async function readQueueAges(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<QueueAgesDto> {
  const now = ctx.clock.now().toISOString()
  const [generations, notices, refunds, mails] = await Promise.all([
    readWaiting(
      ctx,
      Prisma.sql`SELECT count(*) AS count, min(created_at) AS oldest FROM generations
        WHERE status IN ('requested', 'accepted', 'running') AND started_at IS NULL`,
    ),
    readWaiting(
      ctx,
      Prisma.sql`SELECT count(*) AS count, min(received_at) AS oldest FROM payment_notices WHERE verdict = 'received'`,
    ),
    readWaiting(
      ctx,
      Prisma.sql`SELECT count(*) AS count, min(submitted_at) AS oldest FROM money_refunds
        WHERE status IN ('requested', 'reserved', 'submitted') AND status = 'submitted'`,
    ),
    readWaiting(
      ctx,
      // One that nobody needs any more, a link that has ended, waits for nobody.
      Prisma.sql`SELECT count(*) AS count, min(created_at) AS oldest FROM (
        SELECT created_at FROM notifications WHERE mail_status = 'queued'
        UNION ALL SELECT created_at FROM email_verifications
          WHERE expires_at > ${now}::timestamptz AND sent_at IS NULL AND used_at IS NULL
        UNION ALL SELECT created_at FROM password_resets WHERE handled_at IS NULL AND expires_at > ${now}::timestamptz
      ) AS unsent`,
    ),
  ])
  return { generations, notices, refunds, mails }
}
