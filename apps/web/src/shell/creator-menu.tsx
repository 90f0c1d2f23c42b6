import { AccountMenu } from '@mozhou/ui/app/account-menu.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useNavigate } from '@tanstack/solid-router'
import Settings from 'lucide-solid/icons/settings'
import { api } from '../api.ts'
import { useChangeLocale } from '../features/accounts/use-change-locale.ts'
import { useI18n } from '../i18n/i18n.ts'
import { me } from '../session/queries.ts'

export function CreatorMenu() {
  const { t, date } = useI18n()
  const navigate = useNavigate()
  const changeLocale = useChangeLocale()
  const account = useQuery(() => me())
  const subtitle = () => {
    const endsAt = account.data?.membership.endsAt ?? null
    return endsAt === null ? t('app.notMember') : t('app.memberUntil', date(endsAt))
  }
  return (
    <AccountMenu
      account={account.data ?? null}
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
      endSession={() => api.auth.logout.mutate({})}
    />
  )
}
