import { AccountMenu } from '@mozhou/ui/app/account-menu.tsx'
import { chooseLocale } from '@mozhou/ui/i18n/locale'
import { useQuery } from '@mozhou/ui/api/use-query'
import { api } from '../api.ts'
import { me } from '../features/accounts/queries.ts'
import { useI18n } from '../i18n/i18n.ts'

export function OperatorMenu() {
  const { t } = useI18n()
  const account = useQuery(() => me())
  return (
    <AccountMenu
      account={account.data ?? null}
      subtitle={account.data ? t(`roles.${account.data.role}`) : ''}
      onLocale={chooseLocale}
      endSession={() => api.auth.logout.mutate({})}
    />
  )
}
