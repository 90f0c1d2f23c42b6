import { Button } from '@mozhou/ui/components/button.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import Coins from 'lucide-solid/icons/coins'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

export function NoTransactions(props: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useI18n()
  return (
    <Show
      when={props.isFiltered}
      fallback={
        <EmptyState
          icon={<Coins size={24} aria-hidden="true" />}
          title={t('credits.emptyTitle')}
          description={t('credits.emptyHint')}
        />
      }
    >
      <EmptyState
        title={t('credits.noMatchTitle')}
        description={t('credits.noMatchHint')}
        action={<Button onClick={() => props.onClear()}>{t('creations.clearFilters')}</Button>}
      />
    </Show>
  )
}
