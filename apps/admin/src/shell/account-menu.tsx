import { chooseLocale } from '@mozhou/ui/app/locale'
import { UserMenu } from '@mozhou/ui/app/user-menu.tsx'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { api } from '../api.ts'
import { me } from '../features/accounts/queries.ts'
import { useI18n } from '../i18n/i18n.ts'

export function AccountMenu() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const client = useQueryClient()
  const account = useQuery(() => me())

  async function logout() {
    await api.auth.logout.mutate()
    client.clear()
    await navigate({ to: '/login' })
  }

  return (
    <Show when={account.status === 'success' && account.data}>
      {(data) => (
        <UserMenu
          name={data().displayName}
          subtitle={t(`roles.${data().role}`)}
          onLocale={chooseLocale}
          logout={logout}
        />
      )}
    </Show>
  )
}
