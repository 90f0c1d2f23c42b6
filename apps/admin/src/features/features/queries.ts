import type { FeatureRowDto } from '@mozhou/contracts/features/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export function allFeatures() {
  return queryOptions({
    queryKey: ['features'] as const,
    queryFn: async ({ signal }): Promise<FeatureLine[]> => toLines(await api.features.all.query(undefined, { signal })),
  })
}

/** A table knows its rows by an id. */
type FeatureLine = FeatureRowDto & { id: string }

export function toLines(rows: readonly FeatureRowDto[]): FeatureLine[] {
  return rows.map((row) => ({ ...row, id: row.feature }))
}
