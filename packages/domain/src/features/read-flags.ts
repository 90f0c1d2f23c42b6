import { features, featureStates } from '@mozhou/contracts/features/kinds'
import type { Feature, FeatureState } from '@mozhou/contracts/features/kinds'
import { z } from 'zod'
import type { DomainContext, TxContext } from '../context.ts'
import { dropEpochCache, readEpochCache, writeEpochCache } from '../epoch-cache.ts'
import { storedFeatureState } from '../stored-columns.ts'

export interface Flag {
  state: FeatureState
  since: Date
}

type Flags = ReadonlyMap<Feature, Flag>

/** Bounds how long a lost invalidation can matter. */
const cacheSeconds = 60
const keys = { value: 'features:{all}:flags', epoch: 'features:{all}:epoch' }

/** Who has what, at the cost of a look into Redis; a feature that is not there is off. */
export async function readFlags(ctx: DomainContext): Promise<Flags> {
  const { text, epoch } = await readEpochCache(ctx, keys)
  if (text !== null) return toMap(cachedFlags.parse(JSON.parse(text)))
  const rows = await readStoredFlags(ctx)
  if (epoch !== null) await writeEpochCache(ctx, keys, { text: JSON.stringify(rows), epoch, seconds: cacheSeconds })
  return toMap(rows)
}

/** Call after the commit of every change. */
export async function dropFlags(ctx: Pick<DomainContext, 'redis' | 'log'>): Promise<void> {
  await dropEpochCache(ctx, keys, 2 * cacheSeconds)
}

type StoredFlag = z.output<typeof cachedFlags>[number]

const cachedFlags = z.array(z.object({ feature: z.enum(features), state: z.enum(featureStates), since: z.string() }))

/** A row of a feature that this version does not know is another version's, and left alone. */
async function readStoredFlags(ctx: Pick<TxContext, 'prisma'>): Promise<StoredFlag[]> {
  const rows = await ctx.prisma.featureFlag.findMany({
    where: { feature: { in: [...features] } },
    select: { feature: true, state: true, since: true },
  })
  return rows.flatMap(({ feature, state, since }) => {
    const known = features.find((name) => name === feature)
    return known ? [{ feature: known, state: storedFeatureState(state), since: since.toISOString() }] : []
  })
}

const toMap = (rows: readonly StoredFlag[]): Flags =>
  new Map(rows.map(({ feature, state, since }) => [feature, { state, since: new Date(since) }]))
