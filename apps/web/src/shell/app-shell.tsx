import { AppFrame } from '@mozhou/ui/app/app-frame.tsx'
import { navLinkClass } from '@mozhou/ui/app/nav-class'
import { SandboxBadge } from '@mozhou/ui/components/sandbox-badge.tsx'
import { useQuery } from '@tanstack/solid-query'
import { Link, Outlet } from '@tanstack/solid-router'
import Coins from 'lucide-solid/icons/coins'
import House from 'lucide-solid/icons/house'
import Library from 'lucide-solid/icons/library'
import PenLine from 'lucide-solid/icons/pen-line'
import { Show } from 'solid-js'
import { systemInfo } from '../features/accounts/queries.ts'
import { myBalance } from '../features/credits/queries.ts'
import { useI18n } from '../i18n/i18n.ts'
import { AccountMenu } from './account-menu.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'

/** The rooms that exist, around the one that is open. */
export function AppShell() {
  return (
    <AppFrame
      nav={() => <Navigation />}
      userMenu={() => <AccountMenu />}
      heading={<Breadcrumbs />}
      status={
        <>
          <Sandbox />
          <CreditsPill />
        </>
      }
    >
      <Outlet />
    </AppFrame>
  )
}

function Navigation() {
  const { t } = useI18n()
  return (
    <div class="flex flex-col gap-1">
      <Link to="/" activeOptions={{ exact: true }} class={navLinkClass}>
        <House size={18} aria-hidden="true" />
        {t('app.home')}
      </Link>
      <p class="px-2.5 pt-4 pb-1 text-xs text-ink-3">{t('app.groupCreate')}</p>
      <Link to="/writing" class={navLinkClass}>
        <PenLine size={18} aria-hidden="true" />
        {t('app.writing')}
      </Link>
      <Link to="/creations" class={navLinkClass}>
        <Library size={18} aria-hidden="true" />
        {t('app.creations')}
      </Link>
      <p class="px-2.5 pt-4 pb-1 text-xs text-ink-3">{t('app.groupAccount')}</p>
      <Link to="/credits" class={navLinkClass}>
        <Coins size={18} aria-hidden="true" />
        {t('app.credits')}
      </Link>
    </div>
  )
}

function CreditsPill() {
  const { t, number } = useI18n()
  const balance = useQuery(() => myBalance())
  return (
    <Link
      to="/credits"
      class="flex h-8 shrink-0 items-center gap-1.5 rounded-full border border-line px-3 text-sm tabular-nums hover:bg-sunken"
    >
      <Coins size={16} class="text-warning" aria-hidden="true" />
      <Show when={balance.status === 'success' && balance.data} fallback="…">
        {(data) => <span aria-live="polite">{t('app.creditsPill', number(data().credits))}</span>}
      </Show>
    </Link>
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
