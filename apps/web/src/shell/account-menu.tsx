import { UserMenu } from '@mozhou/ui/app/user-menu.tsx'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import Settings from 'lucide-solid/icons/settings'
import { Show } from 'solid-js'
import { api } from '../api.ts'
import { me } from '../features/accounts/queries.ts'
import { useChangeLocale } from '../features/accounts/use-change-locale.ts'
import { useI18n } from '../i18n/i18n.ts'

export function AccountMenu() {
  const { t, date } = useI18n()
  const navigate = useNavigate()
  const client = useQueryClient()
  const changeLocale = useChangeLocale()
  const account = useQuery(() => me())
  const subtitle = () => {
    const endsAt = account.status === 'success' ? account.data.membership.endsAt : null
    return endsAt === null ? t('app.notMember') : t('app.memberUntil', date(endsAt))
  }

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
          subtitle={subtitle()}
          actions={[
            {
              id: 'settings',
              label: t('app.settings'),
              icon: <Settings size={15} aria-hidden="true" />,
              onSelect: () => void navigate({ to: '/settings' }),
            },
          ]}
          onLocale={changeLocale}
          logout={logout}
        />
      )}
    </Show>
  )
}
