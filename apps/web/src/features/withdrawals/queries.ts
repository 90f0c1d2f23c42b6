import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import type { Page } from '@mozhou/contracts/page'
import type { BindingDto, CashAccountDto, StatementDto, WithdrawalDto } from '@mozhou/contracts/withdrawals/answers'
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

/** Looked at until somebody has scanned, or cannot any more. */
export function payeeBinding(bindingId: string) {
  return queryOptions({
    queryKey: [...withdrawalsKey, 'binding', bindingId] as const,
    queryFn: ({ signal }): Promise<BindingDto> => api.withdrawals.binding.query({ bindingId }, { signal }),
    refetchInterval: ({ state }) => {
      const status = state.data?.status ?? 'waiting'
      return status === 'waiting' || status === 'asked' ? lookEveryMs : false
    },
    staleTime: 0,
  })
}

/** `under`: what is under way, and where it stands; when that has changed the list is another one. */
export function myWithdrawals(under: string | null) {
  return infiniteQueryOptions({
    queryKey: [...withdrawalsKey, 'mine', under] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<WithdrawalDto>> =>
      api.withdrawals.mine.query({ cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // When what was under way has ended, the list of before it is shown again, and is not what there is now.
    staleTime: 0,
  })
}

/** Every entry of the cash; `under` as above, for what is under way moves it. */
export function myCashEntries(under: string | null) {
  return infiniteQueryOptions({
    queryKey: [...withdrawalsKey, 'entries', under] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<LedgerRowDto>> =>
      api.credits.transactions.query({ unit: 'cash', cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  })
}

/** `year` null: this one. */
export function yearlyStatement(year: number | null) {
  return queryOptions({
    queryKey: [...withdrawalsKey, 'statement', year] as const,
    queryFn: ({ signal }): Promise<StatementDto> =>
      api.withdrawals.statement.query(year === null ? {} : { year }, { signal }),
    staleTime: 0,
  })
}

/** Whatever moved cash: this page and the credits are read again. */
export async function tellCash(client: QueryClient): Promise<void> {
  await Promise.all([withdrawalsKey, creditsKey].map((queryKey) => client.invalidateQueries({ queryKey })))
}
