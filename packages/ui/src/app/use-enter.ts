import type { MeDto } from '@mozhou/contracts/accounts/answers'
import { useNavigate } from '@tanstack/solid-router'
import { meKey } from '../api/me-key.ts'
import { hasChosenLocale, showLocale } from '../i18n/locale.ts'

/** Goes in, once signed in: to where the person was headed, in the language of their account, with nothing left of whoever was in before. */
export function useEnter() {
  const navigate = useNavigate()
  return async (user: MeDto, next: string | undefined): Promise<void> => {
    const { queryClient } = await import('../api/query-client.ts')
    queryClient.clear()
    queryClient.setQueryData(meKey, user)
    if (user.locale !== null && !hasChosenLocale()) showLocale(user.locale)
    await (next === undefined ? navigate({ to: '/' }) : navigate({ href: next }))
  }
}
