import type { PlatformRuleChangeDto } from '@mozhou/contracts/platform-rules/answers'
import type { DomainContext } from '../context.ts'
import { changeSelect, currentChanges, toChangeDto } from './current-changes.ts'

/** The last change of each rule, for operators; one that was taken back has no difference. */
export async function listRuleChanges(ctx: Pick<DomainContext, 'prisma'>): Promise<PlatformRuleChangeDto[]> {
  return (await currentChanges(ctx)).changes
}

/** More changes of one rule than anybody reads. */
const mostChanges = 100

/** Every change of one rule, the newest first. */
export async function getRuleHistory(
  ctx: Pick<DomainContext, 'prisma'>,
  input: { code: string },
): Promise<PlatformRuleChangeDto[]> {
  const rows = await ctx.prisma.platformRuleChange.findMany({
    where: { code: input.code },
    orderBy: { number: 'desc' },
    take: mostChanges,
    select: changeSelect,
  })
  return rows.map(toChangeDto)
}
