import type { MeDto } from '@mozhou/contracts/accounts/answers'
import { meKey } from '@mozhou/ui/api/me-key'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export function me() {
  return queryOptions({
    queryKey: meKey,
    queryFn: ({ signal }): Promise<MeDto> => api.auth.me.query(undefined, { signal }),
    staleTime: 5 * 60_000,
  })
}

export function systemInfo() {
  return queryOptions({
    queryKey: ['system', 'info'] as const,
    queryFn: ({ signal }) => api.system.info.query(undefined, { signal }),
    staleTime: 10 * 60_000,
  })
}
