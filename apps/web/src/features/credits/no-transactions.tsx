import { EmptyList } from '@mozhou/ui/components/empty-list.tsx'
import Coins from 'lucide-solid/icons/coins'
import { useI18n } from './words.ts'

export function NoTransactions(props: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useI18n()
  return (
    <EmptyList
      icon={<Coins size={24} aria-hidden="true" />}
      title={t('credits.emptyTitle')}
      description={t('credits.emptyHint')}
      filtered={props.isFiltered ? { title: t('credits.noMatchTitle'), onClear: props.onClear } : null}
    />
  )
}
