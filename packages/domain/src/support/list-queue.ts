import { formatId, parseId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { QueueRowDto } from '@mozhou/contracts/support/answers'
import type { SupportQueueInput } from '@mozhou/contracts/support/inputs'
import { Prisma } from '@mozhou/db/client'
import { accountKey } from '../accounts/account-key.ts'
import type { DomainContext } from '../context.ts'
import { escapeLike } from '../escape-like.ts'
import { conversationSelect, toConversationDto } from './conversation-dto.ts'
import { decodePlace, encodePlace } from './queue-order.ts'
import type { QueuePlace } from './queue-order.ts'

const rowSelect = {
  ...conversationSelect,
  waitingSince: true,
  takenById: true,
  takenBy: { select: { username: true } },
  user: { select: { id: true, username: true, displayName: true, email: true } },
} as const satisfies Prisma.SupportConversationSelect

/** Members whose months bring it. */
const firstInSupport = { benefits: { path: ['firstInSupport'], equals: true } }

type QueueContext = Pick<DomainContext, 'prisma' | 'clock'>

/**
 * What operators work through. What waits for us: members first, then who has waited longest; everything else: where something was said
 * last.
 */
export async function listQueue(
  ctx: QueueContext,
  { cursor, limit, actorId, ...filters }: SupportQueueInput & { actorId: string },
): Promise<Page<QueueRowDto>> {
  const after = cursor ? decodePlace(cursor) : null
  const places = await ctx.prisma.$queryRaw<QueuePlace[]>(
    filters.status === 'waiting_for_us'
      ? waiting({ ...filters, actorId, now: ctx.clock.now() }, after, limit)
      : latest({ ...filters, actorId, now: ctx.clock.now() }, after, limit),
  )
  const shown = places.slice(0, limit)
  const rows = await readRows(ctx, { ids: shown.map(({ id }) => id), actorId })
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const last = shown.at(-1)
  return {
    items: shown.flatMap(({ id }) => rowOf.get(formatId('conversation', id)) ?? []),
    nextCursor: places.length > limit && last ? encodePlace(last) : null,
  }
}

/** Conversations as operators read them, in no order. */
export async function readRows(
  ctx: QueueContext,
  { ids, actorId }: { ids: readonly string[]; actorId: string },
): Promise<QueueRowDto[]> {
  const rows = await ctx.prisma.supportConversation.findMany({ where: { id: { in: [...ids] } }, select: rowSelect })
  const now = ctx.clock.now()
  const members = await ctx.prisma.membershipPeriod.findMany({
    where: {
      userId: { in: rows.map(({ user }) => user.id) },
      startsAt: { lte: now },
      endsAt: { gt: now },
      ...firstInSupport,
    },
    select: { userId: true },
  })
  const memberIds = new Set(members.map(({ userId }) => userId))
  return rows.map((row) => ({
    ...toConversationDto(row),
    person: { ...row.user, id: formatId('user', row.user.id) },
    isMember: memberIds.has(row.user.id),
    takenBy: row.takenBy && { username: row.takenBy.username, isMe: row.takenById === actorId },
    waitingSince: row.waitingSince?.toISOString() ?? null,
    firstAnswerSeconds:
      row.firstAnswerAt && Math.round((row.firstAnswerAt.getTime() - row.createdAt.getTime()) / 1_000),
  }))
}

type Filters = Omit<SupportQueueInput, 'cursor' | 'limit'> & { actorId: string; now: Date }

/** Reads all that waits, which is as much as there is work to do, to put members first as they are now. */
function waiting(filters: Filters, after: QueuePlace | null, limit: number): Prisma.Sql {
  const rest =
    after &&
    Prisma.sql`WHERE (NOT "isMember", since, id) > (${!after.isMember}::boolean, ${after.since.toISOString()}::timestamptz, ${after.id}::uuid)`
  return Prisma.sql`
    SELECT id, since, "isMember" FROM (
      SELECT c.id, c.waiting_since AS since, ${isMemberAt(filters.now)} AS "isMember"
      FROM support_conversations c WHERE c.status = 'waiting_for_us' ${conditionsOf(filters)}) AS queue
    ${rest ?? Prisma.empty} ORDER BY NOT "isMember", since, id LIMIT ${limit + 1}`
}

function latest(filters: Filters, after: QueuePlace | null, limit: number): Prisma.Sql {
  const status = filters.status ? Prisma.sql`AND c.status = ${filters.status}` : Prisma.empty
  const rest =
    after && Prisma.sql`AND (c.last_message_at, c.id) < (${after.since.toISOString()}::timestamptz, ${after.id}::uuid)`
  return Prisma.sql`
    SELECT c.id, c.last_message_at AS since, false AS "isMember" FROM support_conversations c
    WHERE true ${status} ${conditionsOf(filters)} ${rest ?? Prisma.empty}
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${limit + 1}`
}

const isMemberAt = (now: Date) => Prisma.sql`EXISTS (SELECT 1 FROM membership_periods p
  WHERE p.user_id = c.user_id AND p.starts_at <= ${now} AND p.ends_at > ${now} AND (p.benefits->>'firstInSupport')::boolean)`

function conditionsOf({ holder, link, membersOnly, search = '', actorId, now }: Filters): Prisma.Sql {
  const conditions = [
    ...(holder === 'mine' ? [Prisma.sql`c.taken_by_id = ${actorId}::uuid`] : []),
    ...(holder === 'nobody' ? [Prisma.sql`c.taken_by_id IS NULL`] : []),
    ...(link ? [Prisma.sql`c.link_kind = ${link}`] : []),
    ...(membersOnly === true ? [isMemberAt(now)] : []),
    ...(search === '' ? [] : [matching(search)]),
  ]
  return Prisma.sql`${Prisma.join([Prisma.empty, ...conditions], ' AND ')}`
}

function matching(search: string): Prisma.Sql {
  const conversationId = parseId('conversation', search)
  if (conversationId !== null) return Prisma.sql`c.id = ${conversationId}::uuid`
  const userId = parseId('user', search)
  if (userId !== null) return Prisma.sql`c.user_id = ${userId}::uuid`
  const like = (text: string) => `%${escapeLike(text)}%`
  return Prisma.sql`(c.subject ILIKE ${like(search)} OR EXISTS (SELECT 1 FROM users u WHERE u.id = c.user_id
    AND (u.username_key LIKE ${like(accountKey(search))} OR u.email_key LIKE ${like(accountKey(search))})))`
}
