import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Link } from '@tanstack/solid-router'
import FileQuestion from 'lucide-solid/icons/file-question-mark'
import { useI18n } from '../../i18n/i18n.ts'

/** Where an address names no work of this person: it says why that may be, and leads back to those there are. */
export function NoWork() {
  const { t } = useI18n()
  return (
    <Page title={t('library.noWorkTitle')} isTitleHidden>
      <EmptyState
        icon={<FileQuestion size={24} aria-hidden="true" />}
        title={t('library.noWorkTitle')}
        description={t('library.noWorkHint')}
        action={
          <span class="flex flex-wrap justify-center gap-2">
            <Link to="/creations" class={buttonClass({ variant: 'primary' })}>
              {t('library.backToLibrary')}
            </Link>
            <Link to="/creations/trash" class={buttonClass({})}>
              {t('library.seeTrash')}
            </Link>
          </span>
        }
      />
    </Page>
  )
}
