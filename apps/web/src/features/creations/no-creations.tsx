import { buttonClass } from '@mozhou/ui/components/button-class'
import { EmptyList } from '@mozhou/ui/components/empty-list.tsx'
import { Link } from '@tanstack/solid-router'
import Library from 'lucide-solid/icons/library'
import { useI18n } from '../../i18n/i18n.ts'

export function NoCreations(props: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useI18n()
  return (
    <EmptyList
      icon={<Library size={24} aria-hidden="true" />}
      title={t('creations.emptyTitle')}
      description={t('creations.emptyHint')}
      action={
        <Link to="/writing" class={buttonClass({ variant: 'primary' })}>
          {t('creations.writeFirst')}
        </Link>
      }
      filtered={props.isFiltered ? { title: t('creations.noMatchTitle'), onClear: props.onClear } : null}
    />
  )
}
