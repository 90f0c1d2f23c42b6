import type { MyRenewalsDto } from '@mozhou/contracts/renewals/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../../api.ts'

/** While it is being signed at the channel, an open page looks this often. */
const lookEveryMs = 2_000

/** The way to where it is signed, kept for the moments in which it is of use. */
export const signKey = ['renewals', 'sign'] as const

export function myRenewal() {
  return queryOptions({
    queryKey: ['renewals', 'mine'] as const,
    queryFn: ({ signal }): Promise<MyRenewalsDto> => api.renewals.mine.query(undefined, { signal }),
    refetchInterval: ({ state }) => (state.data?.current?.status === 'signing' ? lookEveryMs : false),
  })
}
