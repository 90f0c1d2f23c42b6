import { AppError } from '@mozhou/contracts/errors'
import type { PersonSpaceDto, StorageTotalsDto } from '@mozhou/contracts/files/answers'
import type { SpaceByUserInput } from '@mozhou/contracts/files/inputs'
import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import { findPeople } from '../find-people.ts'
import type { FilesContext } from './files-context.ts'

interface SpaceRow {
  userId: string
  username: string
  bytes: bigint
  heldBytes: bigint
}

interface FilesRow {
  userId: string
  files: number
  trashBytes: bigint
}

/** People by what their files take, the most first. Whose account is deleted has neither name nor files. */
export async function spaceByUser(
  ctx: Pick<FilesContext, 'prisma' | 'settings'>,
  { search = '', cursor, limit }: SpaceByUserInput,
): Promise<Page<PersonSpaceDto>> {
  const rows = await ctx.prisma.$queryRaw<SpaceRow[]>`
    SELECT s.user_id AS "userId", u.username, s.bytes, s.held_bytes AS "heldBytes"
    FROM file_space s JOIN users u ON u.id = s.user_id
    WHERE s.bytes + s.held_bytes > 0 AND ${afterSpace(cursor)} AND ${await searched(ctx, search)}
    ORDER BY s.bytes DESC, s.user_id DESC LIMIT ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const files = await filesOf(
    ctx,
    shown.map(({ userId }) => userId),
  )
  const limitBytes = ctx.settings.fileSpaceMegabytes * 1_000_000
  return {
    items: shown.map(({ userId, username, bytes, heldBytes }) => ({
      user: { id: formatId('user', userId), username },
      usedBytes: Number(bytes),
      heldBytes: Number(heldBytes),
      limitBytes,
      files: files.get(userId)?.files ?? 0,
      trashBytes: Number(files.get(userId)?.trashBytes ?? 0n),
    })),
    nextCursor: rows.length > limit && last ? encodeCursor(last) : null,
  }
}

/** What everybody's files come to, and what is kept of them: the same bytes are kept once. */
export async function storageTotals(ctx: Pick<FilesContext, 'prisma'>): Promise<StorageTotalsDto> {
  const [row] = await ctx.prisma.$queryRaw<[{ people: number; used: bigint; blobs: number; stored: bigint }]>`
    SELECT (SELECT count(*)::int FROM file_space WHERE bytes > 0) AS people,
      (SELECT coalesce(sum(bytes), 0)::bigint FROM file_space) AS used,
      (SELECT count(*)::int FROM file_blobs) AS blobs,
      (SELECT coalesce(sum(bytes), 0)::bigint FROM file_blobs) AS stored`
  return { people: row.people, usedBytes: Number(row.used), blobs: row.blobs, storedBytes: Number(row.stored) }
}

async function searched(ctx: Pick<FilesContext, 'prisma'>, search: string): Promise<Prisma.Sql> {
  if (search.trim() === '') return Prisma.sql`true`
  return Prisma.sql`s.user_id = ANY(${await findPeople(ctx, search)}::uuid[])`
}

async function filesOf(ctx: Pick<FilesContext, 'prisma'>, userIds: readonly string[]): Promise<Map<string, FilesRow>> {
  const rows = await ctx.prisma.$queryRaw<FilesRow[]>`
    SELECT user_id AS "userId", count(*)::int AS files,
      coalesce(sum(space_bytes) FILTER (WHERE deleted_at IS NOT NULL), 0)::bigint AS "trashBytes"
    FROM files WHERE user_id = ANY(${userIds}::uuid[]) GROUP BY user_id`
  return new Map(rows.map((row) => [row.userId, row]))
}

/** Where a page ends: what its last person takes, and who they are. */
const encodeCursor = ({ bytes, userId }: SpaceRow) => Buffer.from(`${bytes}.${userId}`).toString('base64url')

/** @throws AppError VALIDATION_FAILED for a cursor that this list did not give out */
function afterSpace(cursor: string | null | undefined): Prisma.Sql {
  if (cursor === null || cursor === undefined) return Prisma.sql`true`
  const match = /^(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  const [, bytes, userId] = match ?? []
  if (bytes === undefined || userId === undefined)
    throw new AppError('VALIDATION_FAILED', { field: 'cursor', rule: 'cursor' })
  return Prisma.sql`(s.bytes, s.user_id) < (${BigInt(bytes)}::bigint, ${userId}::uuid)`
}
