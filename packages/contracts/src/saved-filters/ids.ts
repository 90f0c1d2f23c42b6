export const savedFiltersIds = { savedFilter: 'flt' } as const
