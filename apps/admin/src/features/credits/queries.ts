import type { LedgerAuditsDto } from '@mozhou/contracts/credits/answers'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'

const auditKey = ['credits', 'audit'] as const

/** The last audit, and how far a newer one is: asked again while there is one. */
export function ledgerAudits() {
  return queryOptions({
    queryKey: auditKey,
    queryFn: ({ signal }): Promise<LedgerAuditsDto> => api.credits.audit.query(undefined, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.running ? 1_000 : false),
  })
}

export function useStartAudit() {
  const client = useQueryClient()
  return useMutation(() => ({
    mutationFn: () => api.credits.startAudit.mutate(),
    onSuccess: () => client.invalidateQueries({ queryKey: auditKey }),
  }))
}
