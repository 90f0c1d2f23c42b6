import { chooseLocale } from '@mozhou/ui/app/locale'
import { UserMenu } from '@mozhou/ui/app/user-menu.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { api } from '../api.ts'
import { me } from '../features/accounts/queries.ts'
import { useI18n } from '../i18n/i18n.ts'

export function AccountMenu() {
  const { t, error } = useI18n()
  const navigate = useNavigate()
  const client = useQueryClient()
  const account = useQuery(() => me())

  async function logout() {
    try {
      await api.auth.logout.mutate()
      client.clear()
      await navigate({ to: '/login' })
      toastSuccess({ title: t('auth.loggedOut') })
    } catch (cause) {
      toastError({ title: error(cause) })
    }
  }

  return (
    <Show when={account.status === 'success' && account.data}>
      {(data) => (
        <UserMenu
          name={data().displayName}
          subtitle={t(`roles.${data().role}`)}
          onLocale={chooseLocale}
          onLogout={() => void logout()}
        />
      )}
    </Show>
  )
}
