import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Link } from '@tanstack/solid-router'
import Library from 'lucide-solid/icons/library'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

export function NoCreations(props: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useI18n()
  return (
    <Show
      when={props.isFiltered}
      fallback={
        <EmptyState
          icon={<Library size={24} aria-hidden="true" />}
          title={t('creations.emptyTitle')}
          description={t('creations.emptyHint')}
          action={
            <Link to="/writing" class={buttonClass({ variant: 'primary' })}>
              {t('home.emptyAction')}
            </Link>
          }
        />
      }
    >
      <EmptyState
        title={t('creations.noMatchTitle')}
        description={t('creations.noMatchHint')}
        action={<Button onClick={() => props.onClear()}>{t('creations.clearFilters')}</Button>}
      />
    </Show>
  )
}
