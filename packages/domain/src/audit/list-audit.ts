import { moneyActions } from '@mozhou/contracts/audit/actions'
import type { AuditRowDto } from '@mozhou/contracts/audit/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { ListAuditInput } from '@mozhou/contracts/audit/inputs'
import type { Page } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { findByUsername } from '../find-people.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayBounds } from '../shanghai-range.ts'
import { shownName } from '../shown-name.ts'

/**
 * Newest first, of one thing or one person's doing where that is asked for; each with the username of who did it; `system` where nobody was
 * signed in. `isMoneyOnly`: what finance answers for.
 */
export async function listAudit(
  ctx: DomainContext,
  input: ListAuditInput & { isMoneyOnly?: boolean },
): Promise<Page<AuditRowDto>> {
  const rows = await ctx.prisma.auditRow.findMany({
    where: {
      AND: [afterCursor(input.cursor), { createdAt: dayBounds(input) }, await matching(ctx, input.search ?? '')],
      ...(input.target === undefined ? {} : { target: input.target }),
      ...(input.action === undefined ? {} : { action: input.action }),
      ...(input.isMoneyOnly === true
        ? { action: { in: moneyActions.filter((action) => input.action === undefined || action === input.action) } }
        : {}),
      ...(input.actorId === undefined ? {} : { actorId: input.actorId }),
    },
    orderBy: newestFirst,
    take: input.limit + 1,
    select: {
      id: true,
      actorId: true,
      permission: true,
      action: true,
      target: true,
      before: true,
      after: true,
      requestId: true,
      createdAt: true,
    },
  })
  const usernames = await usernamesOf(ctx, rows)
  return toPage(rows, input.limit, ({ actorId, ...row }) => ({
    ...row,
    id: formatId('audit', row.id),
    actor: actorId === null ? 'system' : (usernames.get(actorId) ?? formatId('user', actorId)),
    createdAt: row.createdAt.toISOString(),
  }))
}

/** What was done by who has this name, or to what has this id. */
async function matching(ctx: Pick<DomainContext, 'prisma'>, search: string) {
  if (search === '') return {}
  const actorId = await findByUsername(ctx, search)
  return { OR: [{ target: search }, ...(actorId === null ? [] : [{ actorId }])] }
}

async function usernamesOf(ctx: DomainContext, rows: { actorId: string | null }[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.actorId).filter((id) => id !== null))]
  const users = await ctx.prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, username: true } })
  return new Map(users.map((user) => [user.id, shownName(user)]))
}
