import type { MeDto } from '@mozhou/contracts/accounts/answers'
import { isRedirect } from '@tanstack/solid-router'
import { TRPCClientError } from '@trpc/client'
import { beforeEach, expect, it, vi } from 'vitest'
import { queryClient } from '../api/query-client.ts'
import { requireAccount } from './require-account.ts'

beforeEach(() => queryClient.clear())

const account: MeDto = {
  id: 'usr_018f00000000700080000000000000aa',
  username: 'xiaoman',
  isEmailVerified: true,
  email: 'xiaoman@example.com',
  displayName: '小满',
  role: 'creator',
  permissions: [],
  locale: null,
  referralCode: 'K7M2PQ9R',
  createdAt: '2026-11-01T00:00:00.000Z',
  membership: { isMember: false, endsAt: null, benefits: null },
  mustAcceptTerms: false,
}

const refusal = (code: string) =>
  TRPCClientError.from({
    error: { message: 'refused', code: -32_000, data: { app: { code, params: {}, requestId: '' } } },
  })

const led = async (whoAmI: () => Promise<MeDto | null>, href: string) => {
  const cause: unknown = await requireAccount(whoAmI, href).catch((thrown: unknown) => thrown)
  return isRedirect(cause) ? cause.options : cause
}

it('leads a visitor to the login, and back to where they were headed', async () => {
  expect(await led(() => Promise.resolve(null), '/credits')).toMatchObject({
    to: '/login',
    search: { next: '/credits' },
  })
  expect(await led(() => Promise.resolve(null), '/')).toMatchObject({ to: '/login', search: {} })
  expect(await led(() => Promise.reject(refusal('SESSION_REVOKED')), '/')).toMatchObject({ to: '/login' })
})

it('asks once who is signed in', async () => {
  const ask = vi.fn(() => Promise.resolve(account))
  expect(await requireAccount(ask, '/')).toBe(account)
  expect(await requireAccount(ask, '/credits')).toBe(account)
  expect(ask).toHaveBeenCalledTimes(1)
})

it('takes no other failure for a visitor', async () => {
  const outage = refusal('SERVICE_UNAVAILABLE')
  expect(await led(() => Promise.reject(outage), '/')).toBe(outage)
})
