import type { UserDeletionsDto } from '@mozhou/contracts/account-deletion/answers'
import type { UserDetailDto } from '@mozhou/contracts/accounts/admin-answers'
import type { SessionDto, UserRowDto } from '@mozhou/contracts/accounts/answers'
import type { UserCreationDto } from '@mozhou/contracts/creations/admin-answers'
import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import type { LedgerUnit } from '@mozhou/contracts/credits/kinds'
import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import type { PeriodDto } from '@mozhou/contracts/memberships/admin-answers'
import type { FileSpaceDto } from '@mozhou/contracts/files/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { UserFilters } from './user-filters.ts'

export const usersKey = ['users'] as const

const firstPage = { initialPageParam: null as string | null }
const limit = 30

export function readUsers(filters: UserFilters, signal?: AbortSignal): ReadPage<UserRowDto> {
  return (cursor, size) => api.users.list.query({ ...filters, cursor, limit: size }, signal && { signal })
}

export function usersMatching(filters: UserFilters) {
  return infiniteQueryOptions({
    ...firstPage,
    placeholderData: keepPreviousData,
    queryKey: [...usersKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<UserRowDto>> => readUsers(filters, signal)(pageParam, limit),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function userDetail(userId: string) {
  return queryOptions({
    queryKey: [...usersKey, 'detail', userId] as const,
    queryFn: ({ signal }): Promise<UserDetailDto> => api.users.get.query({ userId }, { signal }),
    staleTime: 0,
  })
}

export function spaceOf(userId: string) {
  return queryOptions({
    queryKey: [...usersKey, 'space', userId] as const,
    queryFn: ({ signal }): Promise<FileSpaceDto> => api.files.spaceOf.query({ userId }, { signal }),
  })
}

export function balanceOf(userId: string) {
  return queryOptions({
    queryKey: [...usersKey, 'balance', userId] as const,
    queryFn: ({ signal }): Promise<BalanceDto> => api.credits.userBalance.query({ userId }, { signal }),
    staleTime: 0,
  })
}

export function ledgerOf(userId: string, unit: LedgerUnit) {
  return infiniteQueryOptions({
    ...firstPage,
    queryKey: [...usersKey, 'ledger', userId, unit] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<LedgerRowDto>> =>
      api.credits.userTransactions.query({ userId, unit, cursor: pageParam, limit }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function periodsOf(userId: string) {
  return infiniteQueryOptions({
    ...firstPage,
    queryKey: [...usersKey, 'periods', userId] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<PeriodDto>> =>
      api.memberships.ofUser.query({ userId, cursor: pageParam, limit }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function creationsOf(userId: string) {
  return infiniteQueryOptions({
    ...firstPage,
    queryKey: [...usersKey, 'creations', userId] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<UserCreationDto>> =>
      api.creations.ofUser.query({ userId, cursor: pageParam, limit }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function deletionsOf(userId: string) {
  return queryOptions({
    queryKey: [...usersKey, 'deletions', userId] as const,
    queryFn: ({ signal }): Promise<UserDeletionsDto> => api.accountDeletion.ofUser.query({ userId }, { signal }),
    staleTime: 0,
  })
}

export function sessionsOf(userId: string) {
  return queryOptions({
    queryKey: [...usersKey, 'sessions', userId] as const,
    queryFn: ({ signal }): Promise<SessionDto[]> => api.users.sessions.query({ userId }, { signal }),
    staleTime: 0,
  })
}
