import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

interface EmptyListProps {
  icon: JSX.Element
  title: string
  /** The next step, in words. */
  description: string
  action?: JSX.Element
  /** Null where nothing is filtered; else there may be rows, and the filters hide them. */
  filtered: { title: string; onClear: () => void } | null
}

/** A list without rows: either there are none yet, or none that match. */
export function EmptyList(props: EmptyListProps) {
  const { t } = useUiI18n()
  return (
    <Show
      when={props.filtered}
      fallback={
        <EmptyState icon={props.icon} title={props.title} description={props.description} action={props.action} />
      }
    >
      {(filtered) => (
        <EmptyState
          title={filtered().title}
          description={t('ui.noMatchHint')}
          action={<Button onClick={() => filtered().onClear()}>{t('ui.clearFilters')}</Button>}
        />
      )}
    </Show>
  )
}
