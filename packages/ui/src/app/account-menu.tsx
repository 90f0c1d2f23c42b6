import type { Locale } from '@mozhou/contracts/accounts/locales'
import { useQueryClient } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import type { MenuAction } from '../components/menu-action.ts'
import { UserMenu } from './user-menu.tsx'

interface AccountMenuProps {
  /** Null until it is known who is signed in; nothing is shown so long. */
  account: { displayName: string } | null
  subtitle: string
  /** They stand above theme and language. */
  actions?: readonly MenuAction[]
  onLocale: (locale: Locale) => void
  /** Tells the API; what it refuses is shown. */
  endSession: () => Promise<unknown>
}

/** Who is signed in, with the way out: what was read for this person is forgotten on leaving. */
export function AccountMenu(props: AccountMenuProps) {
  const navigate = useNavigate()
  const client = useQueryClient()

  async function logout() {
    await props.endSession()
    client.clear()
    await navigate({ to: '/login' })
  }

  return (
    <Show when={props.account}>
      {(account) => (
        <UserMenu
          name={account().displayName}
          subtitle={props.subtitle}
          actions={props.actions ?? []}
          onLocale={props.onLocale}
          logout={logout}
        />
      )}
    </Show>
  )
}
