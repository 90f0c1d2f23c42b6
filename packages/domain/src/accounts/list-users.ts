import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { parseId } from '@mozhou/contracts/ids'
import type { ListUsersInput } from '@mozhou/contracts/accounts/inputs'
import type { Page } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { escapeLike } from '../escape-like.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayBounds } from '../shanghai-range.ts'
import { accountKey } from './account-key.ts'
import { toUserRowDto, userRowSelect } from './user-row.ts'

/** Newest first. `search` finds parts of usernames, emails and display names, or one id. */
export async function listUsers(
  ctx: DomainContext,
  { cursor, limit = 20, search = '', role, status, ...days }: ListUsersInput,
): Promise<Page<UserRowDto>> {
  const rows = await ctx.prisma.user.findMany({
    where: {
      AND: [afterCursor(cursor), matching(search), { createdAt: dayBounds(days) }],
      ...(role && { role }),
      ...(status && { status }),
    },
    orderBy: newestFirst,
    take: limit + 1,
    select: userRowSelect,
  })
  return toPage(rows, limit, toUserRowDto)
}

function matching(search: string) {
  const id = parseId('user', search.trim())
  if (id !== null) return { id }
  const key = escapeLike(accountKey(search))
  if (key === '') return {}
  return {
    OR: [
      { usernameKey: { contains: key } },
      { emailKey: { contains: key } },
      { displayName: { contains: escapeLike(search.trim()), mode: 'insensitive' as const } },
    ],
  }
}
