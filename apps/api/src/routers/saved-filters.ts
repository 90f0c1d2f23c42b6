import type { SavedFilterDto } from '@mozhou/contracts/saved-filters/answers'
import { listSavedFiltersInput, savedFilterIdInput, saveFilterInput } from '@mozhou/contracts/saved-filters/inputs'
import { listSavedFilters } from '@mozhou/domain/saved-filters/list-saved-filters'
import { removeFilter } from '@mozhou/domain/saved-filters/remove-filter'
import { saveFilter } from '@mozhou/domain/saved-filters/save-filter'
import { adminProcedure, router } from '../trpc.ts'

const own = adminProcedure('filter:own')

export const savedFiltersRouter = router({
  list: own
    .input(listSavedFiltersInput)
    .query(({ ctx, input }): Promise<SavedFilterDto[]> =>
      listSavedFilters(ctx.domain, { ...input, userId: ctx.actor.userId }),
    ),

  save: own
    .input(saveFilterInput)
    .mutation(({ ctx, input }): Promise<SavedFilterDto[]> =>
      saveFilter(ctx.domain, { ...input, userId: ctx.actor.userId }),
    ),

  remove: own.input(savedFilterIdInput).mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
    await removeFilter(ctx.domain, { ...input, userId: ctx.actor.userId })
    return { ok: true }
  }),
})
