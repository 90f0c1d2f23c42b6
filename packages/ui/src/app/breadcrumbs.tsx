import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { crumb } from './crumb.ts'
import type { NavItem } from './nav-list.tsx'

interface BreadcrumbsProps {
  /** The page of the navigation that is open, or lies above what is. */
  section: Pick<NavItem, 'to' | 'label'> | undefined
}

/** The section one is in, and the thing inside it that the page named with `useCrumb`. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  const { t } = useUiI18n()
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <ol class="flex min-w-0 items-center">
        <Show when={props.section}>
          {(section) => (
            <Show when={crumb()} fallback={<LastCrumb name={section().label} />}>
              {(name) => (
                <>
                  <li class="shrink-0">
                    {/* A phone's header has room for where one is, and for the way back. */}
                    <Link to={section().to} class="rounded-sm text-ink-2 hover:text-ink max-sm:px-2 max-sm:py-1.5">
                      <span class="max-sm:sr-only">{section().label}</span>
                      <span class="sm:hidden" aria-hidden="true">
                        ‹
                      </span>
                    </Link>
                    <span class="px-1.5 text-ink-3 max-sm:hidden" aria-hidden="true">
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
