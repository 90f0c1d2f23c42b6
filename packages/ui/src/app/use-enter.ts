import type { MeDto } from '@mozhou/contracts/accounts'
import { useQueryClient } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import { hasChosenLocale, showLocale } from '../i18n/locale.ts'
import { meKey } from '../api/me-key.ts'

/** Goes in, once signed in: to where the person was headed, in the language of their account. */
export function useEnter() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (user: MeDto, next: string | undefined): Promise<void> => {
    client.setQueryData(meKey, user)
    if (user.locale !== null && !hasChosenLocale()) showLocale(user.locale)
    await (next === undefined ? navigate({ to: '/' }) : navigate({ href: next }))
  }
}
