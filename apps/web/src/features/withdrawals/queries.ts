import type { Page } from '@mozhou/contracts/page'
import type { CashAccountDto, WithdrawalDto } from '@mozhou/contracts/withdrawals/answers'
import type { QueryClient } from '@tanstack/solid-query'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creditsKey } from '../../session/queries.ts'

const withdrawalsKey = ['withdrawals'] as const
/** An open page looks this often while something is under way. */
const lookEveryMs = 2_000

export function cashAccount() {
  return queryOptions({
    queryKey: [...withdrawalsKey, 'account'] as const,
    queryFn: ({ signal }): Promise<CashAccountDto> => api.withdrawals.account.query(undefined, { signal }),
    refetchInterval: ({ state }) => (state.data?.open ? lookEveryMs : false),
  })
}

/** `openId`: of what is under way; when that has changed the list is another one. */
export function myWithdrawals(openId: string | null) {
  return infiniteQueryOptions({
    queryKey: [...withdrawalsKey, 'mine', openId] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<WithdrawalDto>> =>
      api.withdrawals.mine.query({ cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Whatever moved cash: this page and the credits are read again. */
export async function tellCash(client: QueryClient): Promise<void> {
  await Promise.all([withdrawalsKey, creditsKey].map((queryKey) => client.invalidateQueries({ queryKey })))
}
