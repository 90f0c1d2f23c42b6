import { AppFrame } from '@mozhou/ui/app/app-frame.tsx'
import { Breadcrumbs } from '@mozhou/ui/app/breadcrumbs.tsx'
import { NavList } from '@mozhou/ui/app/nav-list.tsx'
import { SignedIn } from '@mozhou/ui/app/signed-in.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Link, Outlet, useLocation } from '@tanstack/solid-router'
import Coins from 'lucide-solid/icons/coins'
import { Show } from 'solid-js'
import { UnreadLink } from '../features/notifications/unread-link.tsx'
import { useI18n } from '../i18n/i18n.ts'
import { me, myBalance, systemInfo } from '../session/queries.ts'
import { CreatorMenu } from './creator-menu.tsx'
import { useNavigation, useSection } from './navigation.ts'

/** Whoever has accepted the terms in force, nearly everybody, does not load it. */
const TermsNotice = lazyPart(
  () => import('../features/accounts/terms-notice.tsx').then((module) => module.TermsNotice),
  () => null,
)

/** What stands around every page behind the login. */
export function AppShell() {
  return (
    <SignedIn>
      <Frame />
    </SignedIn>
  )
}

function Frame() {
  const info = useQuery(() => systemInfo())
  const account = useQuery(() => me())
  const location = useLocation()
  const groups = useNavigation()
  const section = useSection(() => location().pathname)
  return (
    <AppFrame
      nav={() => <NavList groups={groups()} />}
      userMenu={() => <CreatorMenu />}
      heading={<Breadcrumbs section={section()} />}
      isSandbox={info.data?.isSandbox === true}
      status={
        <>
          <UnreadLink />
          <BalanceLink />
        </>
      }
    >
      <Show when={account.data?.mustAcceptTerms}>
        <TermsNotice />
      </Show>
      <Outlet />
    </AppFrame>
  )
}

function BalanceLink() {
  const { t, number } = useI18n()
  const balance = useQuery(() => myBalance())
  return (
    <Link
      to="/credits"
      class="flex h-8 shrink-0 items-center gap-1.5 rounded-full border border-line px-2.5 text-sm sm:px-3 tabular-nums hover:bg-sunken"
    >
      <Coins size={16} class="text-warning" aria-hidden="true" />
      <Show when={balance.data} fallback="…">
        {(data) => (
          <span aria-live="polite">
            {number(data().credits)}
            {/* A phone's header has room for where one is: of credits the coins speak. */}
            <span class="max-sm:sr-only">{t('app.creditsUnit')}</span>
          </span>
        )}
      </Show>
    </Link>
  )
}
