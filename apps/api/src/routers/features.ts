import type { FeatureRowDto } from '@mozhou/contracts/features/answers'
import { setFeatureInput } from '@mozhou/contracts/features/inputs'
import { listFeatures } from '@mozhou/domain/features/list-features'
import { setFeature } from '@mozhou/domain/features/set-feature'
import { adminProcedure, router } from '../trpc.ts'

export const featuresRouter = router({
  all: adminProcedure('feature:read').query(({ ctx }): Promise<FeatureRowDto[]> => listFeatures(ctx.domain)),

  set: adminProcedure('feature:write')
    .input(setFeatureInput)
    .mutation(({ ctx, input }): Promise<FeatureRowDto[]> => setFeature(ctx.domain, { ...input, actor: ctx.actor })),
})
