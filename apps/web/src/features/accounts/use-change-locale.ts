import type { Locale } from '@mozhou/contracts/accounts/locales'
import { chooseLocale } from '@mozhou/ui/i18n/locale'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { me } from '../../session/queries.ts'

/** Switches at once on this device, and remembers it in the account for the next one. */
export function useChangeLocale() {
  const { error } = useI18n()
  const client = useQueryClient()
  const save = useMutation(() => ({
    mutationFn: (locale: Locale) => api.auth.updateMe.mutate({ locale }),
    onSuccess: (user) => client.setQueryData(me().queryKey, user),
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (locale: Locale) => {
    chooseLocale(locale)
    save.mutate(locale)
  }
}
