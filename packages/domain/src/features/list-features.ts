import type { EarlyFeatureDto, FeatureRowDto } from '@mozhou/contracts/features/answers'
import { features } from '@mozhou/contracts/features/kinds'
import type { DomainContext } from '../context.ts'
import { storedFeatureState } from '../stored-columns.ts'
import { readFlags } from './read-flags.ts'
import { shownName } from '../shown-name.ts'

/** Every feature there is, for operators: straight from the rows. */
export async function listFeatures(ctx: Pick<DomainContext, 'prisma'>): Promise<FeatureRowDto[]> {
  const rows = await ctx.prisma.featureFlag.findMany({
    select: { feature: true, state: true, since: true, changedBy: { select: { id: true, username: true } } },
  })
  const rowOf = new Map(rows.map((row) => [row.feature, row]))
  return features.map((feature) => {
    const row = rowOf.get(feature)
    if (!row) return { feature, state: 'off', since: null, changedBy: null }
    return {
      feature,
      state: storedFeatureState(row.state),
      since: row.since.toISOString(),
      changedBy: shownName(row.changedBy),
    }
  })
}

/** What members have before everybody, the newest first. */
export async function listEarlyFeatures(ctx: DomainContext): Promise<EarlyFeatureDto[]> {
  return [...(await readFlags(ctx))]
    .flatMap(([feature, { state, since }]) => (state === 'members' ? [{ feature, since: since.toISOString() }] : []))
    .toSorted((left, right) => right.since.localeCompare(left.since))
}
