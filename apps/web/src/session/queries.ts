import type { MeDto } from '@mozhou/contracts/accounts/answers'
import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import { meKey } from '@mozhou/ui/api/me-key'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../api.ts'

/** Everything below it changes when credits are spent, given or given back. */
export const creditsKey = ['credits'] as const

export function me() {
  return queryOptions({
    queryKey: meKey,
    queryFn: ({ signal }): Promise<MeDto> => api.auth.me.query(undefined, { signal }),
    staleTime: 5 * 60_000,
  })
}

export function myBalance() {
  return queryOptions({
    queryKey: [...creditsKey, 'balance'] as const,
    queryFn: ({ signal }): Promise<BalanceDto> => api.credits.balance.query(undefined, { signal }),
    // Gifts and refunds arrive while nobody presses anything.
    refetchInterval: 60_000,
  })
}

export function systemInfo() {
  return queryOptions({
    queryKey: ['system', 'info'] as const,
    queryFn: ({ signal }) => api.system.info.query(undefined, { signal }),
    staleTime: 10 * 60_000,
  })
}
