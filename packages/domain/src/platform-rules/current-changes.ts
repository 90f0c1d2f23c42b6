import type { PlatformRuleChangeDto } from '@mozhou/contracts/platform-rules/answers'
import type { TxContext } from '../context.ts'
import { shownName } from '../shown-name.ts'
import { storedDifference, storedRuledPlatform } from './stored-rules.ts'

export const changeSelect = {
  number: true,
  code: true,
  platform: true,
  difference: true,
  reason: true,
  createdAt: true,
  changedBy: { select: { id: true, username: true } },
} as const

interface ChangeRow {
  number: number
  code: string
  platform: string | null
  difference: unknown
  reason: string
  createdAt: Date
  changedBy: { id: string; username: string }
}

export function toChangeDto({ number, code, platform, difference, reason, ...row }: ChangeRow): PlatformRuleChangeDto {
  return {
    number,
    code,
    platform: storedRuledPlatform(platform),
    difference: storedDifference(difference),
    reason,
    changedBy: shownName(row.changedBy),
    since: row.createdAt.toISOString(),
  }
}

/** The last change of each rule on each platform, those for all platforms first, and the number of the very last. */
export async function currentChanges(
  ctx: Pick<TxContext, 'prisma'>,
): Promise<{ changes: PlatformRuleChangeDto[]; number: number }> {
  const rows = await ctx.prisma.platformRuleChange.findMany({
    distinct: ['code', 'platform'],
    orderBy: { number: 'desc' },
    select: changeSelect,
  })
  const changes = rows.map(toChangeDto)
  const forAll = changes.filter(({ platform }) => platform === null)
  const forOne = changes.filter(({ platform }) => platform !== null)
  const inOrder = [...forAll, ...forOne].toSorted(
    (one, other) => Number(one.platform !== null) - Number(other.platform !== null) || one.number - other.number,
  )
  return { changes: inOrder, number: rows[0]?.number ?? 0 }
}
