import { formatId } from '@mozhou/contracts/ids'
import type { UsageDimension } from '@mozhou/contracts/models/kinds'
import type { UsageGroupDto, UsageReportDto } from '@mozhou/contracts/models/usage-answers'
import type { UsageReportInput } from '@mozhou/contracts/models/usage-inputs'
import type { DomainContext } from '../context.ts'
import { countUsage } from './count-usage.ts'
import type { UsageCount } from './count-usage.ts'
import { shownName } from '../shown-name.ts'

const maxGroups = 500

/** Calls, tokens, cost, errors and latency over a range of days, by one dimension. */
export async function reportUsage(
  ctx: DomainContext,
  input: UsageReportInput,
  options: { maxGroups?: number } = {},
): Promise<UsageReportDto> {
  const count = await countUsage(ctx, { ...input, limit: options.maxGroups ?? maxGroups })
  const { from, to, by } = input
  return {
    asOf: ctx.clock.now().toISOString(),
    from,
    to,
    by,
    total: count.total,
    groups: await nameGroups(ctx, by, count.groups),
    groupCount: count.groupCount,
  }
}

async function nameGroups(
  ctx: DomainContext,
  by: UsageDimension,
  groups: UsageCount['groups'],
): Promise<UsageGroupDto[]> {
  const users = by === 'user' ? await readUserNames(ctx, groups) : new Map<string, string>()
  return groups.map(({ key, name, figures }) => {
    const id = key === null ? '' : edgeKey(by, key)
    const label = by === 'model' ? name : by === 'user' && key !== null ? users.get(key) : key
    return { key: id, label: label ?? id, ...figures }
  })
}

function edgeKey(by: UsageDimension, key: string): string {
  return by === 'model' || by === 'user' ? formatId(by, key) : key
}

async function readUserNames(ctx: DomainContext, groups: UsageCount['groups']): Promise<Map<string, string>> {
  const ids = groups.flatMap(({ key }) => (key === null ? [] : [key]))
  const users = await ctx.prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, username: true } })
  return new Map(users.map((user) => [user.id, shownName(user)]))
}
