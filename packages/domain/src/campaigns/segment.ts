import type { SegmentSearch } from '@mozhou/contracts/campaigns/rule'
import { segmentSearch } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import { accountKey } from '../accounts/account-key.ts'
import type { TxContext } from '../context.ts'
import { escapeLike } from '../escape-like.ts'
import { withinDays } from '../shanghai-range.ts'

/**
 * One of an operator's own saved filters of the list of people, as it is now: what becomes of it later changes no campaign.
 * @throws AppError CAMPAIGN_SEGMENT_UNKNOWN {field: audience}
 */
export async function readSegment(
  ctx: Pick<TxContext, 'prisma'>,
  { filterId, userId }: { filterId: string; userId: string },
): Promise<{ kind: 'segment'; name: string; search: SegmentSearch }> {
  const filter = await ctx.prisma.savedFilter.findFirst({
    where: { id: filterId, userId, tableName: 'users' },
    select: { name: true, search: true },
  })
  const search = segmentSearch.safeParse(filter?.search)
  if (!filter || !search.success) throw new AppError('CAMPAIGN_SEGMENT_UNKNOWN', { field: 'audience' })
  return { kind: 'segment', name: filter.name, search: search.data }
}

/** Of `users u`: whom the list of people shows for such a filter. */
export function segmentCondition({ search = '', role, status, ...days }: SegmentSearch): Prisma.Sql {
  const conditions = [matching(search), Prisma.sql`true${withinDays(Prisma.sql`u.created_at`, days)}`]
  if (role !== undefined) conditions.push(Prisma.sql`u.role = ${role}`)
  if (status !== undefined) conditions.push(Prisma.sql`u.status = ${status}`)
  return Prisma.join(conditions, ' AND ')
}

function matching(search: string): Prisma.Sql {
  const id = parseId('user', search.trim())
  if (id !== null) return Prisma.sql`u.id = ${id}::uuid`
  const key = accountKey(search)
  if (key === '') return Prisma.sql`true`
  const part = `%${escapeLike(key)}%`
  return Prisma.sql`(u.username_key LIKE ${part} OR u.email_key LIKE ${part} OR u.display_name ILIKE ${`%${escapeLike(search.trim())}%`})`
}
