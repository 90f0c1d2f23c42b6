import type { MeDto } from '@mozhou/contracts/accounts/answers'
import { redirect } from '@tanstack/solid-router'
import { meKey } from '../api/me-key.ts'
import { queryClient } from '../api/query-client.ts'
import { isSignedOut, toShownError } from '../wire/wire-error.ts'

/**
 * The account that is signed in, asked for once; where there is none, the way to the login page and back to `href`. A visitor is no error:
 * `whoAmI` answers null, so that their console stays clean. Who came to the app's bare address is shown its `front`, a page beside the app.
 */
export async function requireAccount(
  whoAmI: () => Promise<MeDto | null>,
  href: string,
  front: string | null = null,
): Promise<MeDto> {
  const known = queryClient.getQueryData<MeDto>(meKey)
  if (known) return known
  const account = await nobodyWhenSignedOut(whoAmI)
  if (!account && href === '/' && front !== null) throw redirect({ href: front, reloadDocument: true })
  if (!account) throw redirect({ to: '/login', search: href === '/' ? {} : { next: href } })
  queryClient.setQueryData(meKey, account)
  return account
}

async function nobodyWhenSignedOut(whoAmI: () => Promise<MeDto | null>): Promise<MeDto | null> {
  try {
    return await whoAmI()
  } catch (cause) {
    if (isSignedOut(toShownError(cause).code)) return null
    throw cause
  }
}
