import type { Page } from '@mozhou/contracts/page'
import type { InvitedDto } from '@mozhou/contracts/referrals/answers'
import type { ListInvitedInput } from '@mozhou/contracts/referrals/inputs'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { decodeCursor, toPage } from '../paging.ts'
import { hasPaid } from './has-paid.ts'
import { maskName } from './mask-name.ts'

interface InvitedRow {
  id: string
  createdAt: Date
  displayName: string
  hasPaid: boolean
  credits: number
  cashFen: number
  coupons: number
}

/** Of somebody who was invited, in rows and cursors: from it nobody comes to their account. */
const hidden = Prisma.sql`md5('invited:' || rel.referee_id)::uuid`

/** People below the caller, of one level, the newest first, without anything that tells who they are to a stranger. */
export async function listInvited(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, level, cursor, limit }: ListInvitedInput & { userId: string },
): Promise<Page<InvitedDto>> {
  const after = typeof cursor === 'string' ? decodeCursor(cursor) : null
  const rest = after
    ? Prisma.sql`AND (rel.created_at, ${hidden}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty
  const above =
    level === 1
      ? Prisma.sql`rel.referrer_id = ${userId}::uuid`
      : Prisma.sql`rel.referrer_id IN (SELECT referee_id FROM referral_relations WHERE referrer_id = ${userId}::uuid)`
  const rows = await ctx.prisma.$queryRaw<InvitedRow[]>`
    SELECT ${hidden} AS id, rel.created_at AS "createdAt", u.display_name AS "displayName",
      ${hasPaid} AS "hasPaid", earned.*
    FROM referral_relations rel JOIN users u ON u.id = rel.referee_id CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount) FILTER (WHERE form = 'credits'), 0)::int AS credits,
        coalesce(sum(amount) FILTER (WHERE form = 'cash'), 0)::int AS "cashFen",
        coalesce(sum(amount) FILTER (WHERE form = 'coupon'), 0)::int AS coupons
      FROM rebates r WHERE r.referee_id = rel.referee_id AND r.beneficiary_id = ${userId}::uuid
        AND r.status NOT IN ('cancelled', 'expired')) earned
    WHERE ${above} ${rest} ORDER BY rel.created_at DESC, ${hidden} DESC LIMIT ${limit + 1}`
  return toPage(rows, limit, ({ id, createdAt, displayName, hasPaid, credits, cashFen, coupons }) => ({
    id,
    maskedName: maskName(displayName),
    level,
    joinedAt: createdAt.toISOString(),
    hasPaid,
    earned: { credits, cashFen, coupons },
  }))
}
