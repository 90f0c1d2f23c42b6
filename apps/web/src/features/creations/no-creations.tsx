import { buttonClass } from '@mozhou/ui/components/button-class'
import { EmptyList } from '@mozhou/ui/components/empty-list.tsx'
import { Link } from '@tanstack/solid-router'
import Library from 'lucide-solid/icons/library'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

interface NoCreationsProps {
  isOfPictures: boolean
  isFiltered: boolean
  onClear: () => void
}

export function NoCreations(props: NoCreationsProps) {
  const { t } = useI18n()
  return (
    <EmptyList
      icon={<Library size={24} aria-hidden="true" />}
      title={t(props.isOfPictures ? 'library.noPictures' : 'creations.emptyTitle')}
      description={t('creations.emptyHint')}
      action={
        <Show
          when={props.isOfPictures}
          fallback={
            <Link to="/writing" class={buttonClass({ variant: 'primary' })}>
              {t('creations.writeFirst')}
            </Link>
          }
        >
          <Link to="/images" class={buttonClass({ variant: 'primary' })}>
            {t('library.newPicture')}
          </Link>
        </Show>
      }
      filtered={props.isFiltered ? { title: t('creations.noMatchTitle'), onClear: props.onClear } : null}
    />
  )
}
