import type { CouponAudience } from '@mozhou/contracts/coupons/terms'
import { Prisma } from '@mozhou/db/client'

const dayMs = 86_400_000

/** Whether the user `u` of a statement belongs to an audience at this moment; one statement asks it of one person or of a million. */
export function inAudience(audience: CouponAudience, now: Date): Prisma.Sql {
  switch (audience.kind) {
    case 'all':
      return Prisma.sql`u.status = 'active'`
    case 'new':
      return Prisma.sql`u.status = 'active' AND u.created_at > ${new Date(now.getTime() - audience.days * dayMs)}`
    case 'members':
      return Prisma.sql`u.status = 'active' AND EXISTS (
        SELECT 1 FROM membership_periods p WHERE p.user_id = u.id AND p.starts_at <= ${now} AND p.ends_at > ${now})`
  }
}
