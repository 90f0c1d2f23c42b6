import { AppFrame } from '@mozhou/ui/app/app-frame.tsx'
import { Breadcrumbs } from '@mozhou/ui/app/breadcrumbs.tsx'
import { NavList } from '@mozhou/ui/app/nav-list.tsx'
import { SignedIn } from '@mozhou/ui/app/signed-in.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Outlet, useLocation, useRouter } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { me, systemInfo } from '../features/accounts/queries.ts'
import { useI18n } from '../i18n/i18n.ts'
import { pageAt, pagesFor } from '../menu.ts'
import type { OperatorEntry } from '../menu.ts'
import { FindBox } from './find-box.tsx'
import { OperatorMenu } from './operator-menu.tsx'

export function AppShell() {
  return (
    <SignedIn>
      <Frame />
    </SignedIn>
  )
}

function Frame() {
  const { pick } = useI18n()
  const { menu } = useRouter().options.context
  const info = useQuery(() => systemInfo())
  const location = useLocation()
  const section = () => {
    const page = pageAt(menu, location().pathname)
    return page && { to: page.to, label: pick(page.title) }
  }
  return (
    <AppFrame
      nav={() => <Navigation />}
      userMenu={() => <OperatorMenu />}
      heading={<Breadcrumbs section={section()} />}
      status={<FindBox />}
      isSandbox={info.data?.isSandbox === true}
    >
      <Outlet />
    </AppFrame>
  )
}

function Navigation() {
  const { t, pick } = useI18n()
  const { menu } = useRouter().options.context
  const account = useQuery(() => me())
  const allowed = () => pagesFor(menu, account.data?.permissions ?? [])
  const item = ({ to, title, icon }: OperatorEntry) => ({ to, label: pick(title), icon })
  return (
    <Show
      when={allowed().length > 0}
      fallback={<EmptyState title={t('app.noAccessTitle')} description={t('app.noAccessHint')} />}
    >
      <NavList groups={[{ items: allowed().map(item) }]} />
    </Show>
  )
}
