import MenuIcon from 'lucide-solid/icons/menu'
import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { BrandMark } from '../components/brand.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { SandboxBadge } from '../components/sandbox-badge.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'
import { NavDrawer } from './nav-drawer.tsx'

interface AppFrameProps {
  nav: () => JSX.Element
  userMenu: () => JSX.Element
  /** Where one is. */
  heading: JSX.Element
  /** Some models are played, and every page says so. */
  isSandbox: boolean
  /** At the end of the header. */
  status?: JSX.Element
  children: JSX.Element
}

/** Navigation on the left, a header, the page. On narrow screens the navigation is a drawer. */
export function AppFrame(props: AppFrameProps) {
  const { t } = useUiI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <div class="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        class="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
      >
        {t('ui.skipToContent')}
      </a>
      <aside class="sticky top-0 hidden h-dvh flex-col border-r border-line bg-surface px-3 py-4 lg:flex">
        <div class="flex items-center gap-2.5 px-2 pb-4 text-lg font-semibold">
          <BrandMark />
          {t('app.name')}
        </div>
        <nav aria-label={t('ui.navigation')} class="min-h-0 flex-1 overflow-y-auto">
          {props.nav()}
        </nav>
        {props.userMenu()}
      </aside>
      <div class="flex min-w-0 flex-col">
        <header class="sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-line bg-surface px-3 sm:px-5">
          <span class="lg:hidden">
            <IconButton label={t('ui.openNavigation')} onClick={() => setIsOpen(true)}>
              <MenuIcon size={20} aria-hidden="true" />
            </IconButton>
          </span>
          <div class="min-w-0 flex-1 truncate text-sm">{props.heading}</div>
          <Show when={props.isSandbox}>
            <SandboxBadge label={t('app.sandbox')} hint={t('app.sandboxHint')} />
          </Show>
          {props.status}
        </header>
        <main id="main" tabindex="-1" class="mx-auto w-full max-w-[96rem] flex-1 p-4 outline-none sm:p-5">
          {props.children}
        </main>
      </div>
      <NavDrawer
        name={t('app.name')}
        isOpen={isOpen()}
        onClose={() => setIsOpen(false)}
        nav={props.nav}
        userMenu={props.userMenu}
      />
    </div>
  )
}
