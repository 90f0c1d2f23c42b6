import type { MembershipDto } from '@mozhou/contracts/memberships/answers'
import type { SessionDto } from '@mozhou/contracts/accounts/answers'
import type { ApiKeyDto } from '@mozhou/contracts/api-keys/answers'
import type { InvitationDto } from '@mozhou/contracts/referrals/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const accountsKey = ['accounts'] as const

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

/** What the code of a link is worth to who opened it. */
export function invitation(code: string) {
  return queryOptions({
    queryKey: [...accountsKey, 'invitation', code] as const,
    queryFn: ({ signal }): Promise<InvitationDto> => api.referrals.invitation.query({ code }, { signal }),
    enabled: code !== '',
  })
}
