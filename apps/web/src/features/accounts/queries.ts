import type { MeDto, SessionDto } from '@mozhou/contracts/accounts/answers'
import type { MembershipDto } from '@mozhou/contracts/memberships/answers'
import type { ApiKeyDto } from '@mozhou/contracts/api-keys/answers'
import { meKey } from '@mozhou/ui/app/me-key'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const accountsKey = ['accounts'] as const

export function me() {
  return queryOptions({
    queryKey: meKey,
    queryFn: ({ signal }): Promise<MeDto> => api.auth.me.query(undefined, { signal }),
    staleTime: 5 * 60_000,
  })
}

export function mySessions() {
  return queryOptions({
    queryKey: [...accountsKey, 'sessions'] as const,
    queryFn: ({ signal }): Promise<SessionDto[]> => api.auth.sessions.query(undefined, { signal }),
  })
}

export function myApiKeys() {
  return queryOptions({
    queryKey: [...accountsKey, 'api-keys'] as const,
    queryFn: ({ signal }): Promise<ApiKeyDto[]> => api.apiKeys.list.query(undefined, { signal }),
  })
}

export function myMembership() {
  return queryOptions({
    queryKey: [...accountsKey, 'membership'] as const,
    queryFn: ({ signal }): Promise<MembershipDto> => api.memberships.status.query(undefined, { signal }),
  })
}

export function systemInfo() {
  return queryOptions({
    queryKey: ['system', 'info'] as const,
    queryFn: ({ signal }) => api.system.info.query(undefined, { signal }),
    staleTime: 10 * 60_000,
  })
}
