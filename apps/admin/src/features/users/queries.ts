import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const usersKey = ['users'] as const

export function usersMatching(search: string) {
  return infiniteQueryOptions({
    queryKey: [...usersKey, 'list', search] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<UserRowDto>> =>
      api.users.list.query({ cursor: pageParam, limit: 30, ...(search === '' ? {} : { search }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
