import { useUiI18n } from '@mozhou/ui/app/i18n.tsx'
import { Link, useLocation } from '@tanstack/solid-router'
import { createMemo, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.ts'
import { crumb } from './crumb.ts'

const rooms = [
  { path: '/writing', name: 'app.writing' },
  { path: '/creations', name: 'app.creations' },
  { path: '/credits', name: 'app.credits' },
  { path: '/settings', name: 'app.settings' },
] as const

/** The room one is in, and the thing inside it. */
export function Breadcrumbs() {
  const { t } = useI18n()
  const ui = useUiI18n()
  const location = useLocation()
  const room = createMemo(() => rooms.find((candidate) => location().pathname.startsWith(candidate.path)))
  return (
    <nav aria-label={ui.t('ui.breadcrumbs')}>
      <ol class="flex min-w-0 items-center">
        <Show when={room()} fallback={<LastCrumb name={t('app.home')} />}>
          {(found) => (
            <Show when={crumb()} fallback={<LastCrumb name={t(found().name)} />}>
              {(name) => (
                <>
                  <li class="shrink-0">
                    <Link to={found().path} class="rounded-sm text-ink-2 hover:text-ink">
                      {t(found().name)}
                    </Link>
                    <span class="px-1.5 text-ink-3" aria-hidden="true">
                      /
                    </span>
                  </li>
                  <LastCrumb name={name()} />
                </>
              )}
            </Show>
          )}
        </Show>
      </ol>
    </nav>
  )
}

function LastCrumb(props: { name: string }) {
  return (
    <li aria-current="page" class="min-w-0 truncate font-medium">
      {props.name}
    </li>
  )
}
