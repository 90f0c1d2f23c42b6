import { AppFrame } from '@mozhou/ui/app/app-frame.tsx'
import { navLinkClass } from '@mozhou/ui/app/nav-class'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { SandboxBadge } from '@mozhou/ui/components/sandbox-badge.tsx'
import { useQuery } from '@tanstack/solid-query'
import { Link, Outlet, useLocation } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { me, systemInfo } from '../features/accounts/queries.ts'
import { useI18n } from '../i18n/i18n.ts'
import { AccountMenu } from './account-menu.tsx'
import { roomAt, roomsFor } from './rooms.ts'

export function AppShell() {
  const { t } = useI18n()
  const location = useLocation()
  const room = () => roomAt(location().pathname)
  return (
    <AppFrame
      nav={() => <Navigation />}
      userMenu={() => <AccountMenu />}
      heading={<Show when={room()}>{(found) => <span class="font-medium">{t(`app.${found().name}`)}</span>}</Show>}
      status={<Sandbox />}
    >
      <Outlet />
    </AppFrame>
  )
}

function Navigation() {
  const { t } = useI18n()
  const account = useQuery(() => me())
  const allowed = () => (account.status === 'success' ? roomsFor(account.data.permissions) : [])
  return (
    <Show
      when={allowed().length > 0}
      fallback={<EmptyState title={t('app.noAccessTitle')} description={t('app.noAccessHint')} />}
    >
      <ul class="flex flex-col gap-1">
        <For each={allowed()}>
          {(room) => (
            <li>
              <Link to={room.path} activeOptions={{ exact: true }} class={navLinkClass}>
                <Dynamic component={room.icon} size={18} aria-hidden="true" />
                {t(`app.${room.name}`)}
              </Link>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function Sandbox() {
  const { t } = useI18n()
  const info = useQuery(() => systemInfo())
  return (
    <Show when={info.status === 'success' && info.data.isSandbox}>
      <SandboxBadge label={t('app.sandbox')} hint={t('app.sandboxHint')} />
    </Show>
  )
}
