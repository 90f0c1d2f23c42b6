import type { CouponAudience } from '@mozhou/contracts/coupons/terms'
import { Prisma } from '@mozhou/db/client'

const dayMs = 86_400_000

/** Whether the user `u` of a statement belongs to an audience at this moment; one statement asks it of one person or of a million. */
export function inAudience(audience: CouponAudience, now: Date): Prisma.Sql {
  return Prisma.sql`u.status = 'active' AND ${isMeant(audience, now)}`
}

/**
 * Whom an issue to an audience was for at a moment that has passed, those whose account is not open among them: they are given none, which its
 * result says. Whoever was deleted before is nobody.
 */
export function wasMeant(audience: CouponAudience, then: Date): Prisma.Sql {
  return Prisma.sql`u.created_at <= ${then} AND (u.deleted_at IS NULL OR u.deleted_at > ${then}) AND ${isMeant(audience, then)}`
}

function isMeant(audience: CouponAudience, now: Date): Prisma.Sql {
  switch (audience.kind) {
    case 'all':
      return Prisma.sql`true`
    case 'new':
      return Prisma.sql`u.created_at > ${new Date(now.getTime() - audience.days * dayMs)}`
    case 'members':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM membership_periods p WHERE p.user_id = u.id AND p.starts_at <= ${now} AND p.ends_at > ${now})`
  }
}
